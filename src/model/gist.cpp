#include "model/gist.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "base/words_in.h"

namespace brm {

std::optional<std::uint64_t> gist_of(std::string_view text) {
  constexpr std::size_t fewest_words = 3;
  constexpr std::size_t least = 4;  // letters of a word
  constexpr std::size_t usual = 16;
  std::vector<std::uint64_t> words;
  words.reserve(usual);
  for_each_word(text, [&](std::string_view word) {
    if (word.size() >= least) words.push_back(std::hash<std::string_view>()(word));
  });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() < fewest_words) return std::nullopt;
  const std::string_view all(reinterpret_cast<const char*>(words.data()),
                             words.size() * sizeof(words.front()));
  return std::hash<std::string_view>()(all);
}

std::optional<std::uint64_t> gist_of_title(const Item& outcome) {
  const Value* title = outcome.find("title");
  if (title == nullptr) return std::nullopt;
  if (outcome.is_outline != 0) return static_cast<std::uint64_t>(title->number);
  return gist_of(title->as_text());
}

}  // namespace brm
