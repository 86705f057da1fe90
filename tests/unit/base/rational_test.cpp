#include "base/rational.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace brm::test {
namespace {

Rational fraction(std::int64_t top, std::int64_t bottom) { return Rational(top, bottom); }

std::int64_t power_of_ten(int digits) { return digits == 0 ? 1 : 10 * power_of_ten(digits - 1); }

/// Rounded by school arithmetic on whole numbers: the size first, the sign last.
std::string slow_fixed(std::int64_t top, std::int64_t bottom, int digits) {
  const std::int64_t size = std::abs(top) * power_of_ten(digits);
  std::int64_t whole = size / bottom;
  const std::int64_t rest = size % bottom;
  if (2 * rest > bottom || (2 * rest == bottom && whole % 2 == 1)) ++whole;
  std::string text = std::to_string(whole / power_of_ten(digits));
  if (digits > 0) {
    const std::string decimals = std::to_string(whole % power_of_ten(digits));
    text += "." + std::string(static_cast<std::size_t>(digits) - decimals.size(), '0') + decimals;
  }
  return top < 0 && whole > 0 ? "-" + text : text;
}

/// The largest whole number not above top / bottom, found by trying.
std::int64_t slow_floor(std::int64_t top, std::int64_t bottom) {
  std::int64_t whole = -1000;
  while ((whole + 1) * bottom <= top) ++whole;
  return whole;
}

}  // namespace

TEST_CASE("rational: halves are rounded to even") {
  struct Case {
    std::int64_t top;
    std::int64_t bottom;
    int digits;
    std::string_view text;
  };
  constexpr Case cases[] = {
      {1, 8, 2, "0.12"},      {3, 8, 2, "0.38"},     {-1, 8, 2, "-0.12"},    {-3, 8, 2, "-0.38"},
      {1, 2, 0, "0"},         {3, 2, 0, "2"},        {5, 2, 0, "2"},         {-1, 2, 0, "0"},
      {-3, 2, 0, "-2"},       {-5, 2, 0, "-2"},      {1, 3, 2, "0.33"},      {2, 3, 2, "0.67"},
      {-1, 1000, 2, "0.00"},  {-5, 1000, 2, "0.00"}, {-6, 1000, 2, "-0.01"}, {995, 1000, 2, "1.00"},
      {985, 1000, 2, "0.98"}, {0, 1, 3, "0.000"},    {19, 20, 2, "0.95"},    {-7, 1, 1, "-7.0"},
      {1, 100, 1, "0.0"},     {100, 1, 0, "100"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.top);
    CHECK(to_fixed(fraction(c.top, c.bottom), c.digits) == c.text);
  }
}

TEST_CASE("rational: small fractions agree with school arithmetic") {
  for (std::int64_t bottom = 1; bottom <= 16; ++bottom) {
    for (std::int64_t top = -130; top <= 130; ++top) {
      CAPTURE(top);
      CAPTURE(bottom);
      const Rational number = fraction(top, bottom);
      for (int digits = 0; digits <= 3; ++digits) {
        CHECK(to_fixed(number, digits) == slow_fixed(top, bottom, digits));
      }
      CHECK(floor_of(number) == slow_floor(top, bottom));
      CHECK(ceiling_of(number) == -slow_floor(-top, bottom));
    }
  }
}

TEST_CASE("rational: numbers past a thousand million are cut to that") {
  constexpr std::int64_t most = 1'000'000'000;
  CHECK(floor_of(fraction(most, 1)) == most);
  CHECK(floor_of(fraction(2 * most + 1, 2)) == most);
  CHECK(ceiling_of(fraction(2 * most - 1, 2)) == most);
  CHECK(floor_of(fraction(2 * most - 1, 2)) == most - 1);
  CHECK(floor_of(fraction(-2 * most - 1, 2)) == -most);
  CHECK(ceiling_of(fraction(-2 * most - 1, 2)) == -most);
  CHECK(ceiling_of(fraction(-2 * most + 1, 2)) == -most + 1);
  const Rational huge = fraction(most, 1) * most * most * most;
  CHECK(floor_of(huge) == most);
  CHECK(ceiling_of(huge) == most);
  CHECK(floor_of(-huge) == -most);
  CHECK(ceiling_of(-huge) == -most);
}

TEST_CASE("rational: a decimal is taken over exactly") {
  CHECK(to_rational(read_decimal("0.95").number) == fraction(19, 20));
  CHECK(to_rational(read_decimal("-4.50").number) == fraction(-9, 2));
  CHECK(to_rational(read_decimal("0").number) == fraction(0, 1));
  CHECK(to_rational(Decimal{999'999'999'999'999'999, 18}) < fraction(1, 1));
  CHECK(to_rational(Decimal{-1, 18}) * power_of_ten(18) == fraction(-1, 1));
  CHECK(to_rational(read_decimal("0.1").number) + to_rational(read_decimal("0.2").number) ==
        to_rational(read_decimal("0.3").number));
}

TEST_CASE("rational: long numbers keep every digit") {
  const Rational long_one = to_rational(Decimal{999'999'999'999'999'999, 0});
  CHECK(to_fixed(long_one * long_one, 0) == "999999999999999998000000000000000001");
  CHECK(to_fixed(-long_one, 2) == "-999999999999999999.00");
}

TEST_CASE("rational: cut off after so many decimals, and kept whole where those do not fit") {
  const auto cut = [](const Rational& number, int digits) {
    return to_text(floored_to(number, digits));
  };
  CHECK(cut(Rational(2, 3), 4) == "0.6666");
  CHECK(cut(Rational(-2, 3), 4) == "-0.6667");
  CHECK(cut(1'240'000, 3) == "1240000.000");
  CHECK(cut(3'000'000, 4) == "3000000.0000");
  CHECK(cut(to_rational(Decimal{99'999'999'999'999'999, 0}), 3) == "99999999999999999.0");
  CHECK(cut(to_rational(Decimal{999'999'999'999'999'998, 0}), 3) == "999999999999999998");
  const Rational too_long = to_rational(Decimal{999'999'999'999'999'999, 0}) * 10;
  CHECK(cut(too_long, 2) == "999999999999999999");
  CHECK(cut(-too_long, 2) == "-999999999999999999");
}

}  // namespace brm::test
