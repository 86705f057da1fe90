// `brm report weekly` over repositories of the disk, which golden cases cannot hold.
#include <filesystem>

#include "history/repository.h"
#include "read/find_git.h"
#include "support/run.h"
#include "unit/assess/two_states.h"
#include "unit/history/git_records.h"

namespace brm::test {
namespace {

void write(const GitRecords& records, const Files& files) {
  for (const auto& [path, bytes] : files) records.write(path, bytes);
}

/// One commit on 2026-06-25 and another on 2026-07-06.
void fill(const GitRecords& records) {
  write(records, folder_with(rise(slow)));
  records.commit_all("2026-06-25");
  write(records, folder_with(rise(quick)));
  records.commit_all("2026-07-06");
}

Ran weekly(const std::string& folder, std::vector<std::string> arguments = {},
           const std::string& today = "2026-07-08") {
  arguments.insert(arguments.begin(), {"-C", folder, "report", "weekly"});
  Setting setting;
  setting.git = find_git(folder);
  setting.today = today;
  return run_brm(arguments, setting);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("weekly: a week back where nothing else is said, or as far as --since says") {
  const GitRecords records;
  fill(records);
  const Ran week = weekly(records.path());
  CHECK(week.status == 0);
  CHECK(week.err.empty());
  CHECK(says(week.out, "What changed since 2026-07-01 · Office · as of 2026-07-08"));
  CHECK(says(week.out, "of 2026-06-25, judged as of"));
  CHECK(says(week.out, "better  It changes  off_track  on_track  edit"));
  CHECK(says(weekly(records.path(), {"--since", "HEAD~1"}).out, "What changed since HEAD~1"));
  CHECK(says(weekly(records.path(), {"--since", "2026-06-30"}).out, "since 2026-06-30"));
  const Ran later = weekly(records.path(), {"--since", "1d"});
  CHECK(says(later.out, "No verdict changed."));
}

TEST_CASE("weekly: with --if-changed nothing is said where nothing changed") {
  const GitRecords records;
  fill(records);
  const Ran nothing = weekly(records.path(), {"--since", "1d", "--if-changed"});
  CHECK(nothing.status == 0);
  CHECK(nothing.out.empty());
  CHECK(nothing.err.empty());
  CHECK(says(weekly(records.path(), {"--if-changed"}).out, "on_track"));
  // Nobody edits anything, and the measurement that is due falls behind.
  CHECK_FALSE(weekly(records.path(), {"--if-changed"}, "2026-10-05").out.empty());
}

TEST_CASE("weekly: what has no table of its own is counted, so that no letter comes without news") {
  const GitRecords records;
  fill(records);
  Files files = folder_with(rise(quick));
  for (auto& [path, bytes] : files) {
    const std::size_t at = bytes.find("status: active");
    if (at != std::string::npos) bytes.replace(at, 14, "status: paused");
  }
  write(records, files);
  records.commit_all("2026-07-07");
  const Ran ran = weekly(records.path(), {"--since", "HEAD~1", "--if-changed"});
  // The folder's own path decides where the line is broken.
  CHECK(says(ran.out, "Also changed\n1 status. `brm -C"));
  const Ran file = weekly(records.path(), {"--since", "HEAD~1", "--if-changed", "-o", "x.txt"});
  REQUIRE(file.files.size() == 1);
  CHECK(says(file.files.front().bytes,
             "Also changed\n1 status. `brm diff HEAD~1 --as-of 2026-07-08 --own-days` "
             "shows all.\n"));
  CHECK_FALSE(says(weekly(records.path(), {"--since", "HEAD"}).out, "Also changed"));
}

TEST_CASE("weekly: what it says to type says what the letter said, on any later day") {
  const GitRecords records;
  fill(records);
  const Ran text = weekly(records.path(), {"--since", "2026-07-06", "-o", "x.txt"}, "2026-11-16");
  REQUIRE(text.files.size() == 1);
  CHECK(says(text.files.front().bytes, "verdicts worse          1"));
  Setting setting;
  setting.git = find_git(records.path());
  setting.today = "2027-02-01";
  const Ran shown = run_brm(
      {"-C", records.path(), "diff", "2026-07-06", "--as-of", "2026-11-16", "--own-days"}, setting);
  CHECK(says(shown.out, "unknown  It changes  on_track  stale"));
}

TEST_CASE("weekly: --where chooses in every section, and leaves out what is of no initiative") {
  const GitRecords records;
  Files files = folder_with(rise(slow));
  files["initiatives/rest.yaml"] = files["initiatives/work.yaml"];
  std::string& rest = files["initiatives/rest.yaml"];
  rest.replace(rest.find("id: work"), 8, "id: rest");
  files.merge(
      party("cadence: monthly\nreviews: [{date: 2025-01-01}]\n"
            "promises: [{id: p, by: us, text: A call, made: 2025-01-01, due: 2026-01-31}]\n"));
  write(records, files);
  records.commit_all("2026-06-25");
  for (const char* path : {"initiatives/work.yaml", "initiatives/rest.yaml"}) {
    std::string& text = files[path];
    text.replace(text.find("value: 10}"), 10, "value: 30}");
    text.replace(text.find("value: 20}"), 10, "value: 60}");
  }
  std::string& partner = files["relationships/dhhs.yaml"];
  partner.replace(partner.find("tier: strategic"), 15, "tier: preferred");
  write(records, files);
  const Ran all = weekly(records.path());
  CHECK(says(all.out, "verdicts better         2"));
  CHECK(says(all.out, "our promise: A call"));
  CHECK(says(all.out, "Went quiet"));
  CHECK(says(all.out, "1 status"));
  const Ran some = weekly(records.path(), {"--where", "id = work"});
  CHECK(some.status == 0);
  CHECK(says(some.out, "only initiatives where id = work"));
  CHECK(says(some.out, "verdicts better         1"));
  CHECK(says(some.out, "overdue                 0"));
  CHECK_FALSE(says(some.out, "our promise: A call"));
  CHECK_FALSE(says(some.out, "Went quiet"));
  CHECK_FALSE(says(some.out, "1 status"));
  CHECK_FALSE(says(some.out, "data hygiene"));
  const Ran file = weekly(records.path(), {"--where", "id = work", "-o", "x.txt"});
  REQUIRE(file.files.size() == 1);
  CHECK(says(file.files.front().bytes, "--own-days --where 'id = work'` shows"));
  const Ran none = weekly(records.path(), {"--where", "id = nothing", "--if-changed"});
  CHECK(none.status == 0);
  CHECK(none.out.empty());
}

TEST_CASE("weekly: a day that has not come yet is refused") {
  const GitRecords records;
  fill(records);
  const Ran ran = weekly(records.path(), {"--since", "2026-07-09"});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK(says(ran.err, "2026-07-09 is after today, 2026-07-08"));
}

TEST_CASE("weekly: without a history it says so, and says what it can") {
  const TemporaryFolder folder;
  for (const auto& [path, bytes] : folder_with(rise(slow))) {
    folder.make_folder("initiatives");
    folder.write(path, bytes);
  }
  const Ran alone = weekly(folder.path(), {"--if-changed"});
  CHECK(alone.status == 0);
  CHECK(says(alone.out, "What changed cannot be said: "));
  CHECK(says(alone.out, "these records are in no git repository"));
  CHECK(says(alone.out, "Needs a decision"));
  CHECK(weekly(folder.path(), {"--since", "HEAD~1"}).status == 2);

  const GitRecords young;
  write(young, folder_with(rise(slow)));
  young.commit_all("2026-07-06");
  const Ran first = weekly(young.path());
  CHECK(first.status == 0);
  CHECK(says(first.out, "nothing was committed until 2026-07-01"));
  const Ran named = weekly(young.path(), {"--since", "2026-07-01"});
  CHECK(named.status == 2);
  CHECK(says(named.err, "the first commit is of 2026-07-06"));
}

TEST_CASE("weekly: what could not be read a week ago is said, and the status is 2") {
  const GitRecords records;
  write(records, folder_with(rise(slow)));
  records.write("people/jane.yaml", "kind: person\nid: jane\nrole: R\nsince: soon\n");
  records.commit_all("2026-06-25");
  records.write("people/jane.yaml", "kind: person\nid: jane\nrole: R\n");
  const Ran ran = weekly(records.path());
  CHECK(ran.status == 2);
  CHECK(says(ran.out, "! in 2026-07-01: 1 value or file"));
}

TEST_CASE("weekly: a damaged repository is no repository without a history") {
  const GitRecords records;
  fill(records);
  const Repository whole = Repository::open(records.path()).value();
  const std::string id = whole.find("HEAD~1").value().id;
  std::filesystem::remove(records.path(".git/objects/" + id.substr(0, 2) + "/" + id.substr(2)));
  const Ran ran = weekly(records.path());
  CHECK(ran.status == 2);
  CHECK(says(ran.out, "What changed cannot be said: what comes before commit "));
  CHECK(says(ran.out, "Needs a decision"));
  CHECK(says(ran.err, "brm: What changed cannot be said: "));
  const Ran named = weekly(records.path(), {"--since", "HEAD~1"});
  CHECK(named.status == 2);
  CHECK(says(named.err, "brm: the parent of commit "));
  CHECK(says(named.err, "object not found"));
}

TEST_CASE("weekly: what went while it went wrong is not only counted, nor what is out of sight") {
  const GitRecords records;
  Files files = folder_with(rise(slow));
  std::string second = files["initiatives/work.yaml"];
  second.replace(second.find("id: work"), 8, "id: rest");
  second.replace(second.find("title: Work"), 11, "title: Rest");
  const std::string green =
      "reported_status: [{date: 2026-06-20, by: jane, rating: green, scale: rag}]\n";
  files["initiatives/rest.yaml"] = second + green;
  write(records, files);
  records.commit_all("2026-06-25");
  std::filesystem::remove(records.path("initiatives/work.yaml"));
  records.write("initiatives/rest.yaml", second);
  const Ran ran = weekly(records.path());
  CHECK(says(ran.out, "Also worse, or out of sight"));
  CHECK(says(ran.out, "removed     Work"));
  CHECK(says(ran.out, "taken away  Rest"));
  CHECK(says(ran.out, "hidden      Rest"));
  CHECK(says(ran.out, "it was off track: "));
  CHECK(says(ran.out, "verdicts better         0"));
}

TEST_CASE("weekly: other reports compare nothing") {
  const Ran ran = run_brm({"-C", source_path("examples/small"), "report", "risks", "--if-changed"});
  CHECK(ran.status == 2);
  CHECK(ran.err ==
        "brm: the report risks compares nothing\nhelp: --since and --if-changed are for the report "
        "weekly\n");
}

}  // namespace brm::test
