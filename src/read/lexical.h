// Small looks at the bytes around a value, for what yaml-cpp's events do not tell: where a scalar
// ends, what follows it, which quote or bracket was left open.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace brm {

/// One past the last byte of the scalar that begins at `begin`. `text` is what yaml-cpp made of it:
/// a plain scalar ends where its text has been matched.
std::size_t scalar_end(std::string_view bytes, std::size_t begin, std::string_view text);

/// One past the closing quote of the quoted text that begins at `begin`; npos when it never closes.
std::size_t quoted_end(std::string_view bytes, std::size_t begin);

/// The first byte at or after `at` that is no blank on the same line; the line end, or the size.
std::size_t skip_blanks(std::string_view bytes, std::size_t at);

/// The first byte at or after `at` that is neither white space nor in a comment; the size at most.
/// A `#` begins a comment only after white space or at the start of a line.
std::size_t skip_space_and_comments(std::string_view bytes, std::size_t at);

/// Quotes and brackets that are opened after `from` and never closed, outermost first: their
/// offsets. `open` holds brackets known to be open at `from`.
std::vector<std::size_t> left_open(std::string_view bytes, std::size_t from,
                                   std::vector<std::size_t> open);

}  // namespace brm
