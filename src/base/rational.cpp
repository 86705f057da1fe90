#include "base/rational.h"

#include <algorithm>

namespace brm {
namespace {

using Integer = boost::multiprecision::cpp_int;

Integer power_of_ten(int exponent) {
  return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent));
}

Integer floored(const Rational& number) {
  const Integer top = numerator(number);
  const Integer bottom = denominator(number);  // always positive
  const Integer quotient = top / bottom;       // towards zero
  return top < 0 && quotient * bottom != top ? Integer(quotient - 1) : quotient;
}

std::int64_t cut(const Integer& number) {
  constexpr std::int64_t most = 1'000'000'000;
  return std::clamp<Integer>(number, -most, most).convert_to<std::int64_t>();
}

}  // namespace

Rational to_rational(const Decimal& number) {
  return Rational(Integer(number.coefficient), power_of_ten(number.scale));
}

std::string to_fixed(const Rational& number, int digits) {
  const Rational scaled = number * power_of_ten(digits);
  Integer whole = floored(scaled);
  const Rational rest = scaled - whole;
  const Rational half(1, 2);
  if (rest > half || (rest == half && whole % 2 != 0)) ++whole;
  const bool is_negative = whole < 0;
  std::string text = Integer(abs(whole)).str();
  const auto decimals = static_cast<std::size_t>(digits);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - decimals, ".");
  return is_negative ? "-" + text : text;
}

std::int64_t floor_of(const Rational& number) { return cut(floored(number)); }
std::int64_t ceiling_of(const Rational& number) { return -cut(floored(-number)); }

Decimal floored_to(const Rational& number, int digits) {
  return {cut(floored(number * power_of_ten(digits))), static_cast<std::uint8_t>(digits)};
}

}  // namespace brm
