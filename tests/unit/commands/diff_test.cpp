// `brm diff` over repositories of the disk, which golden cases cannot hold.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "history/repository.h"
#include "read/find_git.h"
#include "support/run.h"
#include "unit/history/office_records.h"

namespace brm::test {
namespace {

std::string record(const std::string& values, const std::string& status = "active") {
  return "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: " + status +
         "\nparties: [{relationship: dhhs, role: sponsor}]\noutcomes:\n  - id: it\n    title: It "
         "changes\n    indicator: {measure: m, unit: steps, direction: increase, frequency: "
         "quarterly}\n    baseline: {date: 2026-01-01, value: 0}\n    target: {date: 2026-12-31, "
         "value: 100}\n    measurements: [" +
         values + "]\n";
}
const std::string slow = "{date: 2026-03-31, value: 10}, {date: 2026-06-30, value: 20}";
const std::string quick = "{date: 2026-03-31, value: 30}, {date: 2026-06-30, value: 60}";

/// Two commits below `office`, and a change that is not committed.
void fill(const GitRecords& records) {
  records.write("office/brm.yaml",
                "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n");
  records.write("readme.md", "not a record\n");
  records.commit("office/work.yaml", record(slow), "2026-07-01T12:00:00+0000");
  records.commit("office/work.yaml", record(quick), "2026-07-06T12:00:00+0000");
  records.write("office/work.yaml", record(quick, "paused"));
}

Ran diff(const std::string& folder, std::vector<std::string> arguments,
         const std::string& today = "2026-07-08") {
  arguments.insert(arguments.begin(), {"-C", folder, "diff"});
  Setting setting;
  setting.git = find_git(folder);
  setting.today = today;
  return run_brm(arguments, setting);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("diff: a revision and the folder, two revisions, and days") {
  const GitRecords records;
  fill(records);
  const std::string office = records.path("office");
  const Ran one = diff(office, {"HEAD"});
  CHECK(one.status == 0);
  CHECK(one.err.empty());
  CHECK(says(one.out, "Changes from HEAD to the folder · IT · as of 2026-07-08"));
  CHECK(says(one.out, "of 2026-07-06, judged as of that day; the folder is judged as of"));
  CHECK(says(one.out, "other   Work  status  active  paused  edit"));
  CHECK_FALSE(says(one.out, "Verdicts"));

  const Ran two = diff(office, {"HEAD~1", "HEAD"});
  CHECK(says(two.out, "Changes from HEAD~1 to HEAD · IT · as of 2026-07-06"));
  CHECK(says(two.out, "better  It changes  off_track  on_track  edit"));
  CHECK(says(two.out, "Look first at It changes:\n    brm -C " + office + " show work/it\n"));
  CHECK_FALSE(says(two.out, "paused"));
  const Ran days = diff(office, {"2026-07-05", "2026-07-07"});
  CHECK(says(days.out, "of 2026-07-01, judged as of 2026-07-05; 2026-07-07 is commit"));
  CHECK(says(days.out, "better  It changes  off_track  on_track"));
  CHECK(says(diff(office, {"HEAD", "HEAD~1"}).out, "worse   It changes  on_track  off_track"));
  const Ran same = diff(office, {"HEAD", "main"});
  CHECK(same.status == 0);
  CHECK(says(same.out, "Nothing changed in meaning."));
}

TEST_CASE("diff: --exit-code tells a script, and --quiet says nothing where there is nothing") {
  const GitRecords records;
  fill(records);
  const std::string office = records.path("office");
  CHECK(diff(office, {"HEAD~1", "HEAD", "--exit-code"}).status == 1);
  CHECK(diff(office, {"HEAD", "main", "--exit-code"}).status == 0);
  const Ran quiet = diff(office, {"HEAD", "main", "--exit-code", "--quiet"});
  CHECK(quiet.status == 0);
  CHECK(quiet.out.empty());
  const Ran json = diff(office, {"HEAD~1", "HEAD", "--exit-code", "--format", "json"});
  CHECK(json.status == 1);
  CHECK(says(json.out, "\"before\": \"HEAD~1\""));
  CHECK(says(json.out, "\"before_as_of\": \"2026-07-01\""));
  CHECK(says(json.out, "\"address\": \"work/it\""));
  const Ran csv = diff(office, {"HEAD~1", "HEAD", "--format", "csv", "--quiet"});
  CHECK(says(csv.out, "better,It changes,,off_track,on_track"));
  CHECK(says(diff(office, {"HEAD~1", "HEAD", "--format", "markdown"}).out, "## Verdicts"));
}

TEST_CASE("diff: what came by time alone is said, and left out where both have one day") {
  const GitRecords records;
  fill(records);
  const std::string office = records.path("office");
  const Ran later = diff(office, {"HEAD"}, "2027-02-01");
  CHECK(says(later.out, "unknown  It changes  on_track  undetermined  time"));
  const Ran asked = diff(office, {"HEAD", "--as-of", "2027-02-01"});
  CHECK_FALSE(says(asked.out, "undetermined"));
  CHECK(says(asked.out, "of 2026-07-06, judged as of 2027-02-01;"));
  CHECK(says(asked.out, "paused"));
}

TEST_CASE("diff: what nobody edited turns by time as if it had been edited without a meaning") {
  const GitRecords records;
  for (const std::string& path : office_files()) records.write(path, office_file(path));
  std::size_t turned = 0;
  for (const auto& [from, to] :
       {std::pair("2025-11-20", "2025-11-27"), std::pair("2026-01-01", "2026-02-15"),
        std::pair("2026-06-24", "2026-07-01"), std::pair("2025-07-01", "2026-07-01")}) {
    const std::string branch = "from-" + std::string(from);
    records.git("checkout -q --orphan " + branch);
    for (const std::string& path : office_files()) records.write(path, office_file(path));
    records.commit_all(from);
    records.git("commit -q --allow-empty -m same", std::string(to) + "T12:00:00+0000");
    records.git("checkout -q -b edited-" + std::string(from) + " HEAD~1");
    for (const std::string& path : office_files()) {
      records.write(path, office_file(path) + "\n# nothing\n");
    }
    records.commit_all(to);
    const auto said = [&](const std::string& after) {
      const Ran ran = diff(records.path(), {branch + "~1", after, "--format", "json"});
      CHECK(ran.status == 0);
      auto all = nlohmann::json::parse(ran.out);
      all.erase("summary");  // names the commits
      for (auto& [key, rows] : all.items()) {
        if (!rows.is_array()) continue;
        for (auto& row : rows) row.erase("cause");
      }
      return all;
    };
    CAPTURE(branch);
    const auto untouched = said(branch);
    turned += untouched["verdicts"].size();
    CHECK(untouched == said("edited-" + std::string(from)));
  }
  CHECK(turned > 10);
}

TEST_CASE("diff: --where chooses among initiatives") {
  const GitRecords records;
  for (const char* id : {"work", "rest"}) {
    std::string text = record(slow);
    text.replace(text.find("id: work"), 8, "id: " + std::string(id));
    records.write(std::string(id) + ".yaml", text);
  }
  records.commit_all("2026-07-01");
  for (const char* id : {"work", "rest"}) {
    std::string text = record(quick, id == std::string("work") ? "active" : "paused");
    text.replace(text.find("id: work"), 8, "id: " + std::string(id));
    records.write(std::string(id) + ".yaml", text);
  }
  const Ran all = diff(records.path(), {"HEAD", "--format", "csv", "--table", "verdicts"});
  CHECK(says(all.out, ",work/it,"));
  CHECK(says(all.out, ",rest/it,"));
  const Ran some = diff(records.path(), {"HEAD", "--where", "status = paused", "--format", "csv",
                                         "--table", "verdicts"});
  CHECK_FALSE(says(some.out, ",work/it,"));
  CHECK(says(some.out, ",rest/it,"));
  const Ran none = diff(records.path(), {"HEAD", "--where", "status = stopped", "--exit-code"});
  CHECK(none.status == 0);
  CHECK(says(none.out, "only initiatives where status = stopped"));
  CHECK(says(none.out, "Nothing changed in meaning."));
  const Ran wrong = diff(records.path(), {"HEAD", "--where", "statsu = paused"});
  CHECK(wrong.status == 2);
  CHECK(says(wrong.err, "did you mean `status`?"));
}

TEST_CASE("diff: --where asks both states, so that nothing leaves the answer by being changed") {
  const GitRecords records;
  records.commit("work.yaml", record(slow), "2026-07-01T12:00:00+0000");
  records.write("work.yaml", record(quick, "paused"));
  for (const char* condition :
       {"status = active", "status = paused", "verdict = off_track", "verdict = on_track"}) {
    const Ran ran = diff(records.path(),
                         {"HEAD", "--where", condition, "--format", "csv", "--table", "verdicts"});
    CHECK_MESSAGE(says(ran.out, ",work/it,"), condition);
    // What has no side of its own in the older state belongs to a record that has.
    const Ran measured = diff(records.path(), {"HEAD", "--where", condition});
    CHECK_MESSAGE(says(measured.out, "Measurements"), condition);
  }
  CHECK_FALSE(says(diff(records.path(), {"HEAD", "--where", "status = stopped"}).out, "work/it"));
}

TEST_CASE("diff: an outcome that was moved is of the initiative it left, and of the other") {
  const GitRecords records;
  const std::string rest =
      "kind: initiative\nid: rest\ntitle: Rest\ntype: project\nstatus: active\n"
      "parties: [{relationship: dhhs, role: sponsor}]\n";
  const std::string work = record(slow);
  const std::size_t outcomes = work.find("outcomes:");
  records.write("rest.yaml", rest);
  records.commit("work.yaml", work, "2026-07-01T12:00:00+0000");
  records.write("work.yaml", work.substr(0, outcomes));
  records.write("rest.yaml", rest + work.substr(outcomes));
  for (const char* condition : {"id = work", "id = rest"}) {
    const Ran ran = diff(records.path(), {"HEAD", "--where", condition});
    CHECK_MESSAGE(says(ran.out, "moved   It changes  outcome  work  rest  edit"), ran.out);
    CHECK(says(ran.out, "moved from Work; it was off track there, and is off track here"));
  }
}

TEST_CASE("diff: what brm.yaml tells to ignore now was not removed") {
  const GitRecords records;
  const std::string office = "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n";
  records.write("brm.yaml", office);
  records.write("drafts/gone.yaml", "kind: person\nid: gone\ntitle: Gone\nrole: R\n");
  records.commit("drafts/work.yaml", record(slow), "2026-07-01T12:00:00+0000");
  records.write("brm.yaml", office + "ignore: [drafts]\n");
  std::filesystem::remove(records.path("drafts/gone.yaml"));
  const Ran ran = diff(records.path(), {"HEAD", "--format", "csv", "--table", "records"});
  CHECK(ran.status == 0);
  CHECK(says(ran.out, "ignored now,Work,initiative,drafts/work.yaml,,edit,"));
  CHECK(says(ran.out, ",neutral,"));
  CHECK(says(ran.out, "removed,Gone,person,drafts/gone.yaml,,edit,"));
  records.commit_all("2026-07-07");
  records.write("brm.yaml", office);
  CHECK(says(diff(records.path(), {"HEAD"}).out, "not ignored now  Work"));
}

TEST_CASE("diff: a record that moved, and one that went and came again") {
  const GitRecords records;
  records.commit("work.yaml", record(slow), "2026-06-01T12:00:00+0000");
  records.git("mv work.yaml other.yaml", "2026-06-02T12:00:00+0000");
  std::filesystem::create_directories(records.path("programs"));
  records.git("mv other.yaml programs/work.yaml", "2026-06-02T12:00:00+0000");
  records.commit_all("2026-06-02");
  const Ran moved = diff(records.path(), {"HEAD~1", "HEAD"});
  CHECK(says(moved.out, "moved   Work    initiative  work.yaml  programs/work.yaml"));
  std::filesystem::remove(records.path("programs/work.yaml"));
  records.write("brm.yaml", "kind: office\nid: it\ntitle: IT\njurisdiction: X\n");
  records.commit_all("2026-06-08");
  records.write("programs/work.yaml", record(quick));
  records.commit_all("2026-06-15");
  CHECK(says(diff(records.path(), {"HEAD~2", "HEAD~1"}).out, "removed"));
  CHECK(says(diff(records.path(), {"HEAD~1", "HEAD"}).out, "added"));
  // Over the gap it is one record, whose measurements are others.
  const Ran over = diff(records.path(), {"HEAD~2", "HEAD"});
  CHECK_FALSE(says(over.out, "removed"));
  CHECK(says(over.out, "written over"));
  Setting setting;
  setting.git = find_git(records.path());
  const Ran history = run_brm({"-C", records.path(), "history", "work"}, setting);
  CHECK(history.status == 0);
  CHECK(says(history.out, "versions  4"));
  CHECK(says(history.out, "2026-06-08"));
  CHECK(says(history.out, "2026-06-01"));
}

TEST_CASE("diff: each mistake has an answer with a way on") {
  const GitRecords records;
  fill(records);
  const std::string office = records.path("office");
  const auto failure = [&](const std::string& folder, const std::vector<std::string>& arguments) {
    const Ran ran = diff(folder, arguments);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    return ran.err;
  };
  CHECK(failure(office, {"mian"}) ==
        "brm: no commit is called `mian` here\nhelp: did you mean `main`?\n");
  CHECK(says(failure(office, {"2020-01-01"}), "the first commit is of 2026-07-01"));
  CHECK(says(failure(office, {}), "REVISION"));
  const TemporaryFolder elsewhere;
  CHECK(says(failure(elsewhere.path(), {"HEAD"}), "these records are in no git repository"));

  // In the first commits the folder was not there.
  const GitRecords young;
  young.commit("readme.md", "soon\n", "2026-01-01T12:00:00+0000");
  young.commit("office/work.yaml", record(slow), "2026-07-01T12:00:00+0000");
  const std::string before = failure(young.path("office"), {"HEAD~1"});
  CHECK(says(before, "of 2026-01-01 holds no record below `office`"));
  CHECK(says(before, "`git log --oneline -- office` lists those there are"));

  records.git("clone -q --bare . '" + elsewhere.at("bare.git") + "'");
  CHECK(
      says(failure(elsewhere.at("bare.git"), {"HEAD"}), "name the other revision: brm diff HEAD"));
  CHECK(diff(elsewhere.at("bare.git"), {"HEAD~1", "HEAD"}).status == 0);
  // Where nothing can be checked nothing was mended.
  Setting bare;
  bare.git = find_git(elsewhere.at("bare.git"));
  const Ran checked =
      run_brm({"-C", elsewhere.at("bare.git"), "check", "--new-since", "HEAD"}, bare);
  CHECK(checked.status == 2);
  CHECK(says(checked.err, "is a bare repository"));
  records.git("clone -q --depth 1 'file://" + records.path() + "' '" + elsewhere.at("shallow") +
              "'");
  CHECK(says(failure(elsewhere.at("shallow/office"), {"HEAD~1"}), "git fetch --deepen"));
  CHECK(says(failure(elsewhere.at("shallow/office"), {"2026-07-02"}), "git fetch --unshallow"));
  records.git("worktree add -q '" + elsewhere.at("tree") + "' HEAD~1");
  CHECK(says(diff(elsewhere.at("tree/office"), {"main"}).out,
             "worse   It changes  on_track  off_track"));
}

TEST_CASE("diff: what cannot be read of either state is said, and the status is 2") {
  const GitRecords records;
  fill(records);
  const std::string office = records.path("office");
  records.commit("office/other.yaml", "kind: person\nid: other\nrole: R\nsince: soon\n",
                 "2026-07-07T12:00:00+0000");
  records.commit("office/other.yaml", "kind: person\nid: other\nrole: R\n",
                 "2026-07-08T12:00:00+0000");
  const Ran ran = diff(office, {"HEAD~1", "HEAD", "--exit-code"});
  CHECK(ran.status == 2);
  CHECK(says(ran.err, "brm: in HEAD~1: 1 value or file in the records could not be read"));
  CHECK(says(ran.out, "! in HEAD~1: 1 value or file"));
  const Ran turned = diff(office, {"HEAD", "HEAD~1"});
  CHECK(turned.status == 2);
  CHECK(says(turned.err, "brm: in HEAD~1: "));
}

TEST_CASE("diff: a file that cannot be read any more was not removed, nor its risks closed") {
  const GitRecords records;
  const std::string risks =
      "risks:\n  - {id: breaks, event: It breaks, likelihood: {percent: 10}, impact: {amount: "
      "1000}, "
      "response: [mitigate], managed_by: dhhs, status: open}\n";
  records.commit("work.yaml", record(slow) + risks, "2026-07-01T12:00:00+0000");
  records.write("work.yaml", record(slow) + risks + "notes: [\n");
  const Ran ran = diff(records.path(), {"HEAD"});
  CHECK(ran.status == 2);
  CHECK(says(ran.out, "cannot be read  Work    initiative  work.yaml  unread"));
  CHECK(says(ran.out, "it is there, and what changed in it is not known"));
  CHECK_FALSE(says(ran.out, "removed"));
  CHECK_FALSE(says(ran.out, "closed  "));
  CHECK(says(ran.out, "worse             0"));
  records.commit_all("2026-07-06");
  records.write("work.yaml", record(slow) + risks);
  const Ran back = diff(records.path(), {"HEAD"});
  CHECK(back.status == 2);
  CHECK(says(back.out, "can be read"));
  CHECK_FALSE(says(back.out, "added"));
  CHECK_FALSE(says(back.out, "opened"));
  // Whoever may not see what is not public is not told what else is there.
  const Ran outside = diff(records.path(), {"HEAD", "--audience", "public"});
  CHECK(outside.status == 2);
  CHECK_FALSE(says(outside.out, "work.yaml"));
}

TEST_CASE("diff: a day that has not come yet is refused, and says which day this is") {
  const GitRecords records;
  fill(records);
  const std::string office = records.path("office");
  for (const std::vector<std::string>& asked :
       {std::vector<std::string>{"2026-07-09"}, {"HEAD", "2026-07-09"}}) {
    const Ran ran = diff(office, asked);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err ==
          "brm: 2026-07-09 is after today, 2026-07-08\nhelp: name a day that has come\n");
  }
  CHECK(diff(office, {"2026-07-08"}).status == 0);
  const Ran asked = diff(office, {"2026-07-06", "--as-of", "2026-07-05"});
  CHECK(asked.status == 2);
  CHECK(says(asked.err, "2026-07-06 is after the as-of date, 2026-07-05"));
}

TEST_CASE("diff: with --own-days it says as of a day what was said on that day") {
  const GitRecords records;
  fill(records);
  const std::string office = records.path("office");
  const auto rows = [](const Ran& ran) {  // all but the first line, and what to type next
    CHECK(ran.status == 0);
    const std::size_t first = ran.out.find("\n\n");
    return ran.out.substr(first, ran.out.find("\nLook first at Work:\n") - first);
  };
  const Ran then = diff(office, {"HEAD"}, "2027-02-01");
  CHECK(says(then.out, "undetermined"));
  const Ran later = diff(office, {"HEAD", "--as-of", "2027-02-01", "--own-days"}, "2027-05-05");
  CHECK(rows(later) == rows(then));
  // Of nothing that was committed later than that day more is known.
  const Ran early = diff(office, {"HEAD~1", "HEAD", "--as-of", "2026-07-03", "--own-days"});
  CHECK(says(early.out, "Changes from HEAD~1 to HEAD · IT · as of 2026-07-03"));
}

TEST_CASE("diff: an object that is broken") {
  const GitRecords records;
  fill(records);
  const auto repository = Repository::open(records.path("office"));
  REQUIRE(repository.ok());
  const Commit head = repository.value().find("HEAD").value();
  const std::string blob = repository.value().file_at(head, "work.yaml").value()->blob;
  const std::string loose = ".git/objects/" + blob.substr(0, 2) + "/" + blob.substr(2);
  std::filesystem::permissions(records.path(loose), std::filesystem::perms::owner_all);
  records.folder().write(loose, "this is no object");
  const Ran ran = diff(records.path("office"), {"HEAD~1", "HEAD"});
  CHECK(ran.status == 2);
  CHECK(says(ran.err, "brm: in HEAD: work.yaml: object " + blob + " cannot be read"));
}

}  // namespace brm::test
