#include <fmt/format.h>
#include "base/spelling.h"
#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_open_risk(assessed, [&](const Of<kinds::risk>& risk, const RiskJudgement&) {
    const auto review = risk.get<"review_by">();
    if (!review || review->value >= assessed.as_of()) return;
    findings.add(
        rule.words, review->span,
        fmt::format("it was to be reviewed by {}, {} ago", to_text(review->value),
                    counted(static_cast<std::size_t>(assessed.as_of() - review->value), "day")),
        "review it: add an entry to `assessments`, and set the next `review_by`");
  });
}

}  // namespace

extern constinit const Rule overdue_risk_review{
    .words =
        {
            .name = "overdue-risk-review",
            .severity = Severity::warning,
            .summary = "An open risk whose day of review has passed.",
            .why = "A risk is what somebody thought on the day they wrote it. When the review it "
                   "was given a day for did not take place, its likelihood and impact are last "
                   "year's, and so is every sum they go into.",
            .mend = "Look at it again, add an entry to `assessments` and set `review_by` to the "
                    "next day. Close the risk if it is gone.",
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
    response: [mitigate]
    response_text: Two more people learn it by June.
    managed_by: dhhs
    status: open
    review_by: 2020-06-30
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
