// Whatever leaves an outcome without a target for its verdict is found, and where it lies.
#include <fmt/format.h>

#include <set>

#include "unit/rules/checked.h"

namespace brm::test {
namespace {

using Parts = std::vector<std::string>;

const std::string strategic =
    "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: strategic\n"
    "manager: jane-doe\nexecutive_sponsor: ann-park\nshared_purpose: Help in days\n"
    "cadence: quarterly\n";

std::map<std::string, std::string> strategic_folder(const std::string& outcome_fields) {
  auto files = folder_with(outcome_fields);
  files["relationships/dhhs.yaml"] = strategic;
  return files;
}

std::string line_of(const std::string& field, const std::string& value) {
  return value.empty() ? "" : fmt::format("    {}: {}\n", field, value);
}

/// Every way an outcome may be written, complete or not.
std::vector<std::string> outcomes_of_all_sorts() {
  const Parts indicators = {"",
                            "{measure: m, unit: u}",
                            "{measure: m, unit: u, direction: increase}",
                            "{measure: m, unit: u, direction: decrease}",
                            "{measure: m, direction: increase}",
                            "{measure: m, unit: u, direction: increase, kind: hold}",
                            "{measure: m, unit: u, direction: decrease, kind: hold}",
                            "{measure: m, unit: u, direction: maintain}",
                            "{measure: m, unit: u, direction: increase, kind: pass_fail}",
                            "{measure: m, unit: u, direction: increase, kind: holds}"};
  const Parts baselines = {"", "{date: 2026-01-01, value: 10}", "{value: 10}",
                           "{date: 2026-01-01, value: ten}"};
  const Parts targets = {"",
                         "{date: 2026-12-31, value: 20}",
                         "{date: 2026-12-31, value: 10}",
                         "{date: 2025-12-31, value: 5}",
                         "{value: 20}",
                         "{date: 2026-12-31}",
                         "{date: 2026-12-31, value: 2O}",
                         "{at_least: 12}",
                         "{between: [5, 15]}",
                         "{at_most: 12, from: 2026-07-01}",
                         "{from: 2026-01-01}"};
  const Parts measurements = {"", "[{date: 2026-03-01, value: 12}]",
                              "[{date: 2026-03-01, value: 12, target: 12}]",
                              "[{date: 2026-03-01}, {date: 2026-09-01, target: 12}]"};
  std::vector<std::string> all;
  for (const std::string& indicator : indicators) {
    for (const std::string& baseline : baselines) {
      for (const std::string& target : targets) {
        for (const std::string& measured : measurements) {
          all.push_back(line_of("indicator", indicator) + line_of("baseline", baseline) +
                        line_of("target", target) + line_of("measurements", measured));
        }
      }
    }
  }
  return all;
}

/// Rules that say why there is nothing to judge by: ours, and what the reader says of it.
const std::set<std::string_view> causes{"unmeasurable-outcome",
                                        "target-equals-baseline",
                                        "target-against-direction",
                                        "target-without-effect",
                                        "dates-out-of-order",
                                        "missing-field",
                                        "bad-number",
                                        "unknown-word",
                                        "bad-key",
                                        "unknown-key"};

}  // namespace

TEST_CASE("rules: every outcome without a target for its verdict has a finding that says why") {
  std::size_t without = 0;
  for (const std::string& fields : outcomes_of_all_sorts()) {
    CAPTURE(fields);
    const Checked checked(strategic_folder(fields), date_of("2026-06-30"));
    const Judgement& judgement = checked.outcome("work/it");
    CHECK((judgement.verdict == Verdict::no_target) == !judgement.gaps.empty());
    const Span outcome = checked.item("work/it").span();
    const bool is_said =
        std::any_of(checked.findings.begin(), checked.findings.end(), [&](const Finding& finding) {
          return causes.contains(finding.rule->name) && finding.place.file == outcome.file &&
                 finding.place.offset >= outcome.offset;
        });
    if (judgement.verdict == Verdict::no_target) {
      ++without;
      CHECK(is_said);
    }
    const bool is_pass_fail = fields.find("pass_fail") != std::string::npos;
    if (judgement.verdict != Verdict::no_target && !is_pass_fail) {
      CHECK(checked.severity_of("unmeasurable-outcome") == "none");
    }
  }
  CHECK(without > 500);
}

TEST_CASE("rules: what an outcome lacks is named, and what the reader said is not repeated") {
  const auto lacks = [](const std::string& fields) {
    const Checked checked(strategic_folder(fields), date_of("2026-06-30"));
    return checked.message_of("unmeasurable-outcome");
  };
  const std::string reach = "    indicator: {measure: m, unit: u, direction: increase}\n";
  const std::string from = "    baseline: {date: 2026-01-01, value: 10}\n";
  CHECK(lacks(reach + from) == "this outcome lacks a target (how far, and by when)");
  CHECK(lacks(reach + from + "    target: {value: 20}\n") ==
        "this outcome lacks the day of its target");
  CHECK(lacks(reach + from + "    target: {date: 2026-12-31}\n") ==
        "this outcome lacks the value of its target");
  CHECK(lacks(reach + from + "    target: {date: 2026-12-31, value: 2O}\n") == "");
  CHECK(lacks(reach + from + "    traget: {date: 2026-12-31, value: 20}\n") == "");
  CHECK(lacks("    indicator: m\n" + from) == "");
  CHECK(lacks("    indicator: {measure: m, unit: u}\n") == "");
}

TEST_CASE("rules: a level that is not in force yet is a note, whatever the tier") {
  const std::string fields =
      "    indicator: {measure: m, unit: u, direction: increase, kind: hold}\n"
      "    target: {at_least: 12, from: 2026-07-01}\n"
      "    measurements: [{date: 2026-06-30, value: 12}]\n";
  const auto severity = [&](const std::string& text, const std::string& as_of) {
    return Checked(strategic_folder(text), date_of(as_of)).severity_of("unmeasurable-outcome");
  };
  CHECK(severity(fields, "2026-06-30") == "note");
  const std::string in_force = replaced({{"", fields}}, "07-01", "06-30").at("");
  CHECK(severity(in_force, "2026-06-30") == "none");
}

TEST_CASE("rules: outcomes of one initiative that lack the same are one finding") {
  const std::string bare = "  - {id: ID, title: T}\n";
  std::string more;
  for (const char letter : std::string("abcdefg")) {
    more += replaced({{"", bare}}, "ID", std::string(1, letter)).at("");
  }
  const Checked checked(strategic_folder(more), date_of("2026-06-30"));
  const auto found = checked.of("unmeasurable-outcome");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.starts_with("this outcome and 7 more lack an indicator ("));
  CHECK(found[0].help.ends_with("; the same for `a`, `b`, `c`, `d`, `e` and 2 more"));
  CHECK(checked.text_at(found[0]) == "it");
}

}  // namespace brm::test
