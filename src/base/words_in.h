// The words of a text, without what stands between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"

namespace brm {

/// Calls `visit` with each word of the text, in a memory that the next one takes over; what
/// words_in says holds of them.
template <class Visit>
void for_each_word(std::string_view text, const Visit& visit) {
  std::string word;
  for (const char c : text) {
    if (is_letter(c) || is_beyond_ascii(c)) {
      word += to_small(c);
    } else if (!word.empty()) {
      visit(std::string_view(word));
      word.clear();
    }
  }
  if (!word.empty()) visit(std::string_view(word));
}

/// `A` to `Z` as small letters; digits and other signs of ASCII divide words.
std::vector<std::string> words_in(std::string_view text);

}  // namespace brm
