#include "base/lognormal.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include "base/long_rational.h"
#include "base/portable_math.h"

namespace brm {
namespace {

/// 113 bits, reckoned in software: the same figures on every machine, to far below a cent.
using Wide = boost::multiprecision::cpp_bin_float_quad;

Wide wide(const Rational& number) { return Wide(number.in_full().value); }

/// From 53 bits of it to three times as many: Halley's step for e^y = x.
Wide ln(const Wide& x) {
  const Wide near = portable_log(static_cast<double>(x));
  const Wide power = exp(near);
  return near + 2 * (x - power) / (x + power);
}

struct WideLognormal {
  Wide mu;
  Wide sigma;
};

const Wide& points_apart() {
  static const Wide value("3.2897");
  return value;
}

WideLognormal between(const Rational& low, const Rational& high) {
  const Wide ln_low = ln(wide(low));
  const Wide ln_high = ln(wide(high));
  return {(ln_low + ln_high) / 2, (ln_high - ln_low) / points_apart()};
}

Wide mean_of(const WideLognormal& amount) {
  return exp(amount.mu + amount.sigma * amount.sigma / 2);
}

Wide normal_share_below(const Wide& z) { return boost::math::erfc(-z / sqrt(Wide(2))) / 2; }

Rational in_millionths(const Wide& number) {
  constexpr int millionth = 1'000'000;
  using boost::multiprecision::cpp_int;
  return Rational(LongRational{{cpp_int(round(number * millionth)), millionth}});
}

}  // namespace

Lognormal lognormal_between(const Rational& low, const Rational& high) {
  const WideLognormal amount = between(low, high);
  return {static_cast<double>(amount.mu), static_cast<double>(amount.sigma)};
}

Rational lognormal_mean(const Rational& low, const Rational& high) {
  if (low == high) return low;
  // e^(mu + sigma^2 / 2) with one logarithm, that of how far apart they are.
  const Wide bottom = wide(low);
  const Wide apart = ln(wide(high) / bottom);
  const Wide sigma = apart / points_apart();
  return in_millionths(bottom * exp((apart + sigma * sigma) / 2));
}

Rational LognormalMeans::between(const Rational& low, const Rational& high) {
  const auto first = low.fraction();
  const auto last = high.fraction();
  if (low == high || !first || !last || first->bottom != 1 || last->bottom != 1) {
    return lognormal_mean(low, high);
  }
  const auto [found, is_new] = known_.try_emplace({first->top, last->top});
  if (is_new) found->second = lognormal_mean(low, high);
  return found->second;
}

Rational lognormal_mean_up_to(const Rational& low, const Rational& high, const Rational& cap) {
  if (cap <= 0) return 0;
  if (low == high) return std::min(low, cap);
  const WideLognormal amount = between(low, high);
  const Wide z = (ln(wide(cap)) - amount.mu) / amount.sigma;
  return in_millionths(mean_of(amount) * normal_share_below(z - amount.sigma) +
                       wide(cap) * (1 - normal_share_below(z)));
}

}  // namespace brm
