#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "assess/gaps.h"
#include "base/rational.h"
#include "model/initiative_fields.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

using Outcome = Of<kinds::outcome>;

struct Step {
  Date date;
  Decimal value;
  Span place;
};

/// An interim target outside the dates is dates-out-of-order's, a second one of a day
/// repeated-date's.
std::vector<Step> steps_of(const Outcome& outcome, Date from, Date due) {
  std::vector<Step> steps;
  for (const auto point : outcome.get<"interim">()) {
    const auto date = point.get<"date">();
    const auto value = point.get<"value">();
    if (!date || !value || date->value <= from || date->value >= due) continue;
    steps.push_back({date->value, value->value, value->span});
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const Step& a, const Step& b) { return a.date < b.date; });
  return steps;
}

/// One that leaves the way is wrong by itself; of those that go back only the first is said, for
/// the one before it may be the one that is wrong.
void check_outcome(const RuleWords& words, const Outcome& outcome, Findings& findings) {
  const auto baseline = outcome.get<"baseline">();
  const auto target = outcome.get<"target">();
  const auto start = baseline->get<"value">();
  const auto end = target->get<"value">();
  const bool rises = end->value > start->value;
  const auto is_short_of = [&](const Decimal& a, const Decimal& b) {
    return rises ? a < b : a > b;
  };
  std::optional<Step> before;
  for (const Step& step :
       steps_of(outcome, baseline->get<"date">()->value, target->get<"date">()->value)) {
    if (before && before->date == step.date) continue;
    if (is_short_of(step.value, start->value) || is_short_of(end->value, step.value)) {
      Finding& finding = findings.add(
          words, step.place,
          fmt::format("the interim target of {} does not lie between the baseline of {} and the "
                      "target of {}",
                      to_text(step.value), to_text(start->value), to_text(end->value)),
          "correct it; where it will get worse before it gets better, plan the baseline for that "
          "day");
      finding.second = SecondPlace{is_short_of(step.value, start->value) ? start->span : end->span,
                                   "it lies beyond this"};
      continue;
    }
    if (before && is_short_of(step.value, before->value)) {
      Finding& finding =
          findings.add(words, step.place,
                       fmt::format("the interim target of {} for {} goes back behind the {} for {}",
                                   to_text(step.value), to_text(step.date), to_text(before->value),
                                   to_text(before->date)),
                       "correct one of the two");
      finding.second = SecondPlace{before->place, "the one before"};
      return;
    }
    before = step;
  }
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::outcome)) {
    const Outcome outcome(*item);
    if (outcome.get<"interim">().empty()) continue;
    const auto indicator = outcome.get<"indicator">();
    if (!indicator || judging_of(*indicator) != Judging::reach) continue;
    if (reach_gaps(outcome).empty()) check_outcome(rule.words, outcome, findings);
  }
}

}  // namespace

extern constinit const Rule interim_off_course{
    .words =
        {
            .name = "interim-off-course",
            .severity = Severity::warning,
            .summary = "An interim target that is not on the way from baseline to target.",
            .why = "Interim targets are the plan: the pace is reckoned against them, and they "
                   "say how late the benefit may come. One that lies beyond the target, or goes "
                   "back behind the one before, makes work that is on time look late, or late "
                   "work look fine.",
            .mend = "Correct the value, or the day, that was mistyped. Benefits that come late "
                    "are planned with interim targets that stay near the baseline for a while.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Families have a decision in 12 days instead of 31
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    interim: [{date: 2026-09-30, value: 8}]
    target: {date: 2027-06-30, value: 12}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Families have a decision in 12 days instead of 31
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    interim: [{date: 2026-09-30, value: 28}]
    target: {date: 2027-06-30, value: 12}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
