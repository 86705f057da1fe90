// Lognormal amounts given by their 5 % and 95 % points: design/verdicts.md, risks.
#pragma once

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

/// The mean of what is left when everything above `cap` is cut off: the limited expected value,
/// exp(mu + s^2/2) Phi((ln cap - mu - s^2) / s) + cap (1 - Phi((ln cap - mu) / s)). Zero for a cap
/// that is not positive.
Rational lognormal_mean_up_to(const Rational& low, const Rational& high, const Rational& cap);

}  // namespace brm
