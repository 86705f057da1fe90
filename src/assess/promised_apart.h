// Outcomes that several agencies promise apart: what they might promise together.
#pragma once

#include <string_view>
#include <vector>

#include "assess/assessment.h"

namespace brm {

/// By what two outcomes are alike.
enum class AlikeBy : std::uint8_t {
  title,    ///< Its longer words; seen in outlines too.
  measure,  ///< Those of the measure, with the same unit, for the same type of party.
};

/// Groups of outcomes of live initiatives that are alike: in front the one that fewest agencies
/// promise, behind it in the order of the records those that share none of its agencies and stand
/// in no initiative that belongs to the same program. The groups by the order of those in front.
std::vector<std::vector<const Item*>> promised_apart(const Assessment& assessed, AlikeBy by);

/// Those that take part in the outcome's initiative, each once, in the order written.
std::vector<std::string_view> agencies_of(const Item& outcome, const Portfolio& portfolio);

}  // namespace brm
