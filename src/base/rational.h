// Exact fractions for verdicts: 0.95 is 19/20, and a boundary met exactly is met.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <string>

#include "base/decimal.h"

namespace brm {

using Rational = boost::multiprecision::cpp_rational;

Rational to_rational(const Decimal& number);

/// With `digits` decimals, halves rounded to even: 0.125 is `0.12`.
std::string to_fixed(const Rational& number, int digits);

/// Cut off after `digits` decimals, never rounded up: compared with any number of as many decimals
/// it stands on the same side as `number` itself.
Decimal floored_to(const Rational& number, int digits);

/// The largest whole number not above it, and the smallest not below; numbers past 10^9 are cut to
/// that, which is far beyond any date.
std::int64_t floor_of(const Rational& number);
std::int64_t ceiling_of(const Rational& number);

}  // namespace brm
