#include "model/gist.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace brm {

std::optional<std::uint64_t> gist_of(std::string_view text) {
  constexpr std::size_t fewest_words = 3;
  constexpr std::size_t least = 4;  // letters of a word
  std::string letters(text);
  std::vector<std::string_view> words;
  std::size_t first = 0;
  for (std::size_t i = 0; i <= letters.size(); ++i) {
    const char byte = i < letters.size() ? letters[i] : ' ';
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    const bool is_other = (byte & 0x80) != 0;  // a letter beyond ASCII
    if (is_capital) letters[i] = static_cast<char>(byte - 'A' + 'a');
    if (is_capital || is_other || (byte >= 'a' && byte <= 'z')) continue;
    if (i - first >= least) words.push_back(std::string_view(letters).substr(first, i - first));
    first = i + 1;
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() < fewest_words) return std::nullopt;
  std::string all;
  all.reserve(letters.size() + 1);
  for (const std::string_view word : words) all.append(word).push_back(' ');
  return std::hash<std::string_view>()(all);
}

std::optional<std::uint64_t> gist_of_title(const Item& outcome) {
  const Value* title = outcome.find("title");
  if (title == nullptr) return std::nullopt;
  if (outcome.is_outline != 0) return static_cast<std::uint64_t>(title->number);
  return gist_of(title->as_text());
}

}  // namespace brm
