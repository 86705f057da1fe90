#include "base/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "base/folding.h"

namespace brm {
namespace {

constexpr std::size_t longest = 64;

/// Lower case, and one sign for the three that people mix up.
std::string comparable(std::string_view word) {
  std::string out = lowered(word.substr(0, longest));
  for (char& c : out) {
    if (c == '_' || c == ' ') c = '-';
  }
  return out;
}

/// `inactive` is no slip of `active`: one says what the other denies or undoes.
bool are_opposites(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (!a.ends_with(b)) return false;
  constexpr std::string_view before[] = {"in",   "im", "un",  "non", "non-",
                                         "not-", "de", "dis", "re"};
  const std::string_view more = a.substr(0, a.size() - b.size());
  return std::find(std::begin(before), std::end(before), more) != std::end(before);
}

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
  const std::string wanted = comparable(word);
  std::optional<std::string_view> best;
  std::size_t best_distance = longest + 1;
  for (const std::string_view candidate : known) {
    const std::string offered = comparable(candidate);
    const std::size_t allowed =
        std::max<std::size_t>(1, std::max(wanted.size(), offered.size()) / 3);
    const std::size_t gap = wanted.size() > offered.size() ? wanted.size() - offered.size()
                                                           : offered.size() - wanted.size();
    if (gap > allowed || are_opposites(wanted, offered)) continue;
    const std::size_t distance = edit_distance(wanted, offered);
    if (distance <= allowed && distance < best_distance && distance < offered.size()) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string join_or(std::span<const std::string_view> words) { return joined(words, " or "); }

std::string join_and(std::span<const std::string_view> words) { return joined(words, " and "); }

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  if (count == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, many);
}

}  // namespace brm
