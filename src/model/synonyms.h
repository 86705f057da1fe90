// Other words that people use for what records call otherwise.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace brm {

/// The one of the known words that `word` probably means: what people call it otherwise (`name` for
/// `title`), else the nearest in spelling. Empty when none is near.
std::optional<std::string_view> meant_by(std::string_view word,
                                         std::span<const std::string_view> known);

/// The same with all that are as near, as near_words says: one where there is no doubt.
std::vector<std::string_view> all_meant_by(std::string_view word,
                                           std::span<const std::string_view> known);

}  // namespace brm
