#include <fmt/format.h>

#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_open_risk(assessed, [&](const Of<kinds::risk>& risk, const RiskJudgement&) {
    const Effort effort = effort_for(assessed, risk.item());
    if (risk.has<"review_by">() || effort == Effort::none) return;
    ask(rule.words, effort, risk.item().place(),
        "no day is set on which this risk is looked at again", "add `review_by: YYYY-MM-DD`",
        findings);
  });
}

}  // namespace

extern constinit const Rule risk_without_review{
    .words =
        {
            .name = "risk-without-review",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An open risk without a day on which it is looked at again.",
            .why = "Risks change without telling anybody. One that has no day of review keeps the "
                   "likelihood of the day it was written, and stays on the list for ever or drops "
                   "out of everybody's mind.",
            .mend = "Add `review_by` with the next day on which its owner looks at it.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
executive_sponsor: jane-doe
shared_purpose: Decisions on the day somebody asks
cadence: quarterly
manager: jane-doe
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [mitigate]
    response_text: Two more people learn it by June.
    managed_by: dhhs
    status: open
    threatens: [dhhs]
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
executive_sponsor: jane-doe
shared_purpose: Decisions on the day somebody asks
cadence: quarterly
manager: jane-doe
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [mitigate]
    response_text: Two more people learn it by June.
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [dhhs]
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
