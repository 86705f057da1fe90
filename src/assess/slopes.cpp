#include "assess/slopes.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace brm {
namespace {

struct Point {
  Date date;
  std::int64_t value;
};

/// Points in units of 1 / `bottom`, so that slopes are compared in whole numbers.
struct WholePoints {
  std::vector<Point> points;
  std::int64_t bottom = 1;
};

// Any two values are less than 2^63 apart.
constexpr Int128 most_value = std::numeric_limits<std::int64_t>::max() / 2;

/// The common denominator from `first` on; empty where it grows too large.
std::optional<std::int64_t> common_bottom(const std::vector<SlopePoint>& points,
                                          std::size_t first) {
  std::int64_t bottom = 1;
  for (std::size_t i = first; i < points.size(); ++i) {
    const auto value = points[i].value.fraction();
    if (!value) return std::nullopt;
    if (bottom % value->bottom == 0) continue;
    const Int128 grown = Int128{bottom} * (value->bottom / std::gcd(bottom, value->bottom));
    if (grown > most_value) return std::nullopt;
    bottom = static_cast<std::int64_t>(grown);
  }
  return bottom;
}

/// The points from `first` on; empty where they do not fit.
std::optional<WholePoints> whole_points(const std::vector<SlopePoint>& points, std::size_t first) {
  const auto bottom = common_bottom(points, first);
  if (!bottom) return std::nullopt;
  WholePoints out{{}, *bottom};
  out.points.reserve(points.size() - first);
  for (std::size_t i = first; i < points.size(); ++i) {
    const auto value = points[i].value.fraction();
    const Int128 scaled = Int128{value->top} * (*bottom / value->bottom);
    if (scaled > most_value || scaled < -most_value) return std::nullopt;
    out.points.push_back({points[i].date, static_cast<std::int64_t>(scaled)});
  }
  return out;
}

/// `Product` holds one of any two numbers.
template <class Number, class Product>
struct SlopeOf {
  Number change;
  Number days;  // above 0

  friend bool operator<(const SlopeOf& a, const SlopeOf& b) {
    return Product{a.change} * b.days < Product{b.change} * a.days;
  }
};
using WholeSlope = SlopeOf<std::int64_t, Int128>;
using NarrowSlope = SlopeOf<std::int32_t, std::int64_t>;

/// Whether the slopes between them are narrow, as most are: compared in a third of the time.
bool are_near(const std::vector<Point>& points) {
  constexpr std::int64_t most = std::int64_t{1} << 29U;
  return std::all_of(points.begin(), points.end(), [](const Point& point) {
    const std::int64_t day = point.date - Date{};
    return -most < point.value && point.value < most && -most < day && day < most;
  });
}

template <class Slope>
Slope slope(const Point& from, const Point& to) {
  const auto change = static_cast<decltype(Slope::change)>(to.value - from.value);
  const auto days = static_cast<decltype(Slope::days)>(to.date - from.date);
  using Number = decltype(Slope::days);
  return days < 0 ? Slope{static_cast<Number>(-change), static_cast<Number>(-days)}
                  : Slope{change, days};
}
template <class Slope>
Slope slope(const SlopePoint& from, const SlopePoint& to) {
  return (to.value - from.value) / (to.date - from.date);
}

template <class Slope>
Rational in_full(const Slope& slope, std::int64_t bottom) {
  return Rational(slope.change, slope.days) / bottom;
}

/// All pairs of the points from `first` on that lie on different days.
template <class Slope, class Points>
std::vector<Slope> slopes_between(const Points& points, std::size_t first) {
  std::vector<Slope> slopes;
  const std::size_t count = points.size() - first;
  slopes.reserve(count * (count - 1) / 2);
  for (std::size_t i = first; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      if (points[i].date != points[j].date) slopes.push_back(slope<Slope>(points[i], points[j]));
    }
  }
  return slopes;
}

template <class Slope>
struct Ends {
  Slope slow;
  Slope fast;
};

/// The 10 % and 90 % by nearest rank; `slopes` is not empty, and is left in disorder.
template <class Slope>
Ends<Slope> ends_of(std::vector<Slope>& slopes) {
  const auto rank = [&](std::size_t percent) {
    return slopes.begin() + static_cast<std::ptrdiff_t>((slopes.size() * percent + 99) / 100 - 1);
  };
  std::nth_element(slopes.begin(), rank(90), slopes.end());
  std::nth_element(slopes.begin(), rank(10), rank(90));  // of one or two both are the first
  return {*rank(10), *rank(90)};
}

/// The steepest between neighbours on different days.
template <class Slope, class Points>
std::optional<Slope> best_of(const Points& points) {
  std::optional<Slope> best;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i - 1].date == points[i].date) continue;
    const Slope found = slope<Slope>(points[i - 1], points[i]);
    if (!best || *best < found) best = found;
  }
  return best;
}

template <class Slope>
std::optional<SlopeRange> range_of(const WholePoints& whole) {
  auto slopes = slopes_between<Slope>(whole.points, 0);
  if (slopes.empty()) return std::nullopt;
  const auto ends = ends_of(slopes);
  return SlopeRange{in_full(ends.slow, whole.bottom), in_full(ends.fast, whole.bottom)};
}

}  // namespace

std::optional<SlopeRange> slope_range(const std::vector<SlopePoint>& points, std::size_t window) {
  const std::size_t first = points.size() > window ? points.size() - window : 0;
  if (const auto whole = whole_points(points, first)) {
    return are_near(whole->points) ? range_of<NarrowSlope>(*whole) : range_of<WholeSlope>(*whole);
  }
  auto slopes = slopes_between<Rational>(points, first);
  if (slopes.empty()) return std::nullopt;
  auto ends = ends_of(slopes);
  return SlopeRange{std::move(ends.slow), std::move(ends.fast)};
}

Rational best_slope(const std::vector<SlopePoint>& points) {
  if (const auto whole = whole_points(points, 0)) {
    const auto best = best_of<WholeSlope>(whole->points);
    return best ? in_full(*best, whole->bottom) : Rational(0);
  }
  return best_of<Rational>(points).value_or(Rational(0));
}

}  // namespace brm
