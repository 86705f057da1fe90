#include "support/value_properties.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/date.h"
#include "base/decimal.h"
#include "base/expression.h"
#include "base/int128.h"
#include "base/money.h"
#include "base/utf8.h"
#include "render/build_log.h"
#include "render/html_text.h"
#include "render/markup.h"
#include "render/xml.h"

namespace brm::test {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Counted day by day and year by year.
std::optional<int> slow_date(const std::string& text) {
  if (text.size() != 10) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) return std::nullopt;
  }
  const int year = std::stoi(text.substr(0, 4));
  const int month = std::stoi(text.substr(5, 2));
  const int day = std::stoi(text.substr(8, 2));
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in(year, month)) return std::nullopt;
  int days = day - 1;
  for (int m = 1; m < month; ++m) days += days_in(year, m);
  for (int y = 1970; y < year; ++y) days += is_leap(y) ? 366 : 365;
  for (int y = year; y < 1970; ++y) days -= is_leap(y) ? 366 : 365;
  return days;
}

/// `-?(0|[1-9][0-9]*)(\.[0-9]+)?`
bool is_decimal(const std::string& text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == whole || (text[whole] == '0' && at > whole + 1)) return false;
  if (at == text.size()) return true;
  if (text[at] != '.' || at + 1 == text.size()) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 1, text.end(), is_digit);
}

std::size_t digits_in(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

std::string broken_date(const std::string& text) {
  const DateReading read = read_date(text);
  const auto slow = slow_date(text);
  if ((read.fault == DateFault::none) != slow.has_value()) return "a date is one for only one";
  if (!slow) return "";
  if (read.date.days != *slow) return "a date is another day";
  return to_text(read.date) == text ? "" : "a date is printed otherwise";
}

std::string broken_decimal(const std::string& text) {
  const DecimalReading read = read_decimal(text);
  const bool is_read = read.fault == NumberFault::none;
  if (is_read && !is_decimal(text)) return "what is no number is read as one";
  if (!is_read && is_decimal(text) && digits_in(text) <= 18) return "a number is not read";
  return !is_read || to_text(read.number) == text ? "" : "a number is printed otherwise";
}

std::string broken_money(const std::string& text) {
  const MoneyReading read = read_money(text, Currency{});
  if (read.fault != MoneyFault::none) return "";
  const bool is_named = text.size() > 4 && text[3] == ' ';
  const std::string number = is_named ? text.substr(4) : text;
  if (!is_decimal(number)) return "what is no amount is read as one";
  Int128 minor = 0;
  std::size_t decimals = 0;
  bool is_behind = false;
  for (const char c : number) {
    if (c == '.') is_behind = true;
    if (!is_digit(c)) continue;
    minor = minor * 10 + (c - '0');
    if (is_behind) ++decimals;
  }
  const auto wanted = static_cast<std::size_t>(minor_digits(read.money.currency));
  if (decimals > wanted) return "an amount has more decimals than its currency";
  for (; decimals < wanted; ++decimals) minor *= 10;
  if (number.starts_with('-')) minor = -minor;
  if (minor != Int128{read.money.minor}) return "an amount is another one";
  if (is_named && text.substr(0, 3) != read.money.currency.text()) return "another currency";
  const std::string printed = to_text(read.money);
  return read_money(printed, Currency{}).money == read.money ? ""
                                                             : "an amount is printed otherwise";
}

std::string broken_condition(const std::string& text) {
  const auto parsed = parse_expression(text);
  const auto* fault = std::get_if<ExpressionFault>(&parsed);
  if (fault == nullptr) return "";
  if (fault->offset > text.size()) return "the fault of a condition is behind it";
  return fault->message.empty() ? "the fault of a condition is not told" : "";
}

std::string broken_encoder(const std::string& text) {
  const std::string shown = visible(text);
  if (!is_harmless(shown)) return "what is to be visible is not";
  if (visible(shown) != shown) return "what is visible is shown otherwise the second time";
  for (const std::string& html : {html_line(text), html_text(text), xml_text(text)}) {
    if (html.find_first_of("\"'>") != std::string::npos && html.find("<br>") == std::string::npos)
      return "a sign of markup comes through";
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
      if (html.compare(at, 4, "<br>") != 0) return "an element comes through";
    }
  }
  for (const std::string& html : {html_line(text), html_text(text)}) {
    if (!is_harmless(html)) return "a control character comes through";
  }
  for (const std::string& line : {markdown_line(text), markdown_cell(text)}) {
    if (line.find('\n') != std::string::npos) return "a line of Markdown ends in the middle";
    if (!is_harmless(line)) return "a control character comes through in Markdown";
  }
  const std::string log = lines_for_build_log(shown);
  if (holds_order(log)) return "an order reaches the log";
  for (std::size_t at = 0; at != std::string::npos; at = log.find('\n', at + 1)) {
    const std::size_t begin = log.find_first_not_of(" \t\n", at);
    const std::size_t end = std::min(log.find('\n', at + 1), log.size());
    if (begin < end && log.compare(begin, 2, "::") == 0) return "an order begins a line";
  }
  return lines_for_build_log(log) == log ? "" : "an order is shown otherwise the second time";
}

}  // namespace

bool is_harmless(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool is_end = point.value == U'\n';
    if (!point.valid || is_hidden(point.value) || (is_control(point.value) && !is_end))
      return false;
    at += point.size;
  }
  return true;
}

std::string broken_property(const std::string& text) {
  for (const auto& broken :
       {broken_date, broken_decimal, broken_money, broken_condition, broken_encoder}) {
    if (std::string found = broken(text); !found.empty()) return found;
  }
  return "";
}

}  // namespace brm::test
