// What is old stays old however it is written, and what is new is new though it looks like it.
#include <doctest/doctest.h>

#include <filesystem>

#include "read/find_git.h"
#include "support/run.h"
#include "unit/history/git_records.h"

namespace brm::test {
namespace {

const std::string office =
    "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n"
    "goals: [{id: online, statement: All is online}]\n";
const std::string person = "kind: person\nid: jane-doe\ntitle: Jane Doe\nat: dhhs\nrole: manager\n";

std::string partner(const std::string& more) {
  return "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: strategic\n"
         "executive_sponsor: jane-doe\nshared_purpose: Families get help in days\n"
         "cadence: quarterly\n" +
         more;
}

std::string outcome(const std::string& id, const std::string& more) {
  return "  - id: " + id + "\n    title: Families have a decision in days, of " + id +
         "\n    beneficiary: dhhs\n    mechanism: because papers are checked at once\n" + more;
}
const std::string owner = "    owner: jane-doe\n";
const std::string measure =
    "    indicator: {measure: days to decide, unit: days, direction: decrease}\n";
const std::string from = "    baseline: {date: 2026-01-31, value: 31}\n";
const std::string to = "    target: {date: 2027-06-30, value: 12}\n";
const std::string sound = owner + measure + from + to;

std::string portal(const std::string& outcomes) {
  return "kind: initiative\nid: portal\ntitle: Portal\ntype: project\nstatus: active\n"
         "goals: [online]\nparties: [{relationship: dhhs, role: beneficiary}]\noutcomes:\n" +
         outcomes;
}

struct Checked {
  std::string out;
  std::string err;
  int status = 0;
  bool says(const std::string& words) const { return out.find(words) != std::string::npos; }
  std::string last_line() const { return lines_of(out).back(); }
};

/// What is told of `now` where a commit and, beside it, a baseline hold `before`.
class Known {
 public:
  explicit Known(const std::string& path, const std::string& before) : path_(path) {
    records_.write("brm.yaml", office);
    records_.write("jane-doe.yaml", person);
    records_.write("dhhs.yaml", partner("manager: jane-doe\n"));
    records_.commit(path, before, "2026-07-01T12:00:00+0000");
    const Ran all = run({"--write-baseline", "old"});
    REQUIRE(all.files.size() == 1);
    write_file(baseline(), all.files[0].bytes);
  }

  Checked since(const std::string& now) { return checked(now, {"--new-since", "HEAD"}); }
  Checked beside(const std::string& now) { return checked(now, {"--baseline", baseline()}); }
  GitRecords& records() { return records_; }

 private:
  std::string baseline() const { return records_.path(".old"); }
  Ran run(std::vector<std::string> options) const {
    const std::string folder = records_.path("");
    options.insert(options.begin(), {"-C", folder, "check", "--strict"});
    Setting setting;
    setting.git = find_git(folder);
    setting.today = "2026-07-08";
    return run_brm(options, setting);
  }
  Checked checked(const std::string& now, const std::vector<std::string>& options) {
    records_.write(path_, now);
    const Ran ran = run(options);
    return {ran.out, ran.err, static_cast<int>(ran.status)};
  }

  std::string path_;
  GitRecords records_;
};

}  // namespace

TEST_CASE("known again: one more outcome that lacks the same is new, and the other stays old") {
  Known known("portal.yaml", portal(outcome("a", measure + from + to) + outcome("b", sound)));
  const std::string both =
      portal(outcome("a", measure + from + to) + outcome("b", measure + from + to));
  for (const Checked& now : {known.since(both), known.beside(both)}) {
    CHECK(now.status == 1);
    CHECK_MESSAGE(now.says("portal.yaml:16:9: warning: this outcome lacks an owner ("), now.out);
    CHECK(now.says(": 0 errors, 1 warning, 0 notes; 1 "));
  }
  const Checked turned =
      known.since(portal(outcome("a", sound) + outcome("b", measure + from + to)));
  CHECK(turned.status == 1);
  CHECK(turned.err ==
        "brm: 1 finding of HEAD is mended:\n  portal.yaml: this outcome lacks an owner (who at the "
        "beneficiary answers for it) [unfounded-outcome]\n");
}

TEST_CASE("known again: of two that lack the same one is mended") {
  Known known("portal.yaml",
              portal(outcome("a", measure + from + to) + outcome("b", measure + from + to)));
  const std::string one = portal(outcome("a", sound) + outcome("b", measure + from + to));
  for (const Checked& now : {known.since(one), known.beside(one)}) {
    CHECK_MESSAGE(now.status == 0, now.out);
    CHECK(now.err.find("1 finding of ") != std::string::npos);
  }
}

TEST_CASE("known again: an outcome that lacks one thing more") {
  Known known("portal.yaml", portal(outcome("a", owner + measure + from)));
  CHECK(known.since(portal(outcome("a", owner + measure + from))).status == 0);
  const std::string less = portal(outcome("a", owner + measure));
  for (const Checked& now : {known.since(less), known.beside(less)}) {
    CHECK(now.status == 1);
    CHECK_MESSAGE(now.says("warning: this outcome lacks a baseline (where it starts) ["), now.out);
  }
  // Of those with no goal the same.
  const auto without = [](std::string text) {
    return text.erase(text.find("goals: [online]\n"), 16);
  };
  Known goals("portal.yaml",
              without(portal(outcome("a", sound + "    goals: [online]\n") + outcome("b", sound))));
  CHECK(goals.since(without(portal(outcome("a", sound) + outcome("b", sound)))).status == 1);
}

TEST_CASE("known again: how a value is written makes no other finding of it") {
  const std::string old = partner(
      "manager: ghost-y\ncontacts:\n  - {person: ghost-z, role: Eligibility}\n  - person: "
      "jane-doe\n"
      "    role: Roads\n");
  Known known("dhhs.yaml", old);
  CHECK(known.since(old).last_line() ==
        "3 records checked: 0 errors, 0 warnings, 0 notes; 2 in HEAD already");
  for (const std::string now : {
           "manager: 'ghost-y'\ncontacts: [{person: ghost-z, role: Eligibility}, {person: "
           "jane-doe}]\n",
           "manager:   \"ghost-y\"  # who?\ncontacts:\n  - {person: ghost-z, role: Food}\n  - "
           "person: jane-doe\n",
           "manager: ghost-y\ncontacts:\n  - { role: Eligibility, person: ghost-z }\n  - {person: "
           "jane-doe}\n",
           "contacts:\n  - role: Food and cash\n    person:\n      ghost-z\n  - person: "
           "jane-doe\nmanager: ghost-y\n",
       }) {
    for (const Checked& told : {known.since(partner(now)), known.beside(partner(now))}) {
      CHECK_MESSAGE(told.status == 0, now << told.out);
      CHECK_MESSAGE(told.err.empty(), told.err);
    }
  }
}

TEST_CASE("known again: the same wrong word in another field is new") {
  Known known("dhhs.yaml", partner("manager: ghost-y\n"));
  std::string now = partner("manager: jane-doe\n");
  now.replace(now.find("executive_sponsor: jane-doe"), 27, "executive_sponsor: ghost-y");
  for (const Checked& told : {known.since(now), known.beside(now)}) {
    CHECK(told.status == 1);
    CHECK_MESSAGE(told.says("dhhs.yaml:6:20: error: no person is called `ghost-y`"), told.out);
    CHECK(told.err.find("1 finding of ") != std::string::npos);
  }
}

TEST_CASE("known again: a part that is called otherwise now keeps its faults") {
  const std::string faulty = "    measurements:\n      - {date: 2026-02-30, value: 29}\n";
  Known known("portal.yaml", portal(outcome("a", measure + from + to + faulty)));
  std::string now = portal(outcome("a", measure + from + to + faulty));
  now.replace(now.find("- id: a"), 7, "- id: z");
  const Checked renamed = known.since(now);
  CHECK_MESSAGE(renamed.status == 0, renamed.out);
  CHECK(renamed.err.empty());
  // It is still there: the other one is new.
  const Checked added = known.since(
      portal(outcome("a", measure + from + to + faulty) + outcome("z", sound + faulty)));
  CHECK(added.status == 1);
  CHECK_MESSAGE(added.says("[bad-date]"), added.out);
}

TEST_CASE("known again: another wrong partner in the place of one is new") {
  const auto naming = [](const std::string& id) {
    std::string text = portal(outcome("a", sound));
    return text.replace(text.find("relationship: dhhs"), 18, "relationship: " + id);
  };
  Known known("portal.yaml", naming("ghost-y"));
  for (const Checked& told : {known.since(naming("ghost-y")), known.beside(naming("ghost-y"))}) {
    CHECK_MESSAGE(told.status == 0, told.out);
  }
  for (const Checked& told : {known.since(naming("ghost-z")), known.beside(naming("ghost-z"))}) {
    CHECK(told.status == 1);
    CHECK_MESSAGE(told.says("`ghost-z`"), told.out);
  }
}

TEST_CASE("known again: an entry that is called nothing goes by what it says") {
  const auto with = [](const std::string& lines) {
    return partner("manager: jane-doe\nreviews:\n" + lines);
  };
  Known known("dhhs.yaml", with("  - {held_by: jane-doe, summary: all is late}\n"));
  const Checked worded = known.since(with("  - {held_by: jane-doe, summary: all is very late}\n"));
  CHECK_MESSAGE(worded.status == 0, worded.out);
  const Checked other = known.since(with(
      "  - {date: 2026-02-01, held_by: jane-doe, summary: all is late}\n  - {held_by: jane-doe, "
      "summary: no}\n"));
  CHECK(other.status == 1);
}

TEST_CASE("known again: people without files are told one by one") {
  GitRecords records;
  records.write("brm.yaml", office);
  records.commit("dhhs.yaml", partner("manager: jane-doe\n"), "2026-07-01T12:00:00+0000");
  const auto check = [&](const std::string& more) {
    records.write("dhhs.yaml", partner(more));
    Setting setting;
    setting.git = find_git(records.path(""));
    return run_brm({"-C", records.path(""), "check", "--fail-on", "note", "--new-since", "HEAD"},
                   setting);
  };
  CHECK(check("manager: jane-doe\n").status == 0);
  const Ran more = check("manager: ann-park\n");
  CHECK(static_cast<int>(more.status) == 1);
  CHECK(more.out.find("note: 1 person is named in these records, and no file says who") !=
        std::string::npos);
  CHECK(check("manager: jane-doe\nowner: jane-doe\n").out.find("unknown-person") ==
        std::string::npos);
}

TEST_CASE("known again: of outcomes that are alike one that comes in the place of another is new") {
  const auto work = [](const std::string& id, const std::string& agency, const std::string& title) {
    return "kind: initiative\nid: " + id +
           "\ntitle: W\ntype: project\nstatus: active\nparties: "
           "[{relationship: " +
           agency + ", role: sponsor}]\noutcomes:\n  - {id: it, title: " + title + "}\n";
  };
  const std::string alike = "Calls about lost passwords fall";
  const std::string unlike = "Roads are mended within days";
  GitRecords records;
  const auto write = [&](const std::string& second, const std::string& third) {
    for (const std::string id : {"a", "b", "c"}) {
      records.write(id + ".yaml", "kind: relationship\nid: " + id + "\ntitle: " + id +
                                      "\ntype: agency\ntier: transactional\nmanager: jane-doe\n");
    }
    records.write("p.yaml", work("p", "a", alike));
    records.write("q.yaml", work("q", "b", second));
    records.write("r.yaml", work("r", "c", third));
  };
  write(alike, unlike);
  records.commit("brm.yaml", office, "2026-07-01T12:00:00+0000");
  const auto check = [&] {
    Setting setting;
    setting.git = find_git(records.path());
    return run_brm({"-C", records.path(), "check", "--only", "duplicate-outcome", "--fail-on",
                    "note", "--new-since", "HEAD"},
                   setting);
  };
  CHECK(check().status == 0);
  write(unlike, alike);
  const Ran other = check();
  CHECK(static_cast<int>(other.status) == 1);
  CHECK_MESSAGE(other.out.find("nearly what `c` promises in `r/it`") != std::string::npos,
                other.out);
  write(alike, alike);
  const Ran both = check();
  CHECK(static_cast<int>(both.status) == 1);
  CHECK(both.out.find("`r/it`") != std::string::npos);
  CHECK(both.out.find("`q/it`") == std::string::npos);
}

TEST_CASE("known again: a base that cannot be read whole is compared with nothing") {
  GitRecords records;
  records.write("brm.yaml", office);
  records.commit("dhhs.yaml", partner("manager: ghost-y\n"), "2026-07-01T12:00:00+0000");
  records.git("clone -q --bare . bare.git");
  records.git("-C bare.git config uploadpack.allowFilter true");
  records.git("clone -q --no-checkout --filter=blob:none file://" + records.path("bare.git") +
              " blobless");
  std::filesystem::copy(records.path("brm.yaml"), records.path("blobless/brm.yaml"));
  Setting setting;
  setting.git = find_git(records.path("blobless"));
  const Ran ran =
      run_brm({"-C", records.path("blobless"), "check", "--new-since", "HEAD"}, setting);
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_MESSAGE(ran.err.starts_with("brm: HEAD cannot be compared with: brm.yaml: object "),
                ran.err);
  CHECK(ran.err.ends_with(
      "; nor can 1 other file\nhelp: this clone left objects out (`--filter`): fetch them with "
      "`git fetch --refetch --no-filter`, or clone it without a filter\n"));
}

TEST_CASE("known again: a repository of SHA-256 objects is named as one") {
  GitRecords records;
  std::filesystem::create_directory(records.path("other"));
  records.git("init -q --object-format=sha256 other");
  Setting setting;
  setting.git = find_git(records.path("other"));
  records.write("other/brm.yaml", office);
  const Ran ran = run_brm({"-C", records.path("other"), "check", "--new-since", "HEAD"}, setting);
  CHECK(ran.status == 2);
  CHECK_MESSAGE(ran.err.find("names its objects by SHA-256") != std::string::npos, ran.err);
}

TEST_CASE("known again: what a submodule had in the commit of then is old") {
  GitRecords records;
  records.write("own/dhhs.yaml", partner("manager: jane-doe\nparent: dhss\n"));
  records.git("-C own init -q -b main");
  records.git("-C own add -A");
  records.git("-C own commit -q -m own");
  records.write("top/brm.yaml", office);
  records.write("top/jane-doe.yaml", person);
  records.git("-C top init -q -b main");
  records.git("-C top -c protocol.file.allow=always submodule add " + records.path("own") + " own");
  records.git("-C top add -A");
  records.git("-C top commit -q -m top");
  const auto check = [&] {
    Setting setting;
    setting.git = find_git(records.path("top"));
    return run_brm({"-C", records.path("top"), "check", "--new-since", "HEAD"}, setting);
  };
  const Ran same = check();
  CHECK_MESSAGE(same.status == 0, same.out << same.err);
  CHECK(lines_of(same.out).back() ==
        "3 records checked: 0 errors, 0 warnings, 0 notes; 1 in HEAD already");
  records.write("top/own/dhhs.yaml", partner("manager: jane-doe\nparent: dhss\nreviewd: 1\n"));
  const Ran more = check();
  CHECK(static_cast<int>(more.status) == 1);
  CHECK(more.out.find("own/dhhs.yaml:11:1: error: `reviewd` is no field") == 0);
  // A commit that is not here.
  records.git("-C top/own commit -q -a -m more");
  records.git("-C top commit -q -a -m up");
  records.git("-C top/own reset -q --hard HEAD~1");
  records.git("-C top/own reflog expire --expire=now --all");
  records.git("-C top/own gc -q --prune=now");
  const Ran gone = check();
  CHECK(gone.status == 2);
  CHECK(gone.out.empty());
  CHECK_MESSAGE(gone.err.starts_with("brm: the records in the submodule own cannot be compared: "),
                gone.err);
}

TEST_CASE("policy: what is wrong with it is not silenced by it") {
  const auto errors = [](const std::string& policy) {
    const Ran ran = run_brm_on({{"brm.yaml", office + "policy:\n" + policy}}, {"check"});
    return ran.out;
  };
  const std::string half = "  rules: [{name: no-agency, kind: relationship, message: an agency}]\n";
  const std::string off = "  severities: [{rule: missing-field, severity: off}]\n";
  CHECK(errors(half).find("[missing-field]") != std::string::npos);
  CHECK(errors(half + off) == errors(half));
  CHECK(errors(off).find("0 errors, 0 warnings, 0 notes") != std::string::npos);
}

TEST_CASE("policy: an appetite in another currency, and rows that are there twice") {
  const auto found = [](const std::string& policy) {
    return run_brm_on({{"brm.yaml", office + "policy:\n" + policy}}, {"check"}).out;
  };
  CHECK(
      found("  appetite: EUR 500000\n")
          .starts_with("brm.yaml:8:13: error: `appetite` is in EUR, and the office counts in USD: "
                       "no amount in USD is held against it [policy-out-of-range]"));
  CHECK(found("  appetite: USD 500000\n").find("appetite") == std::string::npos);
  const std::string cell = "    - {likelihood: 5, impact: 1, band: high}\n";
  CHECK(found("  matrix:\n" + cell).find("twice") == std::string::npos);
  CHECK(found("  matrix:\n" + cell + cell)
            .starts_with("brm.yaml:10:7: error: the band of likelihood 5 and impact 1 is given "
                         "twice [policy-out-of-range]"));
  const std::string rule = "    - {rule: vague-title, severity: note}\n";
  CHECK(found("  severities:\n" + rule + rule)
            .starts_with("brm.yaml:10:7: error: the severity of `vague-title` is given twice"));
}

TEST_CASE("github: --max says how many are shown, and the log how many are not") {
  const std::string faulty = partner("manager: jane-doe\nparent: dhss\nreviewd: 1\nreviewed: 2\n");
  const auto shown = [&](const std::string& most) {
    return run_brm_on({{"brm.yaml", office}, {"dhhs.yaml", faulty}},
                      {"check", "--format", "github", "--max", most});
  };
  const std::vector<std::string> one = lines_of(shown("1").out);
  REQUIRE(one.size() == 3);
  CHECK(one[0].starts_with("::error file=dhhs.yaml,"));
  CHECK(one[1] == "and 3 more; --max 0 shows all");
  CHECK(lines_of(shown("0").out).size() == 5);
}

}  // namespace brm::test
