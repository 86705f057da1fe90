#include "exchange/date_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/date.h"
#include "base/folding.h"
#include "base/utf8.h"

namespace brm {
namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// `least` to `most` digits off the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t count = 0;
  int number = 0;
  while (count < most && count < text.size() && is_digit(text[count])) {
    number = number * 10 + (text[count] - '0');
    ++count;
  }
  if (count < least) return std::nullopt;
  text.remove_prefix(count);
  return number;
}

/// `Sep`, `Sept` or `September`: three letters or more of the name.
std::optional<int> take_month(std::string_view& text) {
  constexpr std::size_t least = 3;
  const auto end = std::find_if_not(text.begin(), text.end(), is_letter);
  const std::string name = lowered(text.substr(0, static_cast<std::size_t>(end - text.begin())));
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (name.size() < least || !months[i].starts_with(name)) continue;
    text.remove_prefix(name.size());
    return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

struct Token {
  std::string_view name;
  int Parts::*part;
  std::size_t least;
  std::size_t most;
};
/// The longer ones first. A part of two digits may be written with one.
constexpr std::array tokens{
    Token{"YYYY", &Parts::year, 4, 4}, Token{"YY", &Parts::year, 2, 2},
    Token{"MM", &Parts::month, 1, 2},  Token{"M", &Parts::month, 1, 2},
    Token{"DD", &Parts::day, 1, 2},    Token{"D", &Parts::day, 1, 2},
};

/// As POSIX reads `%y`: 69 to 99 are of the last century.
int full_year(int two_digits) {
  constexpr int first_of_last = 69;
  return two_digits + (two_digits < first_of_last ? 2000 : 1900);
}

/// False where the text is not as the pattern.
bool take_token(std::string_view& text, std::string_view& pattern, Parts& parts) {
  if (pattern.starts_with("MON")) {
    const auto month = take_month(text);
    if (!month) return false;
    parts.month = *month;
    pattern.remove_prefix(3);
    if (text.starts_with('.') && !pattern.starts_with('.')) text.remove_prefix(1);  // `Sept.`
    return true;
  }
  for (const Token& token : tokens) {
    if (!pattern.starts_with(token.name)) continue;
    const auto number = take_digits(text, token.least, token.most);
    if (!number) return false;
    parts.*token.part = token.name == "YY" ? full_year(*number) : *number;
    pattern.remove_prefix(token.name.size());
    return true;
  }
  if (pattern.front() == '*') {  // a time of day, and its zone
    text = {};
    pattern.remove_prefix(1);
    return true;
  }
  if (text.empty() || text.front() != pattern.front()) return false;
  text.remove_prefix(1);
  pattern.remove_prefix(1);
  return true;
}

std::optional<Date> date_of(const Parts& parts) {
  const DateReading read =
      read_date(fmt::format("{:04}-{:02}-{:02}", parts.year, parts.month, parts.day));
  return read.fault == DateFault::none ? std::optional(read.date) : std::nullopt;
}

std::optional<Date> date_of(Parts parts, MonthDay day) {
  if (day == MonthDay::first) parts.day = 1;
  constexpr int longest = 31;
  if (day == MonthDay::last) parts.day = longest;
  auto date = date_of(parts);
  while (!date && day == MonthDay::last && parts.day > 28) {
    --parts.day;
    date = date_of(parts);
  }
  return date;
}

}  // namespace

Result<std::string> read_dated(std::string_view text, std::string_view pattern, MonthDay day) {
  std::string_view rest = text;
  std::string_view left = pattern;
  Parts parts;
  bool is_alike = true;
  while (is_alike && !left.empty()) is_alike = take_token(rest, left, parts);
  if (!is_alike || !rest.empty()) {
    return Failure{fmt::format("`{}` is no date written as {}", visible(text), visible(pattern)),
                   "say how it is written: `date DD/MM/YYYY`"};
  }
  const auto date = date_of(parts, day);
  if (!date) return Failure{fmt::format("`{}` is no day that exists", visible(text)), ""};
  return to_text(*date);
}

}  // namespace brm
