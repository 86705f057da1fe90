// `brm report weekly` over repositories of the disk, which golden cases cannot hold.
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
  CHECK(says(week.out, "better  off_track  on_track  It changes  edit"));
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
  CHECK(says(file.files.front().bytes, "Also changed\n1 status. `brm diff HEAD~1` shows all.\n"));
  CHECK_FALSE(says(weekly(records.path(), {"--since", "HEAD"}).out, "Also changed"));
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

TEST_CASE("weekly: other reports compare nothing") {
  const Ran ran = run_brm({"-C", source_path("examples/small"), "report", "risks", "--if-changed"});
  CHECK(ran.status == 2);
  CHECK(ran.err ==
        "brm: the report risks compares nothing\nhelp: --since and --if-changed are for the report "
        "weekly\n");
}

}  // namespace brm::test
