#include "base/portable_math.h"

#include <doctest/doctest.h>

#include <boost/math/distributions/normal.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <cstring>
#include <random>

namespace brm::test {
namespace {

using Wide = boost::multiprecision::cpp_bin_float_quad;

/// How far `got` is from what 113 bits give, relative to it.
double error_of(double got, const Wide& exact) {
  return static_cast<double>(abs((Wide(got) - exact) / exact));
}

std::uint64_t bits_of(double number) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &number, sizeof bits);
  return bits;
}

}  // namespace

TEST_CASE("portable math: exponential and logarithm agree with 113 bits") {
  std::mt19937_64 random(7);
  double worst_exp = 0;
  double worst_log = 0;
  for (int i = 0; i < 4000; ++i) {
    const double x = static_cast<double>(random() >> 11) / 9007199254740992.0 * 120 - 60;
    worst_exp = std::max(worst_exp, error_of(portable_exp(x), exp(Wide(x))));
    const double y = portable_exp(x);
    worst_log = std::max(worst_log, static_cast<double>(abs(Wide(portable_log(y)) - log(Wide(y)))));
  }
  CHECK(worst_exp < 5e-16);
  CHECK(worst_log < 8e-15);  // up to 60, whose last place is 7e-15
  CHECK(portable_exp(0) == 1);
  CHECK(portable_log(1) == 0);
  CHECK(portable_exp(-701) == 0);
  CHECK(std::isinf(portable_exp(710)));
}

TEST_CASE(
    "portable math: the normal quantile agrees with a library's, in the middle and the tails") {
  const boost::math::normal_distribution<double> normal;
  for (const double p : {1e-300, 1e-16, 1e-9, 0.0001, 0.05, 0.074, 0.076, 0.25, 0.5, 0.75, 0.924,
                         0.926, 0.95, 0.9999, 1 - 1e-9}) {
    CAPTURE(p);
    const double expected = boost::math::quantile(normal, p);
    CHECK(normal_quantile(p) == doctest::Approx(expected).epsilon(1e-13));
  }
  CHECK(normal_quantile(0.5) == 0);
}

TEST_CASE("portable math: the bits are these on every machine") {
  // Reckoned once; a build that contracts products and sums, or another rounding, changes them.
  CHECK(bits_of(portable_exp(1)) == 0x4005bf0a8b14576aU);
  CHECK(bits_of(portable_log(10)) == 0x40026bb1bbb55516U);
  CHECK(bits_of(normal_quantile(0.95)) == 0x3ffa515209676ab8U);
}

}  // namespace brm::test
