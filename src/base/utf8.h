// UTF-8 taken apart strictly: no overlong forms, no surrogates, nothing past U+10FFFF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace brm {

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;  ///< Bytes it took; 1 when not valid.
  bool valid = true;
};

/// The code point that begins at `text[at]`; `at` must be inside.
CodePoint decode(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code_point);

/// C0, DEL and C1: what drives a terminal.
bool is_control(char32_t c);
/// Bidirectional controls, line and paragraph separators, inner byte order marks, noncharacters:
/// what makes text read other than it is.
bool is_hidden(char32_t c);
/// Drawn as nothing, such as the zero-width space; harmless in text, misleading in a key.
bool is_zero_width(char32_t c);

/// How many bytes from `at` on are printed ASCII: one column each, and as harmless as they look.
std::size_t printed_ascii(std::string_view text, std::size_t at);

/// `U+200B`
std::string code_point_name(char32_t c);

/// The text with every control, hidden or zero-width character and invalid byte shown as
/// `<U+200B>` or `\xFF`, so that it is safe on a terminal and nothing in it is invisible.
std::string visible(std::string_view text);

}  // namespace brm
