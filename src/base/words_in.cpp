#include "base/words_in.h"

#include "base/ascii.h"

namespace brm {

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (is_letter(c) || is_beyond_ascii(c)) {
      words.back() += to_small(c);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace brm
