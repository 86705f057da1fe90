#include "model/gist.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "base/words_in.h"

namespace brm {

std::optional<std::uint64_t> gist_of(std::string_view text) {
  constexpr std::size_t fewest_words = 3;
  constexpr std::size_t least = 4;  // letters of a word
  std::vector<std::string> words = words_in(text);
  std::erase_if(words, [](const std::string& word) { return word.size() < least; });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() < fewest_words) return std::nullopt;
  std::string all;
  for (const std::string& each : words) all += each + ' ';
  return std::hash<std::string_view>()(all);
}

std::optional<std::uint64_t> gist_of_title(const Item& outcome) {
  const Value* title = outcome.find("title");
  if (title == nullptr) return std::nullopt;
  if (outcome.is_outline != 0) return static_cast<std::uint64_t>(title->number);
  return gist_of(title->as_text());
}

}  // namespace brm
