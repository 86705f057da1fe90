// The four tests of an outcome, each condition of them on either side.
#include <fmt/format.h>

#include "assess/outcome_tests.h"
#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::map<std::string, std::string> folder(const std::string& fields) {
  auto files = folder_with(fields);
  files["brm.yaml"] += "goals:\n  - {id: old, statement: s, until: " + day_text(40) +
                       "}\n  - {id: now, statement: s, from: " + day_text(20) + "}\n";
  files["dhhs.yaml"] =
      "kind: relationship\nid: dhhs\ntitle: D\ntype: agency\ntier: strategic\nmanager: ann\n";
  files["bureau.yaml"] =
      "kind: relationship\nid: bureau\ntitle: B\ntype: agency\ntier: strategic\nmanager: ann\n"
      "parent: dhhs\n";
  files["other.yaml"] =
      "kind: relationship\nid: other\ntitle: O\ntype: agency\ntier: strategic\nmanager: ann\n";
  for (const auto& [id, at] : std::map<std::string, std::string>{
           {"ann", "dhhs"}, {"ben", "bureau"}, {"cat", "other"}, {"dot", ""}}) {
    files[id + ".yaml"] =
        "kind: person\nid: " + id + "\nrole: R\n" + (at.empty() ? "" : "at: " + at + "\n");
  }
  return files;
}

Tested tested(Tested OutcomeTests::*test, const std::string& fields, int as_of = 30) {
  const Assessed assessed(folder(fields), day(as_of));
  return test_outcome(assessed.assessment, Of<kinds::outcome>(assessed.item("work/it"))).*test;
}

std::string valid(const std::string& fields) {
  return std::string(to_text(tested(&OutcomeTests::valid, fields).answer));
}
std::string articulated(const std::string& fields) {
  const Tested found = tested(&OutcomeTests::articulated, fields);
  return fmt::format("{}: {}", to_text(found.answer), found.evidence);
}
std::string achievable(const std::string& fields, int as_of) {
  return std::string(to_text(tested(&OutcomeTests::achievable, fields, as_of).answer));
}
std::string relevant(const std::string& fields, int as_of) {
  return std::string(to_text(tested(&OutcomeTests::relevant, fields, as_of).answer));
}

const std::string reference = "    reference: two counties did it\n";
const std::string stretch = "    commitment: aspirational\n";

}  // namespace

TEST_CASE("tests of an outcome: valid with beneficiary, mechanism and an owner who is there") {
  const std::string all = "    beneficiary: dhhs\n    mechanism: because\n    owner: ";
  CHECK(valid(all + "ann\n") == "yes");
  CHECK(valid(all + "ben\n") == "yes");
  CHECK(valid(all + "cat\n") == "partly");
  CHECK(valid(all + "dot\n") == "partly");
  CHECK(valid(all + "nobody\n") == "partly");
  CHECK(valid("    beneficiary: bureau\n    mechanism: because\n    owner: ann\n") == "yes");
  CHECK(valid("    beneficiary: dhhs\n    owner: ann\n") == "partly");
  CHECK(valid("    mechanism: because\n") == "partly");
  CHECK(valid("    level: outcome\n") == "no");
}

TEST_CASE("tests of an outcome: articulated, for each way of judging") {
  CHECK(articulated(climb({})) == "yes: from 0 on 2026-01-01 to 100 steps by " + day_text(100));
  const std::string indicator = "    indicator: {measure: m, unit: u, direction: decrease";
  CHECK(articulated("    level: outcome\n") == "no: lacks an indicator, a baseline and a target");
  CHECK(articulated(indicator + "}\n") == "partly: lacks a baseline and a target");
  CHECK(articulated(indicator + ", kind: hold}\n") == "partly: lacks a level to hold");
  CHECK(articulated(indicator + ", kind: hold}\n    target: {at_most: 5}\n") ==
        "yes: to stay at 5 u or less");
  CHECK(articulated(indicator + ", kind: hold}\n    measurements: [{date: 2026-01-05, value: 3, "
                                "target: 4}]\n") == "yes: each period has a target of its own");
  CHECK(articulated(indicator + ", kind: pass_fail}\n") ==
        "partly: lacks a day by which it is to be met");
  CHECK(articulated(indicator + ", kind: pass_fail}\n    target: {date: 2026-03-05}\n") ==
        "yes: to be met by 2026-03-05");
  CHECK(articulated(indicator + "}\n    baseline: {date: 2026-01-01, value: 5}\n    target: {date: "
                                "2026-03-05, value: 9}\n") ==
        "partly: its target lies against its direction");
}

TEST_CASE("tests of an outcome: achievable when the pace was seen, achieved, or referred to") {
  CHECK(achievable(climb({{20, "20"}, {40, "40"}}), 40) == "yes");
  CHECK(achievable(climb({{20, "10"}, {40, "20"}}), 40) == "no");
  // What was measured says otherwise, whatever others did.
  CHECK(achievable(climb({{20, "10"}, {40, "20"}}) + reference, 40) == "partly");
  CHECK(achievable(climb({{20, "10"}}) + reference, 40) == "yes");
  CHECK(achievable(climb({{20, "10"}, {40, "20"}}) + stretch, 40) == "partly");
  CHECK(achievable(climb({}), 40) == "no");
  CHECK(achievable(climb({{40, "100"}}), 40) == "yes");
}

TEST_CASE(
    "tests of an outcome: what was missed was not achievable; what nobody measured, perhaps") {
  const std::string missed = climb({{20, "10"}, {100, "50"}}) + reference;
  CHECK(achievable(missed, 100) == "yes");
  CHECK(achievable(missed, 101) == "no");
  CHECK(achievable(climb({{20, "10"}, {60, "50"}}) + reference, 101) == "partly");
}

TEST_CASE("tests of an outcome: without a target nothing is achievable, and worsening is no yes") {
  CHECK(achievable("    level: outcome\n" + reference, 40) == "no");
  CHECK(achievable(climb({{20, "60"}, {40, "-1"}}), 40) == "partly");
  CHECK(achievable(climb({{20, "-1"}, {40, "-2"}}) + reference, 40) == "partly");
  CHECK(achievable(climb({{20, "-1"}, {40, "-2"}}), 40) == "no");
}

TEST_CASE("tests of an outcome: a hold that was met once can be met") {
  const std::string hold =
      "    indicator: {measure: m, unit: u, direction: decrease, kind: hold}\n"
      "    target: {at_most: 5}\n";
  CHECK(achievable(hold + measured({{10, "9"}, {20, "5"}, {30, "8"}}), 30) == "yes");
  CHECK(achievable(hold + measured({{10, "9"}, {20, "6"}, {30, "8"}}), 30) == "no");
}

TEST_CASE("tests of an outcome: relevant while a goal stands, from its first to its last day") {
  CHECK(relevant(climb({}) + "    goals: [old]\n", 40) == "yes");
  CHECK(relevant(climb({}) + "    goals: [old]\n", 41) == "no");
  CHECK(relevant(climb({}) + "    goals: [old]\n", 101) == "partly");  // it was due before
  CHECK(relevant(climb({}) + "    goals: [now]\n", 19) == "partly");
  CHECK(relevant(climb({}) + "    goals: [now]\n", 20) == "yes");
  CHECK(relevant(climb({}) + "    goals: [old, now]\n", 41) == "yes");
  CHECK(relevant(climb({}) + "    goals: [elsewhere]\n", 41) == "no");
  CHECK(relevant(climb({}), 41) == "no");
  CHECK(relevant(climb({}) + "goals: [now]\n", 41) == "yes");  // of the initiative
}

}  // namespace brm::test
