// Where rules on outcomes and policy begin and end: the day itself, equality, the last step.
#include <fmt/format.h>

#include "unit/rules/checked.h"

namespace brm::test {
namespace {

/// The example of a rule.
std::map<std::string, std::string> checked_files(std::string_view rule) {
  const auto rules = all_rules();
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const Rule* each) { return each->words.name == rule; });
  REQUIRE(found != rules.end());
  return files_of((*found)->words.faulty);
}

/// The same with one of its texts changed, on a day.
Checked checked(std::string_view rule, const std::string& from, const std::string& to,
                const std::string& as_of = "2026-07-08") {
  return Checked(replaced(checked_files(rule), from, to), date_of(as_of));
}

std::string severity(std::string_view rule, const std::string& from, const std::string& to,
                     const std::string& as_of = "2026-07-08") {
  return checked(rule, from, to, as_of).severity_of(rule);
}

/// One policy of brm.yaml, in one line.
std::string policy_severity(const std::string& policy) {
  return severity("policy-out-of-range", "hold_on_track: 90", policy);
}

}  // namespace

TEST_CASE("rules: a goal stands on its last day") {
  CHECK(severity("ended-goal", "", "", "2025-12-31") == "none");
  CHECK(severity("ended-goal", "", "", "2026-01-01") == "warning");
}

TEST_CASE("rules: a goal that ended is no matter once the outcome is due or achieved") {
  CHECK(severity("ended-goal", "", "", "2027-06-30") == "warning");
  CHECK(severity("ended-goal", "", "", "2027-07-01") == "none");
  const std::string target = "    target: {date: 2027-06-30, value: 12}\n";
  CHECK(severity("ended-goal", target,
                 target + "    measurements: [{date: 2026-06-30, value: 12}]\n") == "none");
}

TEST_CASE("rules: a pace is unseen when it is more than the best, in figures that differ") {
  const auto with_last = [](const std::string& value) {
    return checked("unseen-pace", "value: 29.5", "value: " + value, "2026-06-30");
  };
  CHECK(with_last("27").message_of("unseen-pace").empty());
  CHECK(with_last("28").message_of("unseen-pace") ==
        "needs 1.33 days a month from now, best so far 1.00, and nothing says why that can be "
        "done");
  const Checked stretch =
      checked("unseen-pace", "    target:", "    commitment: aspirational\n    target:");
  CHECK(stretch.severity_of("unseen-pace") == "none");
  const Checked two_points = checked("unseen-pace", "      - {date: 2026-04-30, value: 30}\n", "");
  CHECK(two_points.severity_of("unseen-pace") == "none");
}

TEST_CASE("rules: the words of an unseen pace are those of the verdict") {
  const Checked found = checked("unseen-pace", "", "");
  const Judgement& judgement = found.outcome("elig-portal/decision-days");
  REQUIRE(!judgement.pace_needed.empty());
  CHECK(found.message_of("unseen-pace").starts_with(judgement.pace_needed + ", "));
  CHECK(*judgement.needed_a_month > *judgement.best_a_month);
}

TEST_CASE("rules: results count up to the day to judge by") {
  CHECK(severity("future-measurement", "2062-06-30", "2026-07-08") == "none");
  CHECK(severity("future-measurement", "2062-06-30", "2026-07-09") == "note");
}

TEST_CASE("rules: the first thresholds that make no sense") {
  CHECK(policy_severity("hold_on_track: 1") == "none");
  CHECK(policy_severity("hold_on_track: 1.001") == "error");
  CHECK(policy_severity("weak_share: 0") == "none");
  CHECK(policy_severity("weak_share: -0.001") == "error");
  CHECK(policy_severity("stale_factor: 0.001") == "none");
  CHECK(policy_severity("stale_factor: 0.0") == "error");
  CHECK(policy_severity("stale_factor: 100") == "none");
  CHECK(policy_severity("stale_factor: 150") == "error");
  CHECK(policy_severity("on_track: 10") == "none");
  CHECK(policy_severity("on_track: 95") == "error");
  CHECK(policy_severity("at_risk: 0.95") == "none");
  CHECK(policy_severity("at_risk: 0.951") == "error");
  CHECK(policy_severity("hold_off_track: 0.90") == "none");
  CHECK(policy_severity("hold_off_track: 0.91") == "error");
  CHECK(policy_severity("good_points: 4") == "none");
  CHECK(policy_severity("good_points: 3") == "error");
  CHECK(policy_severity("appetite: 0") == "none");
  CHECK(policy_severity("appetite: -0.01") == "error");
}

TEST_CASE("rules: only work under way is asked for its outcomes") {
  const auto asked = [](const std::string& status) {
    return severity("initiative-without-outcomes", "status: active", "status: " + status);
  };
  CHECK(asked("active") == "warning");
  CHECK(asked("approved") == "warning");
  for (const std::string status : {"proposed", "paused", "stopped", "completed"}) {
    CHECK(asked(status) == "none");
  }
}

TEST_CASE("rules: an owner belongs to the beneficiary's family, up or down, and not beside it") {
  const std::string party =
      "kind: relationship\nid: ID\ntitle: A party\ntype: agency\ntier: transactional\n"
      "manager: jane-doe\n";
  const auto owner_at = [&](const std::string& owner, const std::string& beneficiary) {
    std::map<std::string, std::string> files =
        folder_with("    owner: sam-lee\n    beneficiary: " + beneficiary + "\n");
    const auto add = [&](const std::string& id, const std::string& parent) {
      files["relationships/" + id + ".yaml"] = replaced({{"", party}}, "ID", id).at("") +
                                               (parent.empty() ? "" : "parent: " + parent + "\n");
    };
    add("agency", "");
    add("dhhs", "agency");
    add("north", "dhhs");
    add("south", "dhhs");
    files["people/sam-lee.yaml"] = "kind: person\nid: sam-lee\nrole: Director\n" +
                                   (owner.empty() ? std::string() : "at: " + owner + "\n");
    return Checked(files, date_of("2026-07-08")).severity_of("owner-elsewhere");
  };
  CHECK(owner_at("dhhs", "dhhs") == "none");
  CHECK(owner_at("north", "agency") == "none");
  CHECK(owner_at("agency", "north") == "none");
  CHECK(owner_at("north", "south") == "warning");
  CHECK(owner_at("cio-office", "dhhs") == "warning");
  CHECK(owner_at("", "dhhs") == "none");
  CHECK(owner_at("nowhere", "dhhs") == "none");
}

TEST_CASE("rules: titles that name no change, and those that may") {
  const auto found = [](const std::string& title) {
    return severity("vague-title", "Improved service for families", "\"" + title + "\"");
  };
  for (const std::string title :
       {"Improve service", "IMPROVED SERVICE FOR FAMILIES", "Better data", "Customer satisfaction",
        "On-time performance", "Streamline licensing"}) {
    CHECK_MESSAGE(found(title) == "note", title);
  }
  for (const std::string title :
       {"Improve on-time arrivals to 95 percent", "Improve the share of complete forms",
        "Improved service on every line", "Nobody waits for satisfaction", "Families wait less",
        "Satisfaction rises", "Data that caseworkers trust with their lives and security"}) {
    CHECK_MESSAGE(found(title) == "none", title);
  }
}

TEST_CASE("rules: a target is missable when one value can be worse than it") {
  const auto with = [](const std::string& from, const std::string& to) {
    return severity("unmissable-target", from, to);
  };
  CHECK(with("", "") == "warning");
  CHECK(with("at_least: 0", "at_least: 0.1") == "none");
  CHECK(with("unit: percent", "unit: calls") == "none");  // nobody says how few there can be
  CHECK(with("unit: percent", "unit: calls, limits: {min: 0}") == "warning");
  CHECK(with("unit: percent", "unit: percent, limits: {min: -100}") == "none");
  CHECK(with("value: 99.8", "value: -0.1") == "none");  // a rate of growth, it seems
  CHECK(with("value: 99.8", "value: 99.8, target: 0") == "warning");
  CHECK(checked("unmissable-target", "value: 99.8", "value: 99.8, target: 0")
            .message_of("unmissable-target") ==
        "no value can miss `at least 0` (2 such targets here)");
  CHECK(with("direction: increase", "direction: decrease") == "none");
  const Checked most =
      Checked(replaced(replaced(checked_files("unmissable-target"), "direction: increase",
                                "direction: decrease, limits: {max: 100}"),
                       "at_least: 0", "at_most: 100"),
              date_of("2026-07-08"));
  CHECK(most.message_of("unmissable-target") == "no value can miss `at most 100`");
}

}  // namespace brm::test
