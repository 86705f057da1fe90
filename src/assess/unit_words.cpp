#include "assess/unit_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace brm {

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
