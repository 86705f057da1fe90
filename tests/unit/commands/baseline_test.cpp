// Only what is new: findings of earlier days are known again and not failed on.
#include <doctest/doctest.h>

#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

using Files = std::map<std::string, std::string>;

const std::string record =
    "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: transactional\n"
    "manager: jane-doe\nparent: dhss\n";

/// The folder with a file `old` that holds its findings.
std::string baseline_of(const Files& files, const TemporaryFolder& folder) {
  const Ran ran = run_brm_on(files, {"check", "--write-baseline", folder.at("old")});
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  REQUIRE(ran.files.size() == 1);
  CHECK(ran.files[0].path == folder.at("old"));
  write_file(ran.files[0].path, ran.files[0].bytes);
  return ran.files[0].bytes;
}

Ran checked(const Files& files, const TemporaryFolder& folder) {
  return run_brm_on(files, {"check", "--fail-on", "note", "--baseline", folder.at("old")});
}

std::string last_line(const std::string& text) { return lines_of(text).back(); }

}  // namespace

TEST_CASE("baseline: what it holds is counted, and neither shown nor failed on") {
  const TemporaryFolder folder;
  const Files files{{"relationships/dhhs.yaml", record}};
  CHECK(run_brm_on(files, {"check"}).status == 1);
  const std::string text = baseline_of(files, folder);
  CHECK(text.find(
            " dangling-reference relationships/dhhs.yaml: no relationship is called `dhss`\n") !=
        std::string::npos);
  CHECK(text.find(":7:") == std::string::npos);
  const Ran ran = checked(files, folder);
  CHECK(ran.status == 0);
  CHECK(ran.out == "1 record checked: 0 errors, 0 warnings, 0 notes; 3 accepted by the baseline\n");
  CHECK(ran.err.empty());
}

TEST_CASE("baseline: one that moved is old, one more is new") {
  const TemporaryFolder folder;
  baseline_of({{"relationships/dhhs.yaml", record}}, folder);
  CHECK(checked({{"relationships/dhhs.yaml", "# a line more\n" + record}}, folder).status == 0);
  const Ran ran = checked({{"relationships/dhhs.yaml", record + "reviewed: 2026-02-30\n"}}, folder);
  CHECK(ran.status == 1);
  CHECK(lines_of(ran.out).at(0).find("[bad-date]") != std::string::npos);
  CHECK(last_line(ran.out) ==
        "1 record checked: 1 error, 0 warnings, 0 notes; 3 accepted by the baseline");
}

TEST_CASE("baseline: what was mended is said, unless only a part was asked for") {
  const TemporaryFolder folder;
  baseline_of({{"relationships/dhhs.yaml", record}}, folder);
  const Files mended{{"relationships/dhhs.yaml", record.substr(0, record.find("parent"))}};
  const Ran ran = checked(mended, folder);
  CHECK(ran.status == 0);
  CHECK(ran.err ==
        "brm: 1 finding of the baseline is mended:\n  relationships/dhhs.yaml: no relationship is "
        "called `dhss` [dangling-reference]\nhelp: rewrite it with --write-baseline " +
            folder.at("old") + ", so that none of them comes back unseen\n");
  const Ran part =
      run_brm_on(mended, {"check", "--only", "no-office", "--baseline", folder.at("old")});
  CHECK(part.err.empty());
}

TEST_CASE("baseline: a file that is none is refused, and so is one of a part") {
  const TemporaryFolder folder;
  const auto refusal = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"check"};
    for (const std::string& option : options) arguments.push_back(option);
    const Ran ran = run_brm_on({{"relationships/dhhs.yaml", record}}, arguments);
    CHECK(ran.status == 2);
    CHECK(ran.files.empty());
    return lines_of(ran.err).at(0);
  };
  write_file(folder.at("other"), "# none\n\nid: dhhs\n");
  CHECK(refusal({"--baseline", folder.at("other")}) ==
        "brm: " + folder.at("other") + ":3: `id:` is no fingerprint");
  CHECK(refusal({"--baseline", folder.at("not-there")}) ==
        "brm: " + folder.at("not-there") + " could not be read: No such file or directory");
  CHECK(refusal({"--write-baseline", "x", "--only", "bad-date"}) ==
        "brm: --write-baseline takes all findings, and here only some are asked for");
  CHECK(refusal({"--write-baseline", "x.yaml"}) ==
        "brm: --write-baseline `x.yaml` would be a record, and a baseline is none");
}

TEST_CASE("baseline: a file that cannot be read is in none") {
  const TemporaryFolder folder;
  const Files files{{"relationships/dhhs.yaml", record}, {"it.yaml", "kind: office\nid: \"it\n"}};
  const Ran written = run_brm_on(files, {"check", "--write-baseline", folder.at("old")});
  CHECK(written.status == 1);
  CHECK(written.out.find("it.yaml:2:5: error: this quote is not closed [unclosed-quote]") == 0);
  REQUIRE(written.files.size() == 1);
  CHECK(written.files[0].bytes.find("it.yaml") == std::string::npos);
  write_file(folder.at("old"), written.files[0].bytes);
  CHECK(checked(files, folder).status == 1);
}

TEST_CASE("baseline: what is in the way of its file is not written over") {
  const TemporaryFolder folder;
  const auto write = [&] {
    return run_brm_on({{"relationships/dhhs.yaml", record}},
                      {"check", "--write-baseline", folder.at("old")});
  };
  for (const std::string text : {"# Notes\n", "id: dhhs\n", "# Notes\n\nof ours\n"}) {
    write_file(folder.at("old"), text);
    const Ran refused = write();
    CHECK(refused.status == 2);
    CHECK(refused.files.empty());
    CHECK(refused.err == "brm: --write-baseline `" + folder.at("old") +
                             "`: this file is there, and it is no baseline\nhelp: name another "
                             "file, such as brm.baseline; nothing was written\n");
  }
  write_file(folder.at("old"), "");
  const Ran first = write();
  CHECK(first.status == 0);
  write_file(folder.at("old"), first.files.at(0).bytes);
  CHECK(write().status == 0);
  write_file(folder.at("old"), "\xEF\xBB\xBF" + first.files.at(0).bytes);
  CHECK(write().status == 0);
  CHECK(checked({{"relationships/dhhs.yaml", record}}, folder).status == 0);
  // As git writes it out where it is told to.
  std::string lines;
  for (const char c : first.files.at(0).bytes) lines += c == '\n' ? "\r\n" : std::string(1, c);
  write_file(folder.at("old"), lines);
  const Ran windows = checked({{"relationships/dhhs.yaml", record}}, folder);
  CHECK(windows.status == 0);
  CHECK((windows.out + windows.err).find("mended") == std::string::npos);
  for (const std::string option : {"--baseline", "--write-baseline", "--policy"}) {
    const Ran dash = run_brm_on({{"relationships/dhhs.yaml", record}}, {"check", option, "-"});
    CHECK(dash.status == 2);
    CHECK(dash.err.starts_with("brm: " + option + " `-` is no file, and std"));
  }
}

TEST_CASE("baseline: files that moved keep their faults, whether they say an id or not") {
  const TemporaryFolder folder;
  const auto party = [](const std::string& id, const std::string& more) {
    return "kind: relationship\nid: " + id +
           "\ntitle: Human Services Department\ntype: agency\ntier: transactional\nmanager: " + id +
           "-manager\n" + more;
  };
  const std::string nameless = "kind: relationship\nid: Bad Id\ntitle: T\ntier: x\n";
  const std::string other = "kind: relationship\ntitle: No id\ntier: y\n";
  // Of these two the later path has what is said of both.
  const std::string a = party("a", "parent: dhss\n");
  const std::string b = party("b", "reviews: [{dat: 2026-02-01, summary: a}]\n");
  baseline_of(
      {{"old/a.yaml", a}, {"old/b.yaml", b}, {"old/x.yaml", nameless}, {"old/y.yaml", other}},
      folder);
  const Ran moved = checked(
      {{"new/b.yaml", b}, {"old/a.yaml", a}, {"new/x.yaml", nameless}, {"new/z.yaml", other}},
      folder);
  CHECK_MESSAGE(moved.status == 0, moved.out);
  CHECK_MESSAGE(moved.err.empty(), moved.err);
  const Ran turned = checked(
      {{"zz/a.yaml", a}, {"old/b.yaml", b}, {"old/x.yaml", nameless}, {"old/y.yaml", other}},
      folder);
  CHECK_MESSAGE(turned.status == 0, turned.out);
  CHECK_MESSAGE(turned.err.empty(), turned.err);
  // One more fault in a file that moved is new, and so is the same beside the old file.
  const Ran more = checked({{"old/a.yaml", a},
                            {"old/b.yaml", b},
                            {"new/x.yaml", nameless + "parant: a\n"},
                            {"old/y.yaml", other}},
                           folder);
  CHECK(more.status == 1);
  CHECK(last_line(more.out).find(": 1 error, 0 warnings, 0 notes; ") != std::string::npos);
  const Ran copied = checked({{"old/a.yaml", a},
                              {"old/b.yaml", b},
                              {"old/x.yaml", nameless},
                              {"new/x.yaml", nameless},
                              {"old/y.yaml", other}},
                             folder);
  CHECK(copied.status == 1);
  CHECK(copied.out.find("new/x.yaml:4:7: error: `x` is no word for `tier`") != std::string::npos);
}

TEST_CASE("baseline: a record of another name in the same file keeps its faults") {
  const TemporaryFolder folder;
  const std::string text = baseline_of({{"relationships/dhhs.yaml", record}}, folder);
  CHECK(text.find("# relationships/dhhs.yaml is the record dhhs\n") != std::string::npos);
  std::string other = record;
  other.replace(other.find("dhhs"), 4, "dhs");
  const Ran ran = checked({{"relationships/dhhs.yaml", other}}, folder);
  CHECK_MESSAGE(ran.out.find("[dangling-reference]") == std::string::npos, ran.out);
  CHECK(ran.err.empty());
}

}  // namespace brm::test
