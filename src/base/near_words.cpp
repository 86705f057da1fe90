#include "base/near_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/folding.h"
#include "base/spelling.h"

namespace brm {
namespace {

constexpr std::size_t longest = 64;

/// More of them would say no more than that it is not clear.
constexpr std::size_t most_named = 5;

constexpr std::string_view question = "did you mean ";

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

struct Near {
  std::size_t distance = 0;
  std::string_view word;
};

std::vector<Near> all_near(std::string_view word, std::span<const std::string_view> known) {
  std::vector<Near> out;
  const std::string wanted = comparable(word);
  for (const std::string_view candidate : known) {
    const std::string offered = comparable(candidate);
    const std::size_t allowed =
        std::max<std::size_t>(1, std::max(wanted.size(), offered.size()) / 3);
    const std::size_t gap = wanted.size() > offered.size() ? wanted.size() - offered.size()
                                                           : offered.size() - wanted.size();
    if (gap > allowed || are_opposites(wanted, offered)) continue;
    const std::size_t distance = edit_distance(wanted, offered);
    if (distance <= allowed && distance < offered.size()) out.push_back({distance, candidate});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Near& a, const Near& b) { return a.distance < b.distance; });
  return out;
}

}  // namespace

std::vector<std::string_view> near_words(std::string_view word,
                                         std::span<const std::string_view> known) {
  std::vector<std::string_view> out;
  const std::vector<Near> near = all_near(word, known);
  for (const Near& each : near) {
    const std::size_t least = near.front().distance;
    if (each.distance > least && each.distance >= 2 * least) break;
    if (std::find(out.begin(), out.end(), each.word) == out.end()) out.push_back(each.word);
  }
  return out;
}

std::string did_you_mean(std::span<const std::string_view> words) {
  if (words.empty()) return "";
  std::vector<std::string> named;
  for (const std::string_view word : words.first(std::min(words.size(), most_named))) {
    named.push_back(fmt::format("`{}`", word));
  }
  const std::size_t more = words.size() - named.size();
  if (more > 0) named.push_back(fmt::format("one of {} more", more));
  const std::vector<std::string_view> views(named.begin(), named.end());
  return fmt::format("{}{}?", question, join_or(views));
}

std::vector<std::string_view> words_asked_for(std::string_view text) {
  std::vector<std::string_view> out;
  if (!text.starts_with(question)) return out;
  text = text.substr(question.size(), text.find('?', question.size()) - question.size());
  while (true) {
    const std::size_t begin = text.find('`');
    if (begin == std::string_view::npos) return out;
    const std::size_t end = text.find('`', begin + 1);
    if (end == std::string_view::npos) return out;
    out.push_back(text.substr(begin + 1, end - begin - 1));
    text.remove_prefix(end + 1);
  }
}

}  // namespace brm
