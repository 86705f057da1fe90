#include <fmt/format.h>

#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_open_risk(assessed, [&](const Of<kinds::risk>& risk, const RiskJudgement& judgement) {
    if (judgement.acceptance != Acceptance::missing) return;
    for (const auto response : risk.get<"response">()) {
      if (response.value != "accept") continue;
      findings.add(rule.words, response.span,
                   "this risk is to be accepted, and nobody has accepted it",
                   "add `acceptance: {by: ..., because: ..., expires: ...}`, or another response");
      return;
    }
  });
}

}  // namespace

extern constinit const Rule unaccepted_risk{
    .words =
        {
            .name = "unaccepted-risk",
            .summary = "A risk whose response is to accept it, and nobody has.",
            .why = "To accept a risk is a decision: somebody with the right to do so says why, and "
                   "for how long. Without that nobody decided anything, and after the loss nobody "
                   "will have known.",
            .mend = "Add `acceptance` with `by` (a person or body), `because` and `expires`, or "
                    "choose another response.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [accept]
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [dhhs]
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [accept]
    acceptance: {by: jane-doe, because: the old system is switched off in 2029, expires: 2029-06-30}
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
