#include "base/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "base/near_words.h"

namespace brm {
namespace {

constexpr std::size_t longest = 64;

std::string joined(std::span<const std::string_view> words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? last : ", ";
    out += words[i];
  }
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  // Optimal string alignment: three rows are enough to see a swap.
  using Row = std::array<std::size_t, longest + 1>;
  Row before{};
  Row above{};
  Row row{};
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> known) {
  const auto near = near_words(word, known);
  return near.empty() ? std::nullopt : std::optional(near.front());
}

std::string join_or(std::span<const std::string_view> words) { return joined(words, " or "); }

std::string join_and(std::span<const std::string_view> words) { return joined(words, " and "); }

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  if (count == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, many);
}

}  // namespace brm
