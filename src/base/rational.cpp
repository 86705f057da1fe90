#include "base/rational.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

#include "base/long_rational.h"

namespace brm {
namespace {

using Integer = boost::multiprecision::cpp_int;
using Long = boost::multiprecision::cpp_rational;
using Fraction = Rational::Fraction;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr int most_digits = 18;
constexpr std::int64_t most_days = 1'000'000'000;

constexpr auto powers_of_ten = [] {
  std::array<std::int64_t, most_digits + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

std::int64_t power_of_ten(int exponent) {
  return powers_of_ten[static_cast<std::size_t>(exponent)];
}

bool fits(Int128 number) { return number >= -most && number <= most; }

std::uint64_t size_of(Int128 number) {
  return static_cast<std::uint64_t>(number < 0 ? -number : number);
}

/// Of a size and a positive number.
std::int64_t common_divisor(std::uint64_t a, std::int64_t positive) {
  if (positive == 1) return 1;
  const auto b = static_cast<std::uint64_t>(positive);
  const std::uint64_t rest = a % b;
  return rest == 0 ? positive : static_cast<std::int64_t>(std::gcd(b, rest));
}

/// Of two without a common divisor.
Rational fraction_of(Int128 top, Int128 bottom) {
  if (!fits(top) || !fits(bottom))
    return Rational(LongRational{Long(Integer(top), Integer(bottom))});
  return Rational(Fraction{static_cast<std::int64_t>(top), static_cast<std::int64_t>(bottom)});
}

Int128 divided(Int128 number, std::int64_t by) { return by == 1 ? number : number / by; }

// Sum and product divide before they multiply, so that every divisor is found in 64 bits, and what
// comes out is reduced: Knuth, The Art of Computer Programming, volume 2, 4.5.1.

Rational sum(const Fraction& a, const Fraction& b) {
  if (a.bottom == b.bottom) {
    const Int128 top = Int128{a.top} + b.top;
    const std::int64_t common = common_divisor(size_of(top), a.bottom);
    return fraction_of(divided(top, common), a.bottom / common);
  }
  const std::int64_t common = common_divisor(static_cast<std::uint64_t>(a.bottom), b.bottom);
  const std::int64_t a_rest = a.bottom / common;
  const std::int64_t b_rest = b.bottom / common;
  const Int128 top = Int128{a.top} * b_rest + Int128{b.top} * a_rest;
  if (common == 1) return fraction_of(top, Int128{a.bottom} * b.bottom);
  const std::int64_t left = common_divisor(size_of(top % common), common);
  return fraction_of(divided(top, left), Int128{a_rest} * (b.bottom / left));
}

Rational product(const Fraction& a, const Fraction& b) {
  const std::int64_t first = common_divisor(size_of(a.top), b.bottom);
  const std::int64_t second = common_divisor(size_of(b.top), a.bottom);
  return fraction_of(Int128{a.top / first} * (b.top / second),
                     Int128{a.bottom / second} * (b.bottom / first));
}

template <class Whole>
Whole floored(const Whole& top, const Whole& bottom) {
  Whole quotient = top / bottom;  // towards zero
  if (top < 0 && quotient * bottom != top) --quotient;
  return quotient;
}

/// Halves to even.
template <class Whole>
Whole rounded(const Whole& top, const Whole& bottom) {
  Whole whole = floored(top, bottom);
  const Whole twice_rest = (top - whole * bottom) * 2;
  if (twice_rest > bottom || (twice_rest == bottom && whole % 2 != 0)) ++whole;
  return whole;
}

/// What `number` times a power of ten becomes when it is made whole by `floored` or `rounded`.
template <class Visit>
auto with_scaled(const Rational& number, int digits, const Visit& visit) {
  const auto fraction = number.fraction();
  if (fraction && digits <= most_digits) {
    return visit(Int128{fraction->top} * power_of_ten(digits), Int128{fraction->bottom});
  }
  const Long value = number.in_full().value;
  const Integer power = pow(Integer(10), static_cast<unsigned>(digits));
  return visit(Integer(numerator(value) * power), Integer(denominator(value)));
}

/// Cut to `limit`, and to minus that.
std::int64_t cut_floor(const Rational& number, int digits, std::int64_t limit) {
  return with_scaled(number, digits, [&](const auto& top, const auto& bottom) {
    using Whole = std::decay_t<decltype(top)>;
    return static_cast<std::int64_t>(std::clamp<Whole>(floored(top, bottom), -limit, limit));
  });
}

std::string digits_of(const Integer& number) { return number.str(); }
std::string digits_of(Int128 number) {
  return fits(number) ? std::to_string(static_cast<std::int64_t>(number))
                      : digits_of(Integer(number));
}

}  // namespace

Rational::Rational(const LongRational& number) {
  const Integer top = numerator(number.value);
  const Integer bottom = denominator(number.value);
  if (bottom <= most && top <= most && top >= -most) {
    short_ = {static_cast<std::int64_t>(top), static_cast<std::int64_t>(bottom)};
  } else {
    long_ = std::make_shared<const LongRational>(number);
  }
}

Rational Rational::reduce(bool is_negative, std::uint64_t top, std::uint64_t bottom) {
  if (bottom == 0) throw std::overflow_error("division by zero");
  const std::uint64_t common = std::gcd(top, bottom);
  const Int128 size = top / common;
  return fraction_of(is_negative ? -size : size, bottom / common);
}

LongRational Rational::in_full() const {
  return long_ ? *long_ : LongRational{Long(short_.top, short_.bottom)};
}

std::string Rational::str() const { return in_full().value.str(); }
Rational::operator double() const { return static_cast<double>(in_full().value); }

std::strong_ordering Rational::compare_long(const Rational& a, const Rational& b) {
  const int sign = a.in_full().value.compare(b.in_full().value);
  return sign <=> 0;
}

Rational operator+(const Rational& a, const Rational& b) {
  if (!a.long_ && !b.long_) return sum(a.short_, b.short_);
  return Rational(LongRational{a.in_full().value + b.in_full().value});
}
Rational operator-(const Rational& a, const Rational& b) {
  if (!a.long_ && !b.long_) return sum(a.short_, {-b.short_.top, b.short_.bottom});
  return Rational(LongRational{a.in_full().value - b.in_full().value});
}
Rational operator*(const Rational& a, const Rational& b) {
  if (!a.long_ && !b.long_) return product(a.short_, b.short_);
  return Rational(LongRational{a.in_full().value * b.in_full().value});
}
Rational operator/(const Rational& a, const Rational& b) {
  if (b == 0) throw std::overflow_error("division by zero");
  if (a.long_ || b.long_) return Rational(LongRational{a.in_full().value / b.in_full().value});
  const Fraction& by = b.short_;
  return product(a.short_,
                 by.top < 0 ? Fraction{-by.bottom, -by.top} : Fraction{by.bottom, by.top});
}
Rational Rational::operator-() const {
  if (long_) return Rational(LongRational{-long_->value});
  return Rational(Fraction{-short_.top, short_.bottom});
}

Rational to_rational(const Decimal& number) {
  if (number.scale == 0) return number.coefficient;
  return Rational(number.coefficient, power_of_ten(number.scale));
}

std::string to_fixed(const Rational& number, int digits) {
  std::string text = with_scaled(number, digits, [](const auto& top, const auto& bottom) {
    return digits_of(rounded(top, bottom));
  });
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.erase(0, 1);
  const auto decimals = static_cast<std::size_t>(digits);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - decimals, ".");
  return is_negative ? "-" + text : text;
}

std::int64_t floor_of(const Rational& number) { return cut_floor(number, 0, most_days); }
std::int64_t ceiling_of(const Rational& number) { return -cut_floor(-number, 0, most_days); }

Decimal floored_to(const Rational& number, int digits) {
  const std::int64_t limit = power_of_ten(most_digits) - 1;
  for (;; --digits) {
    const std::int64_t coefficient = cut_floor(number, digits, limit);
    const bool fits_there = coefficient > -limit && coefficient < limit;
    if (fits_there || digits == 0) return {coefficient, static_cast<std::uint8_t>(digits)};
  }
}

}  // namespace brm
