#include <fmt/format.h>

#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_open_risk(assessed, [&](const Of<kinds::risk>& risk, const RiskJudgement& judgement) {
    if (!risk.get<"threatens">().empty()) return;
    const Effort effort = effort_for(assessed, risk.item());
    if (effort == Effort::none) return;
    ask(rule.words, effort, risk.item().place(),
        judgement.is_opportunity ? "nothing says what this opportunity would help"
                                 : "nothing says what this risk threatens",
        "add `threatens: [elig-portal/decision-days]`: outcomes, goals or records", findings);
  });
}

}  // namespace

extern constinit const Rule threatens_nothing{
    .words =
        {
            .name = "threatens-nothing",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An open risk that is tied to nothing it would touch.",
            .why = "A threat matters by what it threatens. Tied to no outcome, goal or record it "
                   "can be weighed by money alone, shows up beside no promise it endangers, and "
                   "nobody whose outcome is at stake is told.",
            .mend = "Name in `threatens` the outcomes (`elig-portal/decision-days`), goals or "
                    "records it would touch; for an opportunity those it would help.",
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
    review_by: 2030-06-30
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
