// The nearest of the known words to one that is not known.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace brm {

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. Words over
/// 64 bytes are compared by their first 64, so that a hostile key costs nothing.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The word people most likely meant: at most a third of its letters away; the first of equals.
/// Case, `-`, `_` and blanks count as equal.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> known);

/// `a, b or c`
std::string join_or(std::span<const std::string_view> words);
/// `a, b and c`
std::string join_and(std::span<const std::string_view> words);

/// `1 record`, `2 records`; `many` is the plural where adding an s is not enough.
std::string counted(std::size_t count, std::string_view one, std::string_view many = "");

}  // namespace brm
