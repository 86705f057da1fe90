// `brm history` over repositories of the disk, which golden cases cannot hold.
#include <filesystem>

#include "read/find_git.h"
#include "support/run.h"
#include "unit/history/git_records.h"

namespace brm::test {
namespace {

std::string record(const std::string& values, const std::string& target = "100",
                   const std::string& status = "active") {
  return "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: " + status +
         "\nparties: [{relationship: dhhs, role: sponsor}]\noutcomes:\n  - id: it\n    title: It "
         "changes\n    indicator: {measure: m, unit: steps, direction: increase, frequency: "
         "quarterly}\n    baseline: {date: 2026-01-01, value: 0}\n    target: {date: 2026-12-31, "
         "value: " +
         target + "}\n    measurements: [" + values + "]\n";
}
const std::string slow = "{date: 2026-03-31, value: 10}, {date: 2026-06-30, value: 20}";
const std::string quick = "{date: 2026-03-31, value: 30}, {date: 2026-06-30, value: 60}";

/// Added, changed, moved to another folder with a change of another file, and edited since.
void fill(const GitRecords& records) {
  const std::string noon = "T12:00:00+0000";
  records.commit("readme.md", "soon\n", "2026-06-01" + noon);
  records.commit("work.yaml", record(slow), "2026-07-01" + noon);
  records.commit("readme.md", "records\n", "2026-07-02" + noon);
  records.commit("work.yaml", record(quick), "2026-07-03" + noon);
  records.folder().make_folder("initiatives");
  records.git("mv work.yaml initiatives/work.yaml");
  records.commit("initiatives/work.yaml", record(quick, "60"), "2026-07-06" + noon);
  records.write("initiatives/work.yaml", record(quick, "60", "paused"));
}

Ran history(const std::string& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"-C", folder, "history"});
  Setting setting;
  setting.git = find_git(folder);
  return run_brm(arguments, setting);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("history: every change of a record, the newest first, through another folder") {
  const GitRecords records;
  fill(records);
  const Ran ran = history(records.path(), {"work", "--format", "csv", "--table", "changes"});
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  std::vector<std::string> lines = lines_of(ran.out);
  for (std::string& line : lines) line.resize(line.rfind(',', line.rfind(',') - 1));
  CHECK(lines == std::vector<std::string>{
                     "date,author,event,field,from,to",
                     "2026-07-08,not committed yet,changed,status,active,paused",
                     "2026-07-06,Ada,changed,outcomes.it.target.value,100,60",
                     "2026-07-06,Ada,moved,,work.yaml,initiatives/work.yaml",
                     "2026-07-03,Ada,changed,outcomes.it.measurements.2026-03-31.value,10,30",
                     "2026-07-03,Ada,changed,outcomes.it.measurements.2026-06-30.value,20,60",
                     "2026-07-01,Ada,added,,,work.yaml"});
}

TEST_CASE("history: an entry that came or went is one change") {
  const GitRecords records;
  const std::string noon = "T12:00:00+0000";
  const std::string third = ", {date: 2026-09-30, value: 80, note: Counted twice}";
  records.commit("work.yaml", record(quick), "2026-07-01" + noon);
  records.commit("work.yaml", record(quick + third), "2026-07-02" + noon);
  records.commit("work.yaml", record(slow), "2026-07-03" + noon);
  const Ran ran = history(records.path(), {"work", "--format", "csv", "--table", "changes"});
  CHECK(says(ran.out,
             "2026-07-02,Ada,set,outcomes.it.measurements.2026-09-30,,\"value: 80, note: "
             "Counted twice\","));
  CHECK(says(ran.out,
             "2026-07-03,Ada,removed,outcomes.it.measurements.2026-09-30,\"value: 80, "
             "note: Counted twice\",,"));
}

TEST_CASE("history: a whole part that came says each of its days once") {
  const GitRecords records;
  const std::string noon = "T12:00:00+0000";
  const std::string whole = record(slow);
  records.commit("work.yaml", whole.substr(0, whole.find("outcomes:")), "2026-07-01" + noon);
  records.commit("work.yaml", whole, "2026-07-02" + noon);
  const Ran ran = history(records.path(), {"work", "--format", "csv", "--table", "changes"});
  CHECK(says(ran.out, "measurements.2026-03-31.value: 10, measurements.2026-06-30.value: 20"));
  CHECK_FALSE(says(ran.out, "2026-03-31.date"));
}

TEST_CASE("history: the verdict after each commit, as of its day") {
  const GitRecords records;
  fill(records);
  const Ran ran = history(records.path(), {"work", "--format", "csv", "--table", "verdicts"});
  std::string verdicts;
  for (const std::string& line : lines_of(ran.out)) {
    verdicts += line.substr(0, line.find(',', line.find(',') + 1)) + " ";
  }
  CHECK(verdicts ==
        "date,verdict 2026-07-08,achieved 2026-07-06,achieved 2026-07-03,on_track "
        "2026-07-01,off_track ");
}

TEST_CASE("history: one field, with the names of entries or without, and of a part") {
  const GitRecords records;
  fill(records);
  const auto rows = [&](const std::vector<std::string>& arguments) {
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--format", "csv", "--table", "changes"});
    const Ran ran = history(records.path(), all);
    CHECK_MESSAGE(ran.status == 0, ran.err);
    return lines_of(ran.out).size() - 1;
  };
  CHECK(rows({"work", "--field", "status"}) == 2);  // first written, then changed
  CHECK(rows({"work", "--field", "outcomes.target.value"}) == 2);
  CHECK(rows({"work", "--field", "outcomes.it.target.value"}) == 2);
  CHECK(rows({"work", "--field", "outcomes.target"}) == 3);  // its date, too
  CHECK(rows({"work/it", "--field", "target.value"}) == 2);
  CHECK(rows({"work", "--field", "budget"}) == 0);
  const Ran unknown = history(records.path(), {"work", "--field", "statu"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err ==
        "brm: there is no field `statu` of the kind `initiative`\nhelp: did you mean `status`?\n");
  CHECK(says(history(records.path(), {"work", "--field", "verdict"}).err, "is computed"));
}

TEST_CASE("history: without authors there is no trace of them") {
  const GitRecords records;
  fill(records);
  for (const std::string format : {"text", "json", "csv", "markdown"}) {
    const Ran ran = history(records.path(), {"work", "--no-authors", "--format", format});
    CHECK(ran.status == 0);
    CHECK_FALSE(says(ran.out, "Ada"));
    CHECK_FALSE(says(ran.out, "author"));
  }
}

TEST_CASE("history: of a record that is gone, in a bare repository, in a clone cut off") {
  const GitRecords records;
  fill(records);
  const TemporaryFolder elsewhere;
  records.git("clone -q --bare . '" + elsewhere.at("bare.git") + "'");
  const Ran bare = history(elsewhere.at("bare.git"), {"work"});
  CHECK(says(bare.out, "History of Work"));
  CHECK_FALSE(says(bare.out, "not committed yet"));
  records.git("clone -q --depth 1 'file://" + records.path() + "' '" + elsewhere.at("shallow") +
              "'");
  const Ran shallow = history(elsewhere.at("shallow"), {"work"});
  CHECK(says(shallow.out, "! this clone was cut off when it was fetched"));

  records.git("rm -q -f initiatives/work.yaml");
  records.git("commit -q -m gone", "2026-07-07T12:00:00+0000");
  CHECK(says(history(records.path(), {"work"}).out, "History of Work"));
  const Ran none = history(records.path(), {"wrok"});
  CHECK(none.status == 2);
  CHECK(says(none.err, "there is no record or part `wrok`"));
}

TEST_CASE("history: what changed while nobody could read it, and a part that was taken out") {
  const std::string noon = "T12:00:00+0000";
  const GitRecords records;
  records.commit("work.yaml", record(slow), "2026-07-01" + noon);
  records.commit("work.yaml", record(slow) + "tags: [\n", "2026-07-02" + noon);
  records.commit("work.yaml", record(quick, "60"), "2026-07-03" + noon);
  const std::string whole = record(quick, "60");
  const std::string without = whole.substr(0, whole.find("outcomes:"));
  records.commit("work.yaml", without, "2026-07-04" + noon);
  records.write("work.yaml", "kind: [\n");
  const Ran all = history(records.path(), {"work", "--format", "csv", "--table", "changes"});
  CHECK(says(all.out, "unreadable,,work.yaml,"));
  CHECK(says(all.out, "2026-07-03,Ada,readable,"));
  CHECK(says(all.out, "2026-07-03,Ada,changed,outcomes.it.target.value,100,60,"));
  CHECK(says(all.out, "2026-07-02,Ada,unreadable,,work.yaml,"));
  CHECK(says(all.out, "not committed yet,unreadable,"));
  CHECK(all.status == 2);
  CHECK(says(history(records.path(), {"work"}).out, "the folder's work.yaml could not be read"));
  const Ran target = history(
      records.path(), {"work/it", "--field", "target", "--format", "csv", "--table", "changes"});
  CHECK(says(target.out, ",changed,target.value,100,60,"));
  const Ran part = history(records.path(), {"work/it", "--format", "csv", "--table", "changes"});
  CHECK(says(part.out, "2026-07-04,Ada,removed,"));
}

namespace {

const std::string noon = "T12:00:00+0000";

std::vector<std::string> changes_of(const Ran& ran) {
  std::vector<std::string> lines = lines_of(ran.out);
  for (std::string& line : lines) line.resize(line.rfind(',', line.rfind(',') - 1));
  lines.erase(lines.begin());
  return lines;
}
Ran rows(const std::string& folder, const std::string& id) {
  return history(folder, {id, "--format", "csv", "--table", "changes"});
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("history: a record that is gone is found, and who removed it and when comes first") {
  const GitRecords records;
  records.commit("work.yaml", record(slow), "2026-07-01" + noon);
  records.commit("readme.md", "more\n", "2026-07-02" + noon);
  records.git("rm -q work.yaml");
  records.git("commit -q -m 'no longer done'", "2026-07-03" + noon);
  records.commit("readme.md", "much more\n", "2026-07-04" + noon);
  const Ran ran = rows(records.path(), "work");
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  CHECK(changes_of(ran) == std::vector<std::string>{"2026-07-03,Ada,removed,,work.yaml,",
                                                    "2026-07-01,Ada,added,,,work.yaml"});
  CHECK(says(ran.out, "no longer done"));
  CHECK(says(history(records.path(), {"work", "--format", "markdown"}).out,
             "It is not there any more: work.yaml was removed on 2026-07-03."));
  const TemporaryFolder elsewhere;
  records.git("clone -q --bare . '" + elsewhere.at("bare.git") + "'");
  CHECK(rows(elsewhere.at("bare.git"), "work").out == ran.out);
  // Not committed yet, and there again.
  records.commit("work.yaml", record(slow), "2026-07-05" + noon);
  std::filesystem::remove(records.path("work.yaml"));
  const std::vector<std::string> again = changes_of(rows(records.path(), "work"));
  REQUIRE(again.size() == 4);
  CHECK(again[0] == "2026-07-08,not committed yet,removed,,work.yaml,");
  CHECK(again[1] == "2026-07-05,Ada,added again,,,work.yaml");
  const Ran none = history(records.path(), {"wrok"});
  CHECK(none.status == 2);
  CHECK(none.err ==
        "brm: there is no record or part `wrok` here, nor was there one in any commit\n"
        "help: did you mean `work`?\n");
  CHECK(says(history(elsewhere.at("bare.git"), {"wrok"}).err, "did you mean `work`?"));
}

TEST_CASE("history: a record that was given another id goes on, from either side") {
  const GitRecords records;
  records.commit("work.yaml", record(slow), "2026-07-01" + noon);
  records.commit("work.yaml", record(quick), "2026-07-02" + noon);
  const std::string toil = with(record(quick, "60"), "id: work", "id: toil");
  std::filesystem::remove(records.path("work.yaml"));
  records.commit("initiatives/toil.yaml", toil, "2026-07-03" + noon);
  const Ran now = rows(records.path(), "toil");
  CHECK(now.status == 0);
  CHECK(changes_of(now) ==
        std::vector<std::string>{
            "2026-07-03,Ada,renamed,id,work,toil",
            "2026-07-03,Ada,changed,outcomes.it.target.value,100,60",
            "2026-07-03,Ada,moved,,work.yaml,initiatives/toil.yaml",
            "2026-07-02,Ada,changed,outcomes.it.measurements.2026-03-31.value,10,30",
            "2026-07-02,Ada,changed,outcomes.it.measurements.2026-06-30.value,20,60",
            "2026-07-01,Ada,added,,,work.yaml"});
  CHECK(says(history(records.path(), {"toil", "--format", "markdown"}).out,
             "On 2026-07-03 it was renamed from `work`, and what follows was written under"));
  const Ran then = rows(records.path(), "work");
  CHECK(changes_of(then).front() == "2026-07-03,Ada,renamed,id,work,toil");
  CHECK(changes_of(then).size() == 4);
  CHECK(says(history(records.path(), {"work", "--format", "markdown"}).out,
             "Since 2026-07-03 it is called `toil`: `brm history toil` goes on."));
  // A part of it, by what the record and the part are called now.
  const std::string it = with(toil, "id: it", "id: steps");
  records.commit("initiatives/toil.yaml", it, "2026-07-04" + noon);
  const std::vector<std::string> part = changes_of(rows(records.path(), "toil/steps"));
  REQUIRE(part.size() == 7);
  CHECK(part[0] == "2026-07-04,Ada,renamed,id,it,steps");
  CHECK(part[1] == "2026-07-03,Ada,changed,target.value,100,60");
  CHECK(part[3] == "2026-07-03,Ada,renamed,,work,toil");
}

TEST_CASE("history: another id in the same file, in the folder, and another file of one id") {
  const GitRecords records;
  records.commit("it.yaml", record(slow), "2026-07-01" + noon);
  records.commit("it.yaml", with(record(slow), "id: work", "id: toil"), "2026-07-02" + noon);
  records.write("it.yaml", with(record(slow, "60"), "id: work", "id: labor"));
  CHECK(changes_of(rows(records.path(), "labor")) ==
        std::vector<std::string>{"2026-07-08,not committed yet,renamed,id,toil,labor",
                                 "2026-07-08,not committed yet,changed,"
                                 "outcomes.it.target.value,100,60",
                                 "2026-07-02,Ada,renamed,id,work,toil",
                                 "2026-07-01,Ada,added,,,it.yaml"});
  const Ran toil = rows(records.path(), "toil");
  CHECK(toil.status == 0);
  CHECK(changes_of(toil) ==
        std::vector<std::string>{"2026-07-08,not committed yet,renamed,id,toil,labor",
                                 "2026-07-02,Ada,renamed,id,work,toil",
                                 "2026-07-01,Ada,added,,,it.yaml"});
  records.write("it.yaml", with(record(slow), "id: work", "id: toil"));
  records.git("mv it.yaml toil.yaml");
  records.commit_all("2026-07-03");
  CHECK(changes_of(rows(records.path(), "toil")).front() ==
        "2026-07-03,Ada,moved,,it.yaml,toil.yaml");
}

TEST_CASE("history: what only stands where another record was is not taken for it") {
  const GitRecords records;
  records.commit("slot.yaml", record(slow), "2026-07-01" + noon);
  const std::string other =
      "kind: initiative\nid: other\ntitle: Another matter\ntype: program\nstatus: proposed\n"
      "parties: [{relationship: dhhs, role: user}]\n";
  records.commit("slot.yaml", other, "2026-07-02" + noon);
  const Ran ran = rows(records.path(), "other");
  CHECK(changes_of(ran) == std::vector<std::string>{"2026-07-02,Ada,added,,,slot.yaml"});
  CHECK(says(history(records.path(), {"other", "--format", "markdown"}).out,
             "On 2026-07-02 it was added in slot.yaml, where `work` was removed: `brm history "
             "work`."));
  CHECK(changes_of(rows(records.path(), "work")) ==
        std::vector<std::string>{"2026-07-02,Ada,removed,,slot.yaml,",
                                 "2026-07-01,Ada,added,,,slot.yaml"});
}

TEST_CASE("history: what brm.yaml tells to ignore was not removed") {
  const GitRecords records;
  const std::string office = "kind: office\nid: it\ntitle: IT\njurisdiction: X\n";
  records.write("brm.yaml", office);
  records.commit("drafts/work.yaml", record(slow), "2026-07-01" + noon);
  records.write("brm.yaml", office + "ignore: [drafts]\n");
  const Ran ran = rows(records.path(), "work");
  CHECK(ran.status == 0);
  CHECK_FALSE(says(ran.out, "removed"));
  records.write("drafts/work.yaml", record(quick));
  CHECK(changes_of(rows(records.path(), "work")).front() ==
        "2026-07-08,not committed yet,ignored now,,drafts/work.yaml,");
}

}  // namespace brm::test
