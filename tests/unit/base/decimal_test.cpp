#include "base/decimal.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace brm::test {
namespace {

struct Case {
  std::string_view text;
  NumberFault fault = NumberFault::none;
};

using enum NumberFault;
constexpr Case no_numbers[] = {
    {"", not_a_number},
    {"-", not_a_number},
    {"+", not_a_number},
    {".", not_a_number},
    {"-.", not_a_number},
    {"abc", not_a_number},
    {"12a", not_a_number},
    {"1.2.3", not_a_number},
    {"1..2", not_a_number},
    {"--1", not_a_number},
    {"1-2", not_a_number},
    {"5 days", not_a_number},
    {"50%", not_a_number},
    {"\xD9\xA1", not_a_number},  // an Arabic 1
    {"1,000", thousands_separator},
    {"1,5", thousands_separator},
    {"-1,000.50", thousands_separator},
    {"1_000", thousands_separator},
    {"1'000", thousands_separator},
    {"1e3", exponent},
    {"1E3", exponent},
    {"1.5e-3", exponent},
    {"-2e+10", exponent},
    {"0x10", hexadecimal},
    {"0X1f", hexadecimal},
    {"-0x10", hexadecimal},
    {"0o17", hexadecimal},
    {"007", leading_zero},
    {"00", leading_zero},
    {"-01", leading_zero},
    {"01.5", leading_zero},
    {"00000000000000000000", leading_zero},
    {"+5", leading_plus},
    {"+0.5", leading_plus},
    {".5", missing_digit},
    {"-.5", missing_digit},
    {"5.", missing_digit},
    {"-5.", missing_digit},
    {" 5", blanks},
    {"5 ", blanks},
    {"5\t", blanks},
    {" ", blanks},
    {".inf", not_finite},
    {"-.inf", not_finite},
    {".NaN", not_finite},
    {"inf", not_finite},
    {"nan", not_finite},
    {"1000000000000000000", too_long},
    {"-1000000000000000000", too_long},
    {"9223372036854775807", too_long},
    {"1.000000000000000000", too_long},
    {"123456789012345678901234567890", too_long},
    {"1234567890123456789x", not_a_number},
    {"1234567890123456789e5", exponent},
};

Decimal decimal(std::string_view text) {
  const DecimalReading reading = read_decimal(text);
  REQUIRE_MESSAGE(reading.fault == NumberFault::none, text);
  return reading.number;
}

/// A number of 1 to 18 digits as somebody could write it: no needless zero in front, no `-0`.
std::string random_number(std::mt19937_64& random) {
  const std::size_t digits = 1 + random() % 18;
  const std::size_t decimals = random() % digits;
  std::string text;
  for (std::size_t i = 0; i < digits; ++i) text += static_cast<char>('0' + random() % 10);
  if (digits - decimals > 1 && text[0] == '0') text[0] = '7';
  if (decimals > 0) text.insert(digits - decimals, ".");
  const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
  return !is_zero && random() % 2 == 0 ? "-" + text : text;
}

/// Both parts filled up to 18 digits, so that texts of one sign compare as the numbers do.
std::string aligned(std::string text) {
  if (text.starts_with('-')) text.erase(0, 1);
  if (text.find('.') == std::string::npos) text += '.';
  const std::size_t point = text.find('.');
  text.append(18 - (text.size() - point - 1), '0');
  return std::string(18 - point, '0') + text;
}

std::strong_ordering order_of_texts(const std::string& a, const std::string& b) {
  const bool a_negative = a.starts_with('-');
  const bool b_negative = b.starts_with('-');
  if (a_negative != b_negative) {
    return a_negative ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return a_negative ? aligned(b) <=> aligned(a) : aligned(a) <=> aligned(b);
}

}  // namespace

TEST_CASE("decimal: numbers are read digit by digit") {
  struct Row {
    std::string_view text;
    std::int64_t coefficient;
    std::uint8_t scale;
  };
  constexpr Row rows[] = {
      {"0", 0, 0},
      {"0.0", 0, 1},
      {"7", 7, 0},
      {"-7", -7, 0},
      {"10", 10, 0},
      {"4.50", 450, 2},
      {"4.5", 45, 1},
      {"-0.05", -5, 2},
      {"0.05", 5, 2},
      {"100.001", 100001, 3},
      {"999999999999999999", 999'999'999'999'999'999, 0},
      {"-999999999999999999", -999'999'999'999'999'999, 0},
      {"9.99999999999999999", 999'999'999'999'999'999, 17},
      {"0.12345678901234567", 12'345'678'901'234'567, 17},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Decimal number = decimal(row.text);
    CHECK(number.coefficient == row.coefficient);
    CHECK(number.scale == row.scale);
    CHECK(to_text(number) == row.text);
  }
}

TEST_CASE("decimal: what is no number says why") {
  for (const Case& c : no_numbers) {
    CAPTURE(c.text);
    CHECK(read_decimal(c.text).fault == c.fault);
  }
}

TEST_CASE("decimal: zeros in front of the first digit are not significant") {
  // decimal.h: at most 18 significant digits, 0 to 18 of them after the point.
  for (const std::string text : {"0.123456789012345678", "-0.999999999999999999",
                                 "0.000000000000000001", "0.000000000000000000"}) {
    CAPTURE(text);
    const DecimalReading reading = read_decimal(text);
    CHECK(reading.fault == NumberFault::none);
    CHECK(to_text(reading.number) == text);
  }
  CHECK(read_decimal("0.0000000000000000001").fault == NumberFault::too_long);
}

TEST_CASE("decimal: minus zero is zero") {
  for (const std::string_view text : {"-0", "-0.0", "-0.000"}) {
    CAPTURE(text);
    CHECK(decimal(text) == Decimal{});
  }
}

TEST_CASE("decimal: minus zero is printed as it was written") {
  CHECK(to_text(decimal("-0")) == "-0");
  CHECK(to_text(decimal("-0.00")) == "-0.00");
}

TEST_CASE("decimal: numbers of any scale compare by value") {
  constexpr std::int64_t most = 999'999'999'999'999'999;
  const std::vector<std::vector<Decimal>> rising{
      {{-most, 0}},
      {{-most, 1}},
      {{-10, 0}, {-100, 1}},
      {{-most, 17}},
      {{-1, 0}, {-10, 1}, {-1'000'000'000'000'000, 15}},
      {{-most, 18}},
      {{-1, 18}},
      {{0, 0}, {0, 1}, {0, 18}},
      {{1, 18}},
      {{1, 17}, {10, 18}},
      {{most, 18}},
      {{1, 0}, {10, 1}, {100'000'000'000'000'000, 17}},
      {{45, 1}, {450, 2}},
      {{most, 17}},
      {{most - 1, 0}},
      {{most, 0}},
  };
  for (std::size_t i = 0; i < rising.size(); ++i) {
    for (std::size_t j = 0; j < rising.size(); ++j) {
      for (const Decimal& a : rising[i]) {
        for (const Decimal& b : rising[j]) {
          CAPTURE(to_text(a));
          CAPTURE(to_text(b));
          CHECK((a <=> b) == (i <=> j));
          CHECK((a == b) == (i == j));
        }
      }
    }
  }
}

TEST_CASE("decimal: any number comes out as it went in") {
  std::mt19937_64 random(7);
  std::string wrong;
  for (int i = 0; i < 50'000; ++i) {
    const std::string text = random_number(random);
    const DecimalReading reading = read_decimal(text);
    if (reading.fault != NumberFault::none || to_text(reading.number) != text) wrong = text;
  }
  CHECK(wrong == "");
}

TEST_CASE("decimal: any two numbers compare as their aligned digits do") {
  std::mt19937_64 random(11);
  std::string wrong;
  for (int i = 0; i < 50'000; ++i) {
    const std::string a = random_number(random);
    const std::string b = i % 10 == 0 ? a : random_number(random);
    if ((decimal(a) <=> decimal(b)) != order_of_texts(a, b)) wrong.append(a).append(" ").append(b);
  }
  CHECK(wrong == "");
}

}  // namespace brm::test
