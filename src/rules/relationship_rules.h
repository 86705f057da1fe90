// What rules on recommended fields of relationships share: whom to ask, and when it was written.
#pragma once

#include <algorithm>

#include "assess/relationship.h"
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
    const Effort effort = effort_for(assessed, *item);
    if (effort != Effort::none && !lost.touch(*item)) found(relationship, effort);
  }
}

/// Calls `visit(relationship, effort)` for each that deserves care and of which nothing was lost: a
/// review that could not be read is not a review that was not held.
template <class Visit>
void for_each_cared_for(const Assessment& assessed, const Findings& findings, const Visit& visit) {
  const auto& list = findings.list();
  for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
    const bool is_short = std::any_of(list.begin(), list.end(), [&](const Finding& finding) {
      return finding.loses == Loses::data && finding.place.file == item->file;
    });
    const Effort effort = effort_for(assessed, *item);
    if (effort != Effort::none && !is_short) visit(Relationship(*item), effort);
  }
}

/// Where its cadence is written, else its id.
inline Span place_of_cadence(const Relationship& relationship) {
  const auto cadence = relationship.get<"cadence">();
  return cadence ? cadence->span : relationship.place();
}

}  // namespace brm::rules
