#include <fmt/format.h>
#include "base/spelling.h"
#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_open_risk(assessed, [&](const Of<kinds::risk>& risk, const RiskJudgement& judgement) {
    if (judgement.acceptance != Acceptance::expired) return;
    const auto expires = risk.get<"acceptance">()->get<"expires">();
    findings.add(
        rule.words, expires->span,
        fmt::format("the acceptance ended on {}, {} ago, and the risk is open again",
                    to_text(expires->value),
                    counted(static_cast<std::size_t>(assessed.as_of() - expires->value), "day")),
        "let it be decided again: a later `expires` with the reasons of today, another "
        "response, or `status: closed`");
  });
}

}  // namespace

extern constinit const Rule expired_acceptance{
    .words =
        {
            .name = "expired-acceptance",
            .severity = Severity::warning,
            .summary = "An open risk whose acceptance has run out.",
            .why = "Leave to live with a risk is given for a time, because the reasons for it "
                   "change. After its last day the risk is open again, and what it may cost is "
                   "nobody's decision.",
            .mend = "Let the same person or body look at it again: accept it until a later day "
                    "with the reasons of today, or respond to it. Close the risk if it is gone.",
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
    acceptance: {by: jane-doe, because: the old system is switched off soon, expires: 2020-06-30}
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
