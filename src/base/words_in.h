// The words of a text, without what stands between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brm {

/// `A` to `Z` as small letters; digits and other signs of ASCII divide words.
std::vector<std::string> words_in(std::string_view text);

}  // namespace brm
