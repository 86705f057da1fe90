// Exact fractions for verdicts: 0.95 is 19/20, and a boundary met exactly is met.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/decimal.h"
#include "base/int128.h"

namespace brm {

struct LongRational;  // base/long_rational.h, for the few who compute with Boost

/// Reduced, with a positive denominator. Nearly all fit two numbers of 64 bits; those that do not
/// are kept by Boost, and only those, so that equal numbers have one form. Division by zero throws
/// std::overflow_error.
class Rational {
 public:
  struct Fraction {
    std::int64_t top = 0;
    std::int64_t bottom = 1;
  };

  Rational() = default;
  template <std::integral Whole>
  Rational(Whole number) {  // NOLINT: a whole number is a fraction
    if (fits(number)) {
      short_.top = static_cast<std::int64_t>(number);
    } else {
      *this = Rational(number, 1);
    }
  }
  template <std::integral Top, std::integral Bottom>
  Rational(Top top, Bottom bottom)
      : Rational(reduce((top < 0) != (bottom < 0), size_of(top), size_of(bottom))) {}
  /// Of a reduced fraction with a positive denominator.
  explicit Rational(const Fraction& reduced) : short_(reduced) {}
  explicit Rational(const LongRational& number);

  /// Empty where it does not fit.
  std::optional<Fraction> fraction() const { return long_ ? std::nullopt : std::optional(short_); }
  LongRational in_full() const;
  /// `19/20`, `7`
  std::string str() const;
  explicit operator double() const;

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);
  Rational operator-() const;
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  Rational& operator-=(const Rational& other) { return *this = *this - other; }
  Rational& operator*=(const Rational& other) { return *this = *this * other; }
  Rational& operator/=(const Rational& other) { return *this = *this / other; }

  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    if (a.long_ || b.long_) return compare_long(a, b);
    const Int128 left = Int128{a.short_.top} * b.short_.bottom;
    const Int128 right = Int128{b.short_.top} * a.short_.bottom;
    return left < right ? std::strong_ordering::less
                        : (left > right ? std::strong_ordering::greater  //
                                        : std::strong_ordering::equal);
  }
  friend bool operator==(const Rational& a, const Rational& b) {
    if (a.long_ || b.long_) return compare_long(a, b) == 0;
    return a.short_.top == b.short_.top && a.short_.bottom == b.short_.bottom;
  }

 private:
  template <std::integral Whole>
  static bool fits(Whole number) {
    return std::in_range<std::int64_t>(number) &&
           !std::cmp_equal(number, std::numeric_limits<std::int64_t>::min());
  }
  template <std::integral Whole>
  static std::uint64_t size_of(Whole number) {
    const auto bits = static_cast<std::uint64_t>(number);
    return number < 0 ? 0 - bits : bits;
  }
  static Rational reduce(bool is_negative, std::uint64_t top, std::uint64_t bottom);
  static std::strong_ordering compare_long(const Rational& a, const Rational& b);

  Fraction short_;  // the smallest number of 64 bits stands in none, so that minus always fits
  std::shared_ptr<const LongRational> long_;
};

Rational to_rational(const Decimal& number);

/// With `digits` decimals, halves rounded to even: 0.125 is `0.12`.
std::string to_fixed(const Rational& number, int digits);

/// Cut off after `digits` decimals, never rounded up: against any number of as many decimals it
/// stands as `number` does. With fewer where 18 digits do not hold them; cut to 10^18 - 1.
Decimal floored_to(const Rational& number, int digits);

/// The largest whole number not above it, and the smallest not below; numbers past 10^9 are cut to
/// that, which is far beyond any date.
std::int64_t floor_of(const Rational& number);
std::int64_t ceiling_of(const Rational& number);

}  // namespace brm
