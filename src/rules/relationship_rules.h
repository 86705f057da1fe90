// What rules on recommended fields of relationships share: whom to ask, and when it was written.
#pragma once

#include "rules/effort.h"
#include "rules/lost_values.h"
#include "rules/rule.h"

namespace brm::rules {

/// Calls `found(relationship, effort)` for each that lacks the field and deserves it.
template <Name Field, class Visit>
void for_each_without(const Assessment& assessed, const Findings& findings, const Visit& found) {
  const LostValues lost(findings);
  for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
    const Of<kinds::relationship> relationship(*item);
    if (relationship.has<Field>()) continue;
    const Effort effort = effort_for(assessed.portfolio(), *item);
    if (effort != Effort::none && !lost.touch(*item)) found(relationship, effort);
  }
}

}  // namespace brm::rules
