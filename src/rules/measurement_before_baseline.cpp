#include <fmt/format.h>

#include "model/of.h"
#include "model/outcome_fields.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

using Outcome = Of<kinds::outcome>;
using Day = Located<Date>;

/// A baseline that is not before the target is dates-out-of-order's.
std::optional<Day> sound_baseline(const Outcome& outcome) {
  const auto baseline = outcome.get<"baseline">();
  const auto target = outcome.get<"target">();
  const auto from = baseline ? baseline->get<"date">() : std::nullopt;
  const auto due = target ? target->get<"date">() : std::nullopt;
  if (from && due && from->value >= due->value) return std::nullopt;
  return from;
}

/// Said once an outcome: several early measurements have one cause.
void check_outcome(const RuleWords& words, const Outcome& outcome, Findings& findings) {
  const auto baseline = sound_baseline(outcome);
  if (!baseline) return;
  std::optional<Day> first;
  std::size_t count = 0;
  for (const auto measurement : outcome.get<"measurements">()) {
    const auto date = measurement.get<"date">();
    if (!date || date->value >= baseline->value) continue;
    if (!first) first = date;
    ++count;
  }
  if (!first) return;
  const std::string which =
      count == 1 ? "this measurement is" : fmt::format("this one and {} more are", count - 1);
  Finding& finding =
      findings.add(words, first->span,
                   fmt::format("{} before the baseline of {}", which, to_text(baseline->value)),
                   "correct the date, or let the baseline be the first of them");
  finding.second = SecondPlace{baseline->span, "the baseline"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    check_outcome(rule.words, Outcome(*outcome), findings);
  }
}

}  // namespace

extern constinit const Rule measurement_before_baseline{
    .words =
        {
            .name = "measurement-before-baseline",
            .summary = "A measurement that is older than the baseline of its outcome.",
            .why =
                "Progress is counted from the baseline on, so that an older measurement counts for "
                "nothing, or shows that the baseline was chosen late: at the worst moment, from "
                "which everything is progress.",
            .mend = "Correct the date that is mistyped. If the older value is true, make it the "
                    "baseline and enter the move under `revisions`; or keep what came before in "
                    "`notes`.",
            .faulty = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: proposed
parties:
  - {relationship: dhhs, role: beneficiary}
outcomes:
  - id: decision-days
    title: Families wait fewer days for a decision
    beneficiary: dhhs
    owner: sam-lee
    mechanism: Because documents are checked while they are handed in.
    indicator:
      measure: Median days from application to decision
      unit: days
      direction: decrease
      frequency: monthly
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
    measurements:
      - {date: 2025-02-28, value: 30}
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
            .sound = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: proposed
parties:
  - {relationship: dhhs, role: beneficiary}
outcomes:
  - id: decision-days
    title: Families wait fewer days for a decision
    beneficiary: dhhs
    owner: sam-lee
    mechanism: Because documents are checked while they are handed in.
    indicator:
      measure: Median days from application to decision
      unit: days
      direction: decrease
      frequency: monthly
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
    measurements:
      - {date: 2026-02-28, value: 30}
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
