#include "assess/slopes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace brm::test {
namespace {

Rational slope_between(const SlopePoint& from, const SlopePoint& to) {
  return (to.value - from.value) / Rational(to.date - from.date);
}

/// Every slope of the window as a fraction, sorted: what slope_range is to find without.
std::vector<Rational> sorted_slopes(const std::vector<SlopePoint>& points, std::size_t window) {
  std::vector<Rational> slopes;
  for (std::size_t i = points.size() - std::min(window, points.size()); i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      if (points[i].date != points[j].date) slopes.push_back(slope_between(points[i], points[j]));
    }
  }
  std::sort(slopes.begin(), slopes.end());
  return slopes;
}

/// The rank that at least `percent` of 100 do not exceed, by counting.
const Rational& nearest_rank(const std::vector<Rational>& sorted, std::size_t percent) {
  std::size_t rank = 1;
  while (rank * 100 < sorted.size() * percent) ++rank;
  return sorted[rank - 1];
}

/// How the values of one series are written.
struct Values {
  std::int64_t most_top;
  std::vector<std::int64_t> bottoms;
};

std::vector<SlopePoint> random_points(const Values& values, std::mt19937_64& engine) {
  const auto below = [&](std::uint64_t limit) {
    return static_cast<std::int64_t>(engine() % limit);
  };
  std::vector<SlopePoint> points;
  Date date{20000};
  for (std::int64_t count = below(32); count > 0; --count) {
    date = date + static_cast<std::int32_t>(below(4) * below(20));  // often the same day
    const std::int64_t top =
        below(2 * static_cast<std::uint64_t>(values.most_top) + 1) - values.most_top;
    points.push_back(
        {date,
         Rational(top, values.bottoms[static_cast<std::size_t>(below(values.bottoms.size()))])});
  }
  return points;
}

void check_random(const Values& values, int rounds) {
  std::mt19937_64 engine(4711);
  for (int round = 0; round < rounds; ++round) {
    const auto points = random_points(values, engine);
    const std::size_t window = 2 + engine() % 30;
    const auto slopes = sorted_slopes(points, window);
    const auto range = slope_range(points, window);
    CAPTURE(round);
    REQUIRE(range.has_value() == !slopes.empty());
    if (range) CHECK(range->slow.str() == nearest_rank(slopes, 10).str());
    if (range) CHECK(range->fast.str() == nearest_rank(slopes, 90).str());
    Rational best;
    bool has_best = false;
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (points[i - 1].date == points[i].date) continue;
      const Rational found = slope_between(points[i - 1], points[i]);
      if (!has_best || found > best) best = found;
      has_best = true;
    }
    CHECK(best_slope(points).str() == best.str());
  }
}

}  // namespace

TEST_CASE("slopes: as if every slope were written out and sorted") {
  check_random({20, {1}}, 300);                      // many slopes are equal
  check_random({100'000, {1, 10, 100, 40}}, 300);    // decimals
  check_random({100'000, {3, 7, 11, 60, 97}}, 300);  // shares
}

TEST_CASE("slopes: numbers too long for a common denominator") {
  constexpr std::int64_t quintillion = 1'000'000'000'000'000'000;
  check_random({quintillion - 1, {1}}, 100);
  check_random({4 * quintillion, {1}}, 100);  // their differences are longer than 63 bits
  check_random({quintillion - 1, {1, quintillion}}, 100);
  check_random({1000, {999'999'937, 999'999'929, 998'244'353, 1}}, 100);
  check_random({quintillion - 1, {quintillion - 11, quintillion - 33, 7}}, 50);
}

TEST_CASE("slopes: none without two days") {
  CHECK_FALSE(slope_range({}, 24));
  CHECK_FALSE(slope_range({{Date{1}, 5}}, 24));
  CHECK_FALSE(slope_range({{Date{1}, 5}, {Date{1}, 7}}, 24));
  CHECK(best_slope({{Date{1}, 5}, {Date{1}, 7}}) == 0);
}

}  // namespace brm::test
