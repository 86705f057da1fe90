// Text on a terminal: how wide it is, where it may be broken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brm {

/// Terminal columns: two for wide letters, none for combining marks.
std::size_t display_width(std::string_view text);

/// `text` cut to `width` columns, its end replaced by `…` when it was longer.
std::string cut_to(std::string_view text, std::size_t width);

/// Filled up with blanks to `width` columns; unchanged when wider.
std::string padded(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);

/// Whether `wrapped` would give this one line, as it is. Of some that it would it may say no.
bool is_one_line(std::string_view text, std::size_t width);

/// Lines of at most `width` columns, broken at blanks; a longer word is broken where it must be.
/// At least one line, which may be empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace brm
