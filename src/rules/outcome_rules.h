// What rules on what outcomes lack share: which outcomes are asked.
#pragma once

#include "rules/effort.h"

namespace brm::rules {

/// Calls `visit(outcome, effort)` for each whose initiative deserves any.
template <class Visit>
void for_each_outcome(const Assessment& assessed, const Visit& visit) {
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none) continue;
    for (const auto outcome : Of<kinds::initiative>(*item).template get<"outcomes">()) {
      visit(outcome, effort);
    }
  }
}

}  // namespace brm::rules
