// Whose support the work needs, how far they are from it, and who is there to call.
#pragma once

#include "assess/relationship.h"

namespace brm {

/// Steps from the current to the desired engagement, on the scale unaware, resistant, neutral,
/// supportive, leading; negative where they are further than needed, empty where either is not
/// written.
std::optional<int> engagement_gap(const Of<kinds::stakeholder>& stakeholder);

enum class NextStep : std::uint8_t {
  none,     ///< No action is written.
  overdue,  ///< Its day has passed.
  planned,  ///< On a day to come, that day included, or without one.
};
NextStep next_step(const Of<kinds::stakeholder>& stakeholder, Date as_of);

/// Short of where the work needs them, and nothing is to be done about it.
bool is_unattended(const Of<kinds::stakeholder>& stakeholder, Date as_of);

/// Different people to call, or roles where nobody is named.
std::size_t contact_count(const Relationship& relationship);

}  // namespace brm
