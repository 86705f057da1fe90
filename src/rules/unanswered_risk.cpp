#include <fmt/format.h>

#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_open_risk(assessed, [&](const Of<kinds::risk>& risk, const RiskJudgement& judgement) {
    const bool has_own_finding =
        judgement.acceptance == Acceptance::missing || judgement.acceptance == Acceptance::expired;
    if (judgement.is_opportunity || judgement.is_answered || has_own_finding) return;
    if (!risk.has<"response">()) return;  // missing-field says so
    const Effort effort =
        judgement.is_above_appetite ? Effort::always : effort_for(assessed, risk.item());
    if (effort == Effort::none) return;
    ask(rule.words, effort, risk.item().place(),
        fmt::format("nothing shows that anybody deals with this threat{}",
                    judgement.is_above_appetite ? ", which is above the appetite" : ""),
        "add `actions: [{text: ..., due: ..., by: ...}]`, or say in `response_text` what is done",
        findings);
  });
}

}  // namespace

extern constinit const Rule unanswered_risk{
    .words =
        {
            .name = "unanswered-risk",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An open threat of which nothing shows that anybody deals with it.",
            .why = "The word `mitigate` mitigates nothing. Without an action, a sentence that says "
                   "what is done, or an acceptance, a response is an intention; above the appetite "
                   "that the office has set for itself it is a gap.",
            .mend = "Add `actions` with a day and a person, or `response_text` where the response "
                    "is no single step, or let the risk be accepted.",
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
