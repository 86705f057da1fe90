// How fast something moved between the points that were measured.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "base/rational.h"

namespace brm {

struct SlopePoint {
  Date date;
  Rational value;  ///< Rising is good.
};

/// A day's change, at the slow and the fast end.
struct SlopeRange {
  Rational slow;
  Rational fast;
};

/// The 10 % and 90 % slope, by nearest rank, among all pairs of the last `window` points on
/// different days; empty when there is no such pair. Quadratic in `window`, not in the number of
/// points.
std::optional<SlopeRange> slope_range(const std::vector<SlopePoint>& points, std::size_t window);

/// The best slope between neighbours; zero when no two lie on different days.
Rational best_slope(const std::vector<SlopePoint>& points);

}  // namespace brm
