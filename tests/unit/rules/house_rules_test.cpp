// Rules of the office itself: applied, named everywhere, and refused with a caret where they are
// wrong.
#include <doctest/doctest.h>

#include "support/run.h"
#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

using Files = std::map<std::string, std::string>;

const std::string office =
    "kind: office\nid: state-it\ntitle: Office of IT\njurisdiction: State of Example\n"
    "currency: USD\ngoals:\n  - {id: online, statement: Residents get it online}\n";

std::string rule_text(const std::string& name, const std::string& kind, const std::string& where) {
  return "policy:\n  rules:\n    - name: " + name + "\n      severity: error\n      kind: " + kind +
         "\n      where: " + where + "\n      message: this one is paper\n      help: go online\n";
}

const std::string paper = rule_text("no-paper", "relationship", "title ~ \"paper\"");

Files folder(const std::string& policy) {
  const auto party = [](const std::string& id, const std::string& title) {
    return "kind: relationship\nid: " + id + "\ntitle: " + title +
           "\ntype: private_partner\ntier: transactional\nmanager: jane-doe\n";
  };
  return {{"brm.yaml", office + policy},
          {"relationships/a.yaml", party("a", "Best Paper")},
          {"relationships/b.yaml", party("b", "Best Cloud")}};
}

}  // namespace

TEST_CASE("house rules: each finds what its condition holds of") {
  const Ran ran = run_brm_on(folder(paper), {"check"});
  CHECK(ran.status == 1);
  CHECK(ran.out.find("relationships/a.yaml:2:5: error: this one is paper [no-paper]\n"
                     "    2 | id: a\n"
                     "      |     ^\n"
                     "  help: go online\n") != std::string::npos);
  CHECK(ran.out.find("relationships/b.yaml:2:5: error") == std::string::npos);
  CHECK(run_brm_on(folder(paper), {"check", "--ignore", "no-paper"}).status == 0);
  CHECK(run_brm_on(folder(paper), {"check", "--only", "no-papr"}).err ==
        "brm: there is no rule `no-papr`\nhelp: did you mean `no-paper`?\n");
  CHECK(run_brm_on(folder(paper + "  severities: [{rule: no-paper, severity: note}]\n"), {"check"})
            .status == 0);
}

TEST_CASE("house rules: computed fields count too") {
  const Ran ran = run_brm_on(folder(rule_text("no-verdict", "outcome", "verdict = missed")),
                             {"check", "--only", "no-verdict"});
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
}

TEST_CASE("house rules: explained and listed where the folder is at hand") {
  const Ran one = run_brm_on(folder(paper), {"explain", "no-paper"});
  CHECK(one.status == 0);
  CHECK(one.out.find("title ~ \"paper\"") != std::string::npos);
  CHECK(run_brm_on(folder(paper), {"explain"}).out.find("Rules of this office's own") !=
        std::string::npos);
  CHECK(run_brm_on(folder(""), {"explain", "no-paper"}).status == 2);
  const Ran policy = run_brm_on(folder(paper), {"explain", "policy"});
  CHECK_MESSAGE(policy.out.find("no-paper  error     relationship  title ~ \"paper\"  this one is "
                                "paper  brm.yaml:10") != std::string::npos,
                policy.out);
}

TEST_CASE("house rules: a fault in one is shown at its place") {
  const auto first = [](const std::string& policy) {
    const Ran ran = run_brm_on(folder(policy), {"check", "--only", "unusable-rule"});
    CHECK(ran.status == 1);
    const auto lines = lines_of(ran.out);
    return lines.at(0) + "\n" + lines.at(1) + "\n" + lines.at(2);
  };
  CHECK(first(rule_text("no-paper", "relationship", "titel ~ \"paper\"")) ==
        "brm.yaml:13:14: error: relationships have no `titel` [unusable-rule]\n"
        "   13 |       where: titel ~ \"paper\"\n"
        "      |              ^^^^^");
  CHECK(first(rule_text("no-paper", "relationship", "'tier = paper'")) ==
        "brm.yaml:13:22: error: `paper` is no word for `tier` [unusable-rule]\n"
        "   13 |       where: 'tier = paper'\n"
        "      |                      ^^^^^");
  CHECK(
      first(rule_text("no-paper", "relationshp", "tier")).find("there is no kind `relationshp`") !=
      std::string::npos);
  CHECK(first(rule_text("bad-date", "relationship", "tier")).find("`bad-date` is a rule of brm") !=
        std::string::npos);
  CHECK(first(rule_text("No Paper", "relationship", "tier")).find("is no name for a rule") !=
        std::string::npos);
}

TEST_CASE("policy: that of another file counts instead") {
  const TemporaryFolder base;
  write_file(base.at("brm.yaml"), office + paper);
  const std::string weak = "policy: {severities: [{rule: no-paper, severity: \"off\"}]}\n";
  CHECK(run_brm_on(folder(""), {"check"}).status == 0);
  const Ran ran = run_brm_on(folder(weak), {"check", "--policy", base.at("brm.yaml")});
  CHECK(ran.status == 1);
  CHECK(ran.out.find("[no-paper]") != std::string::npos);
  CHECK(ran.out.find("[unknown-rule]") == std::string::npos);
  Files without = folder("");
  without.erase("brm.yaml");
  CHECK(run_brm_on(without, {"check", "--policy", base.at("brm.yaml")}).status == 2);
  CHECK(run_brm_on(folder(""), {"check", "--policy", base.at("none.yaml")}).status == 2);
}

}  // namespace brm::test
