// Whatever has an indicator, a target and measurements: outcomes and service levels alike.
#pragma once

#include <string>

#include "assess/series.h"
#include "model/agreement_fields.h"
#include "model/portfolio.h"

namespace brm::rules {

/// How its values are looked at.
struct Manner {
  Judging judging = Judging::reach;
  Direction direction = Direction::none;
};

inline Manner manner_of(const Of<kinds::outcome>& outcome) {
  const auto indicator = outcome.get<"indicator">();
  if (!indicator) return {};
  return {judging_of(*indicator), direction_of(*indicator)};
}

/// A service level is held, unless nothing is counted.
inline Manner manner_of(const Of<kinds::service_level>& level) {
  const auto indicator = level.get<"indicator">();
  if (!indicator) return {Judging::hold, Direction::none};
  const bool is_counted = judging_of(*indicator) != Judging::pass_fail;
  return {is_counted ? Judging::hold : Judging::pass_fail, direction_of(*indicator)};
}

/// Calls `visit(measured, manner)` for each, with `Of<kinds::outcome>` or
/// `Of<kinds::service_level>`.
template <class Visit>
void for_each_measured(const Portfolio& portfolio, const Visit& visit) {
  for (const Item* item : portfolio.all(kinds::outcome)) {
    const Of<kinds::outcome> outcome(*item);
    visit(outcome, manner_of(outcome));
  }
  for (const Item* item : portfolio.all(kinds::service_level)) {
    const Of<kinds::service_level> level(*item);
    visit(level, manner_of(level));
  }
}

/// Several with one cause are one finding, at the first: ` (3 such targets here)`; nothing for one.
inline std::string such_targets(std::size_t count) {
  return count == 1 ? "" : " (" + std::to_string(count) + " such targets here)";
}

}  // namespace brm::rules
