#include "assess/unit_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/folding.h"

namespace brm {
namespace {

/// The words of a unit, in small letters.
std::vector<std::string> words_of(std::string_view unit) {
  std::vector<std::string> out;
  bool is_within = false;
  for (const char c : lowered(unit)) {
    const bool is_word = is_letter_or_digit(c) || is_beyond_ascii(c);
    if (is_word && !is_within) out.emplace_back();
    if (is_word) out.back() += c;
    if (c == '%' || c == '/') out.emplace_back(1, c);
    is_within = is_word;
  }
  return out;
}

template <std::size_t N>
bool has_any_of(const std::vector<std::string>& words,
                const std::array<std::string_view, N>& known) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  });
}

}  // namespace

bool is_percent(std::string_view unit) {
  if (unit == "percent" || unit == "%") return true;  // nearly always
  constexpr std::array<std::string_view, 4> percents{"%", "percent", "percentage", "pct"};
  const auto words = words_of(unit);
  if (words.size() > 1 && words[0] == "per" && words[1] == "cent") return true;
  return has_any_of(words, percents);
}

bool is_part_of_whole(std::string_view unit) {
  constexpr std::array<std::string_view, 4> parts{"share", "fraction", "proportion", "part"};
  return is_percent(unit) || has_any_of(words_of(unit), parts);
}

bool is_share(std::string_view unit) {
  constexpr std::array<std::string_view, 6> shares{"ratio", "quotient", "quota",
                                                   "rate",  "per",      "/"};
  return is_part_of_whole(unit) || has_any_of(words_of(unit), shares);
}

std::string change_a_month(std::string_view number, std::string_view unit) {
  if (unit.empty()) return fmt::format("{} a month", number);
  if (unit == "%" || unit == "percent") return fmt::format("{} percentage points a month", number);
  constexpr std::array<std::string_view, 10> rates{
      "a day",   "a week",   "a month",   "a quarter", "a year",
      "per day", "per week", "per month", "per year",  "per quarter"};
  const bool is_rate = std::any_of(rates.begin(), rates.end(), [&](std::string_view rate) {
    return unit.size() > rate.size() && unit.ends_with(rate);
  });
  return fmt::format("{} {}{}", number, unit, is_rate ? ", each month" : " a month");
}

}  // namespace brm
