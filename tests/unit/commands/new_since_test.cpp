// Only what a revision of git did not have, and the policy as a revision has it.
#include <doctest/doctest.h>

#include <filesystem>

#include "read/find_git.h"
#include "support/run.h"
#include "unit/history/git_records.h"

namespace brm::test {
namespace {

const std::string office = "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n";
const std::string strict =
    office + "policy:\n  severities: [{rule: dangling-reference, severity: warning}]\n";

std::string partner(const std::string& more) {
  return "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: transactional\n"
         "manager: jane-doe\n" +
         more;
}
const std::string dangling = "parent: dhss\n";
const std::string bad_date = "reviewed: 2026-02-30\n";

/// One fault below `records`, committed.
void fill(const GitRecords& records) {
  records.write("readme.md", "not a record\n");
  records.write("records/brm.yaml", office);
  records.write("records/jane-doe.yaml",
                "kind: person\nid: jane-doe\ntitle: Jane Doe\nat: dhhs\nrole: manager\n");
  records.commit("records/dhhs.yaml", partner(dangling), "2026-07-01T12:00:00+0000");
}

Ran check(const GitRecords& records, std::vector<std::string> options,
          const std::string& today = "2026-07-08") {
  const std::string folder = records.path("records");
  options.insert(options.begin(), {"-C", folder, "check"});
  Setting setting;
  setting.git = find_git(folder);
  setting.today = today;
  return run_brm(options, setting);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("new since: an old fault passes wherever it went, one more fails") {
  const GitRecords records;
  fill(records);
  CHECK(check(records, {}).status == 1);
  const Ran same = check(records, {"--new-since", "HEAD"});
  CHECK(same.status == 0);
  CHECK(same.err.empty());
  CHECK(same.out == "3 records checked: 0 errors, 0 warnings, 0 notes; 1 in HEAD already\n");

  // Other lines, another file and folder: known by the record and what is wrong with it.
  records.git("mv records/dhhs.yaml records/moved.yaml");
  records.write("records/agencies/dhhs.yaml",
                "# more\n\n" + partner("aliases: [DHHS]\n" + dangling));
  records.git("rm -q --cached records/moved.yaml");
  std::filesystem::remove(records.path("records/moved.yaml"));
  const Ran moved = check(records, {"--new-since", "main"});
  CHECK_MESSAGE(moved.status == 0, moved.out);
  CHECK(says(moved.out, "; 1 in main already\n"));

  records.write("records/agencies/dhhs.yaml", partner(dangling + bad_date));
  const Ran more = check(records, {"--new-since", "HEAD"});
  CHECK(more.status == 1);
  CHECK(says(more.out, "[bad-date]"));
  CHECK_FALSE(says(more.out, "[dangling-reference]"));
  CHECK(says(more.out, "1 error, 0 warnings, 0 notes; 1 in HEAD already\n"));
}

TEST_CASE("new since: the second of two equal faults in one record is new") {
  const GitRecords records;
  fill(records);
  records.commit("records/dhhs.yaml", partner("stakeholders: [{person: nobody}]\n"),
                 "2026-07-02T12:00:00+0000");
  records.write("records/dhhs.yaml",
                partner("stakeholders: [{person: nobody}, {person: nobody}]\n"));
  const Ran ran = check(records, {"--new-since", "HEAD", "--only", "unknown-key"});
  CHECK(says(ran.out, "1 error, 0 warnings, 0 notes; 1 in HEAD already\n"));
}

TEST_CASE("new since: who mends is told what") {
  const GitRecords records;
  fill(records);
  records.write("records/dhhs.yaml", partner(""));
  const Ran ran = check(records, {"--new-since", "main"});
  CHECK(ran.status == 0);
  CHECK(ran.out == "3 records checked: 0 errors, 0 warnings, 0 notes; 1 mended\n");
  CHECK(ran.err ==
        "brm: 1 finding of main is mended:\n  dhhs.yaml: no relationship is called `dhss` "
        "[dangling-reference]\n");
  CHECK(says(check(records, {"--new-since", "main", "--format", "json"}).out, "\"mended\": 1"));
  CHECK(check(records, {"--new-since", "main", "--only", "bad-date"}).err.empty());
}

TEST_CASE("new since: what is accepted or silenced is not called mended") {
  const GitRecords records;
  fill(records);
  records.write("records/dhhs.yaml",
                partner(dangling + "x-allow: [{rule: dangling-reference, until: 2026-08-01, "
                                   "because: comes with the next import}]\n"));
  const Ran allowed = check(records, {"--new-since", "main"});
  CHECK_MESSAGE(allowed.status == 0, allowed.out);
  const std::string which =
      ":\n  dhhs.yaml: no relationship is called `dhss` [dangling-reference]\n";
  const std::string head = "brm: 1 finding of main is no longer looked at, which mends nothing: 1 ";
  CHECK(allowed.err == head + "accepted by x-allow" + which);
  CHECK(says(allowed.out, "; 1 accepted by x-allow; 1 no longer looked at\n"));
  records.write("records/dhhs.yaml", partner(dangling));
  records.write("records/brm.yaml",
                office + "policy:\n  severities: [{rule: dangling-reference, severity: off}]\n");
  const Ran off = check(records, {"--new-since", "main"});
  CHECK_MESSAGE(off.status == 0, off.out);
  CHECK(off.err == head + "by the policy as it is now" + which);
  records.write("records/brm.yaml", office + "ignore: [dhhs.yaml]\n");
  const Ran ignored = check(records, {"--new-since", "main", "--format", "json"});
  CHECK(ignored.err == head + "in a file that `ignore` leaves out" + which);
  CHECK(says(ignored.out, "\"mended\": 0,\n    \"unwatched\": 1"));
  CHECK(check(records, {"--new-since", "main", "--only", "bad-date"}).err.empty());
}

TEST_CASE("new since: a fault of a rule that the office gave up is not mended") {
  const std::string own =
      "policy:\n  rules:\n    - {name: no-agency, kind: relationship, where: type = agency, "
      "message: an agency}\n";
  const GitRecords records;
  fill(records);
  records.commit("records/brm.yaml", office + own, "2026-07-02T12:00:00+0000");
  records.write("records/brm.yaml", office);
  const Ran ran = check(records, {"--new-since", "HEAD"});
  CHECK(ran.err ==
        "brm: 1 finding of HEAD is no longer looked at, which mends nothing: 1 by the policy as it "
        "is now:\n  dhhs.yaml: an agency [no-agency]\n");
  // Under the policy of then it is there still.
  const Ran base = check(records, {"--new-since", "HEAD", "--policy", "HEAD:brm.yaml"});
  CHECK(base.err.empty());
  CHECK(says(base.out, "; 2 in HEAD already\n"));
}

TEST_CASE("new since: a file that nobody can read is new every time, and mends nothing") {
  const GitRecords records;
  fill(records);
  const std::string broken = "kind: relationship\nid: \"dhhs\n";
  records.write("records/dhhs.yaml", broken);
  const Ran now = check(records, {"--new-since", "HEAD"});
  CHECK(now.status == 1);
  CHECK(says(now.out, "[unclosed-quote]"));
  CHECK(says(now.err, "which mends nothing: 1 in a file that cannot be read:\n"));
  records.git("commit -qam broken");
  for (const std::string name : {"HEAD", "HEAD~1"}) {
    const Ran old = check(records, {"--new-since", name});
    CHECK(old.status == 1);
    CHECK(says(old.out, "[unclosed-quote]"));
  }
}

TEST_CASE("new since: a record of another name keeps its faults, in its file or a moved one") {
  // The second place names the record within a longer text.
  const std::string shares = "aliases: [DHHS]\nwebsite: dhhs.example.gov\n" + dangling;
  const std::string meeting =
      "kind: body\nid: board\ntitle: Board\nmembers:\n  - {of: dhhs, rol: chair}\n";
  const auto renamed = [](std::string text) {
    const std::size_t at = text.find(": dhhs");
    REQUIRE(at != std::string::npos);
    return text.replace(at, 6, ": dhs");
  };
  const GitRecords records;
  fill(records);
  records.write("records/board.yaml", meeting);
  records.commit("records/dhhs.yaml", partner(shares), "2026-07-02T12:00:00+0000");
  const auto is_same = [&] {
    const Ran ran = check(records, {"--new-since", "HEAD"});
    // Who names it by its old id is new.
    CHECK_MESSAGE(!says(ran.out, "called `dhss`"), ran.out);
    CHECK_MESSAGE(!says(ran.out, "`rol`"), ran.out);
    CHECK_MESSAGE(!says(ran.err, "mended"), ran.err);
  };
  records.write("records/dhhs.yaml", renamed(partner(shares)));
  records.write("records/board.yaml", renamed(meeting));
  is_same();
  records.git("mv records/dhhs.yaml records/dhs.yaml");
  is_same();
  // It has no fault of its own, and the other record still has its old one.
  records.git("checkout -q -f main");
  records.git("clean -qfd");
  const std::string alone = partner("aliases: [DHHS]\n");
  records.commit("records/dhhs.yaml", alone, "2026-07-03T12:00:00+0000");
  records.write("records/dhhs.yaml", renamed(alone));
  records.write("records/board.yaml", renamed(meeting));
  records.git("mv records/dhhs.yaml records/dhs.yaml");
  is_same();
  // Another record in another file is not the one that went.
  records.git("checkout -q -f main");
  records.git("clean -qfd");
  records.commit("records/dhhs.yaml", partner(shares), "2026-07-04T12:00:00+0000");
  records.git("mv records/dhhs.yaml records/dhs.yaml");
  records.write("records/dhs.yaml",
                "kind: relationship\nid: dhs\ntitle: Roads\ntype: agency\ntier: transactional\n"
                "manager: jane-doe\n" +
                    dangling);
  CHECK(says(check(records, {"--new-since", "HEAD"}).out, "called `dhss`"));
}

TEST_CASE("new since: of equal faults the one that was added is shown") {
  const std::string old = "  - date: 2026-02-01\n    held_by: nobody\n    summary: a\n";
  const std::string added = "  - date: 2026-02-01\n    held_by: nobody\n    summary: b\n";
  const GitRecords records;
  fill(records);
  records.commit("records/dhhs.yaml", partner("reviews:\n" + old), "2026-07-02T12:00:00+0000");
  const auto line = [&](const std::string& reviews) {
    records.write("records/dhhs.yaml", partner("reviews:\n" + reviews));
    const Ran ran =
        check(records, {"--new-since", "HEAD", "--only", "unknown-person", "--fail-on", "note"});
    CHECK(ran.status == 1);
    return ran.out.substr(0, ran.out.find(": "));
  };
  CHECK(line(old + added) == "dhhs.yaml:12:14");
  CHECK(line(added + old) == "dhhs.yaml:9:14");
}

TEST_CASE("new since: both states are judged as of one day, so that time alone adds nothing") {
  const GitRecords records;
  fill(records);
  const std::string due =
      "promises: [{id: map, by: us, text: A map of all, made: 2026-06-01, due: 2026-07-20}]\n";
  records.commit("records/dhhs.yaml", partner(due), "2026-07-02T12:00:00+0000");
  CHECK(check(records, {"--fail-on", "note"}, "2026-12-01").out !=
        check(records, {"--fail-on", "note"}, "2026-07-03").out);
  const Ran ran = check(records, {"--fail-on", "note", "--new-since", "HEAD"}, "2026-12-01");
  CHECK_MESSAGE(ran.status == 0, ran.out);
}

TEST_CASE("new since: the revision before there were records, and where two lines parted") {
  const GitRecords records;
  records.commit("readme.md", "nothing yet\n", "2026-06-01T12:00:00+0000");
  records.git("branch empty");
  fill(records);
  const Ran first = check(records, {"--new-since", "empty"});
  CHECK(first.status == 1);
  CHECK(first.err == "brm: empty has no records here, so that every finding is new\n");

  // What main mended meanwhile is not new here.
  records.git("checkout -q -b work");
  records.git("checkout -q main");
  records.commit("records/dhhs.yaml", partner(""), "2026-07-03T12:00:00+0000");
  records.git("checkout -q work");
  CHECK(check(records, {"--new-since", "main"}).status == 1);
  const Ran parted = check(records, {"--new-since", "main..."});
  CHECK_MESSAGE(parted.status == 0, parted.out);
  CHECK(says(parted.out, "; 1 in main already\n"));
}

TEST_CASE("new since: with a baseline both count, and each mistake has its answer") {
  const GitRecords records;
  fill(records);
  records.write("records/dhhs.yaml", partner(dangling + bad_date));
  const Ran old = check(records, {"--write-baseline", records.path("old"), "--new-since", "HEAD"});
  CHECK(says(old.err, "leave out PATH, --only, --ignore and --new-since"));
  const Ran all = run_brm({"-C", records.path("records"), "check", "--write-baseline", "x"});
  REQUIRE(all.files.size() == 1);
  write_file(records.path("old"), all.files[0].bytes);
  records.write("records/dhhs.yaml", partner(dangling + bad_date + "reviewd: 1\n"));
  const Ran both = check(records, {"--baseline", records.path("old"), "--new-since", "HEAD"});
  CHECK(both.status == 1);
  CHECK(says(both.out, "1 error, 0 warnings, 0 notes; 2 accepted by the baseline\n"));
  CHECK(check(records, {"--new-since", "mian"}).err ==
        "brm: no commit is called `mian` here\nhelp: did you mean `main`?\n");
  CHECK(check(records, {"--new-since", "mian"}).status == 2);
  const TemporaryFolder elsewhere;
  elsewhere.write("brm.yaml", office);
  const Ran none = run_brm({"-C", elsewhere.path(), "check", "--new-since", "HEAD"});
  CHECK(none.status == 2);
  CHECK(says(none.err, "these records are in no git repository"));
}

TEST_CASE("policy of a revision: the change cannot weaken what it is held against") {
  const GitRecords records;
  fill(records);
  records.write("records/dhhs.yaml", partner(dangling + "tags: [new]\n"));
  CHECK(check(records, {}).status == 1);
  records.write("records/brm.yaml", strict);
  CHECK(check(records, {}).status == 0);
  for (const std::string path : {"brm.yaml", "./brm.yaml", "records/brm.yaml"}) {
    const Ran base = check(records, {"--policy", "HEAD:" + path});
    CHECK_MESSAGE(base.status == 1, base.err);
    CHECK(says(base.out, "error: "));
  }
  const Ran absent = check(records, {"--policy", "HEAD:policy.yaml"});
  CHECK(absent.status == 2);
  CHECK(absent.err ==
        "brm: there is no `policy.yaml` in HEAD\nhelp: write --policy HEAD:brm.yaml for the one of "
        "the records folder, or name a revision that has one\n");
  records.git("mv records office");
  const auto moved = [&](const std::string& policy) {
    Setting setting;
    setting.git = find_git(records.path("office"));
    return run_brm({"-C", records.path("office"), "check", "--policy", policy}, setting);
  };
  const Ran gone = moved("HEAD:brm.yaml");
  CHECK(gone.status == 2);
  CHECK(gone.err ==
        "brm: HEAD has no brm.yaml at office, but one at records/brm.yaml, which is there no "
        "longer\nhelp: where the records were moved, write --policy HEAD:records/brm.yaml; else a "
        "file: --policy FILE\n");
  CHECK(moved("HEAD:records/brm.yaml").status == 1);
  // Of a second office in the same repository, which is new.
  records.write("records/brm.yaml", office);
  const Ran second = moved("HEAD:brm.yaml");
  CHECK(second.status == 1);
  CHECK(second.err == "brm: HEAD has no brm.yaml here, so that brm's own policy counts\n");
  std::filesystem::remove_all(records.path("records"));
  records.git("mv office records");
  records.git("rm -rq --cached records");
  records.git("commit -q -m empty");
  const Ran none = check(records, {"--policy", "HEAD:brm.yaml"});
  CHECK(none.status == 1);
  CHECK(none.err == "brm: HEAD has no brm.yaml here, so that brm's own policy counts\n");
  CHECK(says(check(records, {"--policy", "mian:brm.yaml"}).err, "did you mean `main`?"));
}

TEST_CASE("new since: a fault mended in one entry of a list does not pay for one in the next") {
  const std::string mended = "  - {date: 2026-02-01, held_by: jane-doe, summary: a}\n";
  const std::string faulty = "  - {held_by: jane-doe, summary: a}\n";
  const std::string other = "  - {held_by: jane-doe, summary: b}\n";
  const GitRecords records;
  fill(records);
  records.commit("records/dhhs.yaml", partner("reviews:\n" + faulty), "2026-07-02T12:00:00+0000");
  const Ran before = check(records, {"--new-since", "HEAD"});
  CHECK(before.status == 0);
  records.write("records/dhhs.yaml", partner("reviews:\n" + mended + other));
  const Ran after = check(records, {"--new-since", "HEAD"});
  CHECK(after.status == 1);
  CHECK(says(after.out, "1 error"));
  CHECK(says(after.err, "brm: 1 finding of HEAD is mended"));
}

TEST_CASE("new since: what became graver is new") {
  const GitRecords records;
  fill(records);
  records.write("records/brm.yaml", strict);
  records.git("commit -qam milder");
  CHECK(check(records, {"--new-since", "HEAD"}).status == 0);
  records.write("records/brm.yaml", office);
  const Ran graver = check(records, {"--new-since", "HEAD"});
  CHECK(graver.status == 1);
  CHECK(says(graver.out, "error: "));
  CHECK(graver.err.empty());
  records.git("commit -qam graver");
  records.write("records/brm.yaml", strict);
  CHECK(check(records, {"--strict", "--new-since", "HEAD"}).status == 0);
}

TEST_CASE("policy of a revision: a rule and what accepts its findings come in one change") {
  const GitRecords records;
  fill(records);
  records.write("records/brm.yaml",
                office +
                    "policy:\n  rules:\n    - {name: no-agency, kind: relationship, where: type "
                    "= agency, message: an agency}\n");
  const auto allow = [&](const std::string& rule) {
    records.write("records/dhhs.yaml", partner("x-allow: [{rule: " + rule +
                                               ", until: 2026-08-01, because: it stays}]\n"));
    return check(records, {"--strict", "--policy", "HEAD:brm.yaml"});
  };
  CHECK(check(records, {"--only", "no-agency"}).status == 0);  // a warning
  const Ran early = allow("no-agency");
  CHECK_MESSAGE(early.status == 0, early.out);
  CHECK(says(early.out,
             "note: `no-agency` is a rule of the folder's own brm.yaml, and not of the "
             "policy that counts here [unknown-rule]"));
  CHECK(check(records, {"--strict"}).status == 0);
  CHECK(allow("no-agancy").status == 1);
}

TEST_CASE("policy of a file: one that cannot be read, or is none, ends the check") {
  const GitRecords records;
  fill(records);
  records.write("broken.yaml", office + "policy: [\n");
  for (const std::string rule : {"late-promise", "dangling-reference"}) {
    const Ran broken = check(records, {"--policy", records.path("broken.yaml"), "--only", rule});
    CHECK(broken.status == 2);
    CHECK(says(broken.err, "the policy cannot be read: "));
    CHECK(says(broken.err, "broken.yaml:"));
  }
  const Ran none = check(records, {"--policy", "HEAD:dhhs.yaml"});
  CHECK(none.status == 2);
  CHECK(says(none.err, "HEAD:dhhs.yaml is no record of an office"));
}

}  // namespace brm::test
