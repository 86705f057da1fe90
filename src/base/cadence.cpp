#include "base/cadence.h"

#include <algorithm>
#include <array>

namespace brm {
namespace {

constexpr std::array<std::string_view, 6> words{"weekly",    "biweekly",   "monthly",
                                                "quarterly", "semiannual", "annual"};
constexpr std::array<int, 6> word_days{7, 14, 31, 92, 184, 366};

constexpr std::string_view units = "YMWD";
constexpr std::array<int, 4> unit_days{366, 31, 7, 1};
constexpr int most_days = 36600;

}  // namespace

std::span<const std::string_view> cadence_words() { return words; }

std::optional<int> read_cadence(std::string_view text) {
  if (const auto word = std::find(words.begin(), words.end(), text); word != words.end()) {
    return word_days[static_cast<std::size_t>(word - words.begin())];
  }
  if (text.size() < 3 || text[0] != 'P') return std::nullopt;
  int days = 0;
  int number = -1;
  std::size_t next_unit = 0;
  for (const char c : text.substr(1)) {
    if (c >= '0' && c <= '9') {
      number = std::min(std::max(number, 0) * 10 + (c - '0'), most_days + 1);
      continue;
    }
    const std::size_t unit = units.find(c);
    if (unit == std::string_view::npos || unit < next_unit || number < 0) return std::nullopt;
    days = std::min(days + number * unit_days[unit], most_days + 1);
    next_unit = unit + 1;
    number = -1;
  }
  if (number >= 0 || days < 1 || days > most_days) return std::nullopt;
  return days;
}

}  // namespace brm
