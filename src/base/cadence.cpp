#include "base/cadence.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace brm {
namespace {

constexpr std::array<std::string_view, 6> words{"weekly",    "biweekly",   "monthly",
                                                "quarterly", "semiannual", "annual"};
/// Years, months, weeks and days, as they are counted in a duration.
using Counts = std::array<int, 4>;

constexpr std::array<int, 6> word_days{7, 14, 31, 92, 184, 366};
constexpr std::array<Counts, 6> word_counts{
    {{0, 0, 1, 0}, {0, 0, 2, 0}, {0, 1, 0, 0}, {0, 3, 0, 0}, {0, 6, 0, 0}, {1, 0, 0, 0}}};

constexpr std::string_view units = "YMWD";
constexpr Counts unit_days{366, 31, 7, 1};
constexpr Counts unit_year_parts{year_parts, year_parts / 12, 7 * 12, 12};
constexpr int most_days = 36600;

std::optional<std::size_t> word_index(std::string_view text) {
  const auto word = std::find(words.begin(), words.end(), text);
  if (word == words.end()) return std::nullopt;
  return static_cast<std::size_t>(word - words.begin());
}

/// No count is above `most_days`, and so no sum of them overflows.
std::optional<Counts> read_counts(std::string_view text) {
  if (text.size() < 3 || text[0] != 'P') return std::nullopt;
  Counts counts{};
  int number = -1;
  std::size_t next_unit = 0;
  for (const char c : text.substr(1)) {
    if (is_digit(c)) {
      number = std::min(std::max(number, 0) * 10 + (c - '0'), most_days + 1);
      continue;
    }
    const std::size_t unit = units.find(c);
    if (unit == std::string_view::npos || unit < next_unit || number < 0) return std::nullopt;
    counts[unit] = number;
    next_unit = unit + 1;
    number = -1;
  }
  if (number >= 0) return std::nullopt;
  return counts;
}

int weighed(const Counts& counts, const Counts& weights) {
  int sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += counts[i] * weights[i];
  return sum;
}

}  // namespace

std::span<const std::string_view> cadence_words() { return words; }

std::optional<int> read_cadence(std::string_view text) {
  if (const auto index = word_index(text)) return word_days[*index];
  const auto counts = read_counts(text);
  if (!counts) return std::nullopt;
  const int days = weighed(*counts, unit_days);
  if (days < 1 || days > most_days) return std::nullopt;
  return days;
}

std::optional<int> read_year_parts(std::string_view text) {
  if (const auto index = word_index(text)) return weighed(word_counts[*index], unit_year_parts);
  if (!read_cadence(text)) return std::nullopt;
  return weighed(*read_counts(text), unit_year_parts);
}

}  // namespace brm
