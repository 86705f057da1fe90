// Budgets in `brm report portfolio`: what each initiative will cost beside what was approved.
#pragma once

#include "assess/budget.h"
#include "document/document.h"

namespace brm::budget_tables {

/// Of those initiatives that have a budget, as they come.
std::vector<BudgetJudgement> budgets_of(const Assessment& assessed,
                                        const std::vector<const Item*>& initiatives);

/// Live work first, worst first; a section that says nothing where no budget is on record.
Section section(const Assessment& assessed, const std::vector<const Item*>& initiatives);

}  // namespace brm::budget_tables
