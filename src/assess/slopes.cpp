#include "assess/slopes.h"

#include <algorithm>

namespace brm {
namespace {

Rational slope(const SlopePoint& from, const SlopePoint& to) {
  return (to.value - from.value) / (to.date - from.date);
}

}  // namespace

std::optional<SlopeRange> slope_range(const std::vector<SlopePoint>& points, std::size_t window) {
  std::vector<Rational> slopes;
  const std::size_t first = points.size() > window ? points.size() - window : 0;
  for (std::size_t i = first; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      if (points[i].date != points[j].date) slopes.push_back(slope(points[i], points[j]));
    }
  }
  if (slopes.empty()) return std::nullopt;
  std::sort(slopes.begin(), slopes.end());
  const auto rank = [&](std::size_t percent) { return (slopes.size() * percent + 99) / 100 - 1; };
  return SlopeRange{slopes[rank(10)], slopes[rank(90)]};
}

Rational best_slope(const std::vector<SlopePoint>& points) {
  std::optional<Rational> best;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i - 1].date == points[i].date) continue;
    const Rational found = slope(points[i - 1], points[i]);
    if (!best || found > *best) best = found;
  }
  return best.value_or(Rational(0));
}

}  // namespace brm
