// How much care a record deserves, and so how loudly a rule asks for what it lacks.
#pragma once

#include "assess/assessment.h"
#include "source/finding.h"

namespace brm::rules {

enum class Effort : std::uint8_t {
  none,    ///< Nothing is asked for.
  light,   ///< A note.
  full,    ///< The rule's own severity.
  always,  ///< The same, for a reason of the rule's own: whatever the record deserves.
};

/// Said once for `brm explain` of every rule with `Weight::by_effort`.
inline constexpr std::string_view effort_words =
    "In full for strategic relationships, those of priority 1, initiatives with such a party and "
    "initiatives of high criticality; as a note for preferred and conditional ones, and for what "
    "is only proposed; not asked of transactional ones, nor of what is stopped, completed, exiting "
    "or ended.";

/// Of the record that `item` stands in. An initiative deserves what the first of its parties does;
/// a proposal is still being shaped, and asked lightly at most. Where its parties cannot be seen,
/// in a portfolio of one, it is the most that they could ask for: settle_effort follows.
Effort effort_for(const Assessment& assessed, const Item& item);

/// `words` has `Weight::by_effort`, and `effort` is not none.
Finding& ask(const RuleWords& words, Effort effort, Span place, std::string message,
             std::string help, Findings& findings);

}  // namespace brm::rules
