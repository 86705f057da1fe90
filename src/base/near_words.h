// Which of the known words were probably meant by one that is not known: one where there is no
// doubt, several where a slip could have come from each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace brm {

/// The nearest first, and with it whatever is not at least twice as far; each at most a third of
/// its letters away. Among equals as in `known`; empty where none is near.
std::vector<std::string_view> near_words(std::string_view word,
                                         std::span<const std::string_view> known);

/// "did you mean `jan-doe` or `jan-dor`?"; empty without words.
std::string did_you_mean(std::span<const std::string_view> words);

/// The words such a question names, in their order; none where the text does not begin with one.
std::vector<std::string_view> words_asked_for(std::string_view text);

}  // namespace brm
