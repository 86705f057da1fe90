// A decimal number exactly as somebody wrote it: no binary floating point anywhere.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace brm {

/// `coefficient` / 10^`scale`, at most 18 significant digits. `4.50` and `4.5` are equal but print
/// as they were written.
struct Decimal {
  std::int64_t coefficient = 0;
  std::uint8_t scale = 0;      ///< Digits after the point, 0 to 18.
  bool is_minus_zero = false;  ///< Written `-0`, which is zero but printed as it was written.

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
};

/// Why a text is no number. Each has its own advice to the writer.
enum class NumberFault {
  none,
  not_a_number,
  thousands_separator,
  exponent,
  hexadecimal,
  leading_zero,
  leading_plus,
  missing_digit,  ///< `.5` or `5.`
  blanks,
  not_finite,
  too_long,
};

struct DecimalReading {
  Decimal number;
  NumberFault fault = NumberFault::none;
};

DecimalReading read_decimal(std::string_view text);

/// What was written is what is printed: `4.50` stays `4.50`.
std::string to_text(Decimal number);

}  // namespace brm
