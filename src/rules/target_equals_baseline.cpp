#include <fmt/format.h>

#include "assess/gaps.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

using Outcome = Of<kinds::outcome>;

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::outcome)) {
    const Outcome outcome(*item);
    if (reach_gaps(outcome) != std::vector<Gap>{Gap::target_is_baseline}) continue;
    const auto baseline = outcome.get<"baseline">()->get<"value">();
    const auto target = outcome.get<"target">()->get<"value">();
    Finding& finding = findings.add(
        rule.words, target->span,
        fmt::format("the target of {} is the baseline: nothing is to change",
                    to_text(target->value)),
        "correct one of the two; a level that is to be held needs `kind: hold` in the indicator");
    finding.second = SecondPlace{baseline->span, "the baseline"};
  }
}

}  // namespace

extern constinit const Rule target_equals_baseline{
    .words =
        {
            .name = "target-equals-baseline",
            .summary = "A target that is where the outcome starts.",
            .why = "Progress is counted from the baseline to the target. Where the two are one "
                   "value there is no way between them, nothing can be judged, and an "
                   "initiative that changes nothing would count as one that keeps its promise.",
            .mend = "Correct the one that was copied. If the level is good and is only to be "
                    "kept, write `kind: hold` and a target with `at_least` or `at_most`.",
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
    target: {date: 2027-06-30, value: 31}
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
    target: {date: 2027-06-30, value: 12}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
