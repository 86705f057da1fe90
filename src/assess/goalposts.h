// What an outcome or a service level is judged by: which of its fields, which way a goalpost was
// moved, and what would be said of the newer measurements by the older ones.
#pragma once

#include <string>
#include <string_view>

#include "assess/assessment.h"
#include "assess/written_values.h"

namespace brm {

/// Of an outcome or a service level.
Series series_in(const Item& item);

/// Whether a field, by its path in the outcome or service level, decides what it is judged by.
bool is_goalpost(const WrittenChange& change);

/// Which way a goalpost was moved: whether what was measured looks better by the newer one.
enum class Ease : std::uint8_t { easier, harder, unclear };
Ease ease_of(const WrittenChange& change, const Item& before, const Item& after);

/// `target date` for `target.date`, `interim target of 2026-06-30` for `interim.2026-06-30.value`.
std::string spoken_goalpost(std::string_view path);

/// The newer measurements, judged by what was promised before. Both are outcomes, or both service
/// levels.
Judgement judge_by_older(const Item& before, const Item& after, Date as_of, const Policy& policy);

/// Which goalposts and which thresholds of the policy made another verdict of the same
/// measurements: `target value from 100 to 40, policy.at_risk from 0.60 to 0.30`.
std::string what_moved(const Assessment& old_state, const Assessment& new_state, const Item& before,
                       const Item& after);

}  // namespace brm
