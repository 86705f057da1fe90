#include "base/lognormal.h"

#include <doctest/doctest.h>

#include <cmath>

namespace brm::test {
namespace {

double number(const Rational& value) { return static_cast<double>(value); }

/// The mean of min(amount, cap) by summing over 200,000 quantiles: slow and plain.
double mean_by_summing(double low, double high, double cap) {
  const double mu = (std::log(low) + std::log(high)) / 2;
  const double sigma = (std::log(high) - std::log(low)) / 3.2897;
  constexpr int steps = 200000;
  constexpr double reach = 10;
  double sum = 0;
  for (int i = 0; i < steps; ++i) {
    const double z = -reach + 2 * reach * (i + 0.5) / steps;
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0));
    sum += std::min(std::exp(mu + sigma * z), cap) * density * (2 * reach / steps);
  }
  return sum;
}

}  // namespace

TEST_CASE("lognormal: the mean is exp(mu + s^2 / 2)") {
  // ln 100000 = 11.512925, ln 1000000 = 13.815511: mu 12.664218, s 2.302585 / 3.2897
  const Lognormal amount = lognormal_between(100000, 1000000);
  CHECK(amount.mu == doctest::Approx(12.664218));
  CHECK(amount.sigma == doctest::Approx(0.699938));
  CHECK(number(lognormal_mean(100000, 1000000)) == doctest::Approx(404001.719).epsilon(1e-8));
  CHECK(lognormal_mean(5000, 5000) == 5000);
}

TEST_CASE("lognormal: what is left below a cap agrees with a plain sum") {
  for (const int cap : {1000, 100000, 400000, 1'000'000, 1'000'000'000}) {
    CAPTURE(cap);
    const double got = number(lognormal_mean_up_to(100000, 1000000, cap));
    CHECK(got == doctest::Approx(mean_by_summing(100000, 1000000, cap)).epsilon(1e-6));
    CHECK(got <= cap);
  }
  CHECK(lognormal_mean_up_to(100, 200, 0) == 0);
  CHECK(lognormal_mean_up_to(100, 200, -5) == 0);
  CHECK(lognormal_mean_up_to(300, 300, 200) == 200);
  CHECK(lognormal_mean_up_to(300, 300, 400) == 300);
}

}  // namespace brm::test
