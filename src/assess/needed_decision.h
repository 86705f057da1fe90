// What waits for somebody to decide: the first thing a CIO wants to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"

namespace brm {

/// In the order in which they are asked.
enum class DecisionAsked : std::uint8_t {
  notice,      ///< Of an agreement that ends or renews: it can be given for a few days more.
  acceptance,  ///< Of a risk, and it ran out.
  response,    ///< To a risk above the appetite.
  correction,  ///< Of an outcome that goes wrong.
  rating,      ///< Reported green, while something measured goes wrong.
  experiment,  ///< That is over.
  question,    ///< Before a body, still open.
};

struct DecisionWords {
  DecisionAsked asked;
  std::string_view name;  ///< `notice`
  std::string_view asks;  ///< `renew it or give notice`
};
const DecisionWords& words_of(DecisionAsked asked);

struct NeededDecision {
  DecisionAsked asked = DecisionAsked::notice;
  const Item* item = nullptr;
  std::string why;       ///< One sentence with its numbers, without a full stop.
  std::string_view who;  ///< Who answers for it; may be empty.
  Span place;
};

/// Notices that can still be given up to and on `last`. Of one sort the most urgent first: the day
/// that comes first, the largest exposure, what has waited longest.
std::vector<NeededDecision> needed_decisions(const Assessment& assessed, Date last);

}  // namespace brm
