#include "base/portable_math.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace brm {
namespace {

// ln 2 in two parts, the first with so few digits that any whole multiple of it is exact.
constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;

template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
  double sum = 0;
  for (std::size_t i = N; i-- > 0;) sum = sum * x + coefficients[i];
  return sum;
}

// Wichura's coefficients, lowest power first.
constexpr std::array<double, 8> centre_top{3.3871328727963666080e0,  1.3314166789178437745e+2,
                                           1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                           4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                           3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr std::array<double, 8> centre_bottom{1.0,
                                              4.2313330701600911252e+1,
                                              6.8718700749205790830e+2,
                                              5.3941960214247511077e+3,
                                              2.1213794301586595867e+4,
                                              3.9307895800092710610e+4,
                                              2.8729085735721942674e+4,
                                              5.2264952788528545610e+3};
constexpr std::array<double, 8> tail_top{1.42343711074968357734e0,  4.63033784615654529590e0,
                                         5.76949722146069140550e0,  3.64784832476320460504e0,
                                         1.27045825245236838258e0,  2.41780725177450611770e-1,
                                         2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr std::array<double, 8> tail_bottom{1.0,
                                            2.05319162663775882187e0,
                                            1.67638483018380384940e0,
                                            6.89767334985100004550e-1,
                                            1.48103976427480074590e-1,
                                            1.51986665636164571966e-2,
                                            5.47593808499534494600e-4,
                                            1.05075007164441684324e-9};
constexpr std::array<double, 8> far_top{6.65790464350110377720e0,  5.46378491116411436990e0,
                                        1.78482653991729133580e0,  2.96560571828504891230e-1,
                                        2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                        2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr std::array<double, 8> far_bottom{1.0,
                                           5.99832206555887937690e-1,
                                           1.36929880922735805310e-1,
                                           1.48753612908506148525e-2,
                                           7.86869131145613259100e-4,
                                           1.84631831751005468180e-5,
                                           1.42151175831644588870e-7,
                                           2.04426310338993978564e-15};

// Remez' polynomial of FreeBSD's e_exp.c for R between 0 and (ln 2 / 2)^2, to 2^-59.
constexpr std::array<double, 5> exp_terms{1.66666666666666019037e-01, -2.77777777770155933842e-03,
                                          6.61375632143793436117e-05, -1.65339022054652515390e-06,
                                          4.13813679705723846039e-08};

/// 2^n for n from -1022 to 1023.
double power_of_two(int n) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52U);
}

}  // namespace

double portable_exp(double x) {
  if (x > 709.0) return std::numeric_limits<double>::infinity();
  if (x < -700.0) return 0;
  // Added and taken away, it leaves no digit behind the point.
  constexpr double rounding = 6755399441055744.0;  // 1.5 x 2^52
  const double count = (x * (1 / (ln2_high + ln2_low)) + rounding) - rounding;
  const double rest = (x - count * ln2_high) - count * ln2_low;  // at most half of ln 2
  // e^r = 1 + 2r / (R - r), where R = r (e^r + 1) / (e^r - 1) is even in r and nearly 2 + r^2 / 6.
  const double square = rest * rest;
  const double odd = rest - square * polynomial(exp_terms, square);
  return power_of_two(static_cast<int>(count)) * (1 + (rest + rest * odd / (2 - odd)));
}

double portable_log(double x) {
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);  // 0.5 up to 1
  constexpr double root_of_half = 0.70710678118654752440;
  if (mantissa < root_of_half) {
    mantissa *= 2;
    --exponent;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)), of which 14 terms are below 1e-21.
  const double ratio = (mantissa - 1) / (mantissa + 1);
  const double square = ratio * ratio;
  double sum = 0;
  for (int odd = 27; odd > 0; odd -= 2) sum = sum * square + 1.0 / odd;
  return exponent * ln2_high + (2 * ratio * sum + exponent * ln2_low);
}

double normal_quantile(double p) {
  const double q = p - 0.5;
  constexpr double centre = 0.425;
  if (std::fabs(q) <= centre) {
    const double r = 0.180625 - q * q;
    return q * polynomial(centre_top, r) / polynomial(centre_bottom, r);
  }
  constexpr double far = 5;
  const double r = std::sqrt(-portable_log(q < 0 ? p : 1 - p));
  const double size = r <= far ? polynomial(tail_top, r - 1.6) / polynomial(tail_bottom, r - 1.6)
                               : polynomial(far_top, r - far) / polynomial(far_bottom, r - far);
  return q < 0 ? -size : size;
}

}  // namespace brm
