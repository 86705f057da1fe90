#include <fmt/format.h>

#include "assess/budget.h"
#include "model/status.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Of what is over the money is gone, and a report says so.
void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    if (is_over(initiative, assessed.as_of())) continue;
    const auto budget = judge_budget(initiative, assessed.as_of());
    if (!budget || budget->state != BudgetState::overspent) continue;
    const auto written = initiative.get<"budget">();
    Finding& finding = findings.add(
        rule.words, written->get<"spent">()->span,
        fmt::format("{} is spent of the {} that was approved", amount_words(*budget->spent),
                    amount_words(*budget->approved)),
        "correct the amounts, or have the rest approved and write under `corrections` what was "
        "decided");
    finding.second = SecondPlace{written->get<"approved">()->span, "what was approved"};
  }
}

}  // namespace

extern constinit const Rule overspent_budget{
    .words =
        {
            .name = "overspent-budget",
            .severity = Severity::warning,
            .summary = "More is spent on an initiative than was approved.",
            .why = "A forecast above the budget is a question to whoever approves it, and can "
                   "still be answered. Money that is spent beyond it was never asked for: the "
                   "next audit finds it, and then it is no longer about the project.",
            .mend = "Correct the amount if it is mistyped, or in another unit. Else have the rest "
                    "approved, write the new amount, and say in a correction what was decided.",
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
status: proposed
parties: [{relationship: dhhs, role: sponsor}]
budget: {approved: 1000000, spent: 1200000, forecast: 1200000, as_of: 2020-06-30}
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
status: proposed
parties: [{relationship: dhhs, role: sponsor}]
budget: {approved: 1000000, spent: 900000, forecast: 1200000, as_of: 2020-06-30}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
