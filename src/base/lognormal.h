// Lognormal amounts given by their 5 % and 95 % points: design/verdicts.md, risks.
#pragma once

#include <unordered_map>

#include "base/rational.h"

namespace brm {

/// An amount whose natural logarithm is normal with mean `mu` and standard deviation `sigma`.
struct Lognormal {
  double mu = 0;
  double sigma = 0;
};

/// mu = (ln low + ln high) / 2, sigma = (ln high - ln low) / 3.2897, as `low` and `high` are 3.2897
/// standard deviations apart. Both positive, `low` not above `high`.
Lognormal lognormal_between(const Rational& low, const Rational& high);

/// exp(mu + sigma^2 / 2), rounded to a millionth of the unit. Equal points: that amount itself.
Rational lognormal_mean(const Rational& low, const Rational& high);

/// lognormal_mean of round amounts, which come again and again: each is reckoned once.
class LognormalMeans {
 public:
  Rational between(const Rational& low, const Rational& high);

 private:
  using Points = std::pair<std::int64_t, std::int64_t>;
  struct HashOfPoints {
    std::size_t operator()(const Points& points) const {
      constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // spreads multiples of ten
      return (static_cast<std::uint64_t>(points.first) * 31 +
              static_cast<std::uint64_t>(points.second)) *
             odd;
    }
  };
  std::unordered_map<Points, Rational, HashOfPoints> known_;
};

/// The mean of what is left when everything above `cap` is cut off: the limited expected value,
/// exp(mu + s^2/2) Phi((ln cap - mu - s^2) / s) + cap (1 - Phi((ln cap - mu) / s)). Zero for a cap
/// that is not positive.
Rational lognormal_mean_up_to(const Rational& low, const Rational& high, const Rational& cap);

}  // namespace brm
