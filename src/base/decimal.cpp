#include "base/decimal.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/int128.h"

namespace brm {
namespace {

constexpr std::size_t most_digits = 18;

/// 10^18 * 10^18 fits.
Int128 scaled(const Decimal& number, std::uint8_t scale) {
  Int128 value = number.coefficient;
  for (std::uint8_t i = number.scale; i < scale; ++i) value *= 10;
  return value;
}

bool contains_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

/// `text` is known to be no plain decimal: says in which of the usual ways.
NumberFault diagnose(std::string_view text) {
  if (text != "" && (text.front() == ' ' || text.back() == ' ' || text.back() == '\t')) {
    return NumberFault::blanks;
  }
  const std::string_view bare = text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
  if (bare.starts_with("0x") || bare.starts_with("0X") || bare.starts_with("0o")) {
    return NumberFault::hexadecimal;
  }
  std::string word(bare);
  std::transform(word.begin(), word.end(), word.begin(), to_small);
  if (word == ".inf" || word == ".nan" || word == "inf" || word == "nan") {
    return NumberFault::not_finite;
  }
  if (!contains_digit(bare) || bare.find_first_not_of("0123456789.,_'eE+-") != std::string::npos) {
    return NumberFault::not_a_number;
  }
  if (bare.find_first_of(",_'") != std::string::npos) return NumberFault::thousands_separator;
  if (bare.find_first_of("eE") != std::string::npos) return NumberFault::exponent;
  if (text.front() == '+') return NumberFault::leading_plus;
  if (std::count(bare.begin(), bare.end(), '.') == 1 && bare.find('-') == std::string::npos &&
      (bare.front() == '.' || bare.back() == '.')) {
    return NumberFault::missing_digit;
  }
  return NumberFault::not_a_number;
}

}  // namespace

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const std::uint8_t scale = std::max(a.scale, b.scale);
  const Int128 x = scaled(a, scale);
  const Int128 y = scaled(b, scale);
  return x < y ? std::strong_ordering::less
               : (x > y ? std::strong_ordering::greater : std::strong_ordering::equal);
}

DecimalReading read_decimal(std::string_view text) {
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  std::int64_t value = 0;
  std::size_t significant = 0;  // digits from the first that is not zero
  std::size_t point = std::string_view::npos;
  for (std::size_t at = first; at < text.size(); ++at) {
    if (text[at] == '.' && point == std::string_view::npos && at > first) {
      point = at;
    } else if (!is_digit(text[at])) {
      return {{}, diagnose(text)};
    } else if (significant > 0 || text[at] != '0') {
      // Past the limit it keeps walking: what follows may show that it is no number at all.
      if (++significant <= most_digits) value = value * 10 + (text[at] - '0');
    }
  }
  if (text.size() == first || point == text.size() - 1) return {{}, diagnose(text)};
  if (text[first] == '0' && first + 1 < text.size() && text[first + 1] != '.') {
    return {{}, NumberFault::leading_zero};
  }
  const std::size_t scale = point == std::string_view::npos ? 0 : text.size() - point - 1;
  if (significant > most_digits || scale > most_digits) return {{}, NumberFault::too_long};
  const bool is_negative = first == 1;
  return {
      {is_negative ? -value : value, static_cast<std::uint8_t>(scale), is_negative && value == 0},
      NumberFault::none};
}

std::string to_text(Decimal number) {
  const bool negative = number.coefficient < 0 || number.is_minus_zero;
  std::string digits =
      std::to_string(number.coefficient < 0 ? -number.coefficient : number.coefficient);
  if (digits.size() <= number.scale) digits.insert(0, number.scale + 1U - digits.size(), '0');
  if (number.scale > 0) digits.insert(digits.size() - number.scale, ".");
  return negative ? "-" + digits : digits;
}

}  // namespace brm
