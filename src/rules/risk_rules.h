// What rules on risks share: every open risk of a portfolio with its judgement.
#pragma once

#include "model/initiative_fields.h"
#include "rules/effort.h"

namespace brm::rules {

/// Calls `visit(risk, judgement)` for each risk that can still happen, in the order of the records.
template <class Visit>
void for_each_open_risk(const Assessment& assessed, const Visit& visit) {
  for (const Item* item : assessed.portfolio().all(kinds::risk)) {
    const RiskJudgement& judgement = assessed.risk(*item);
    if (judgement.is_open) visit(Of<kinds::risk>(*item), judgement);
  }
}

}  // namespace brm::rules
