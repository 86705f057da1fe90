#include "render/plain_text.h"

#include "base/utf8.h"

namespace brm {
namespace {

/// Zero-width, and needed by how people write: Persian words, and families in one picture.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

/// What looks different, or like nothing, on every machine.
bool is_for_private_use(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFF);
}

bool is_shown(char32_t c) {
  if (is_control(c)) return c == '\n' || c == '\t';
  return !is_hidden(c) && !is_for_private_use(c) && (!is_zero_width(c) || is_joiner(c));
}

/// `<U+E0041>`, `\xFF`
std::string named(const CodePoint& c, std::string_view bytes) {
  return c.valid ? "<" + code_point_name(c.value) + ">" : visible(bytes);
}

}  // namespace

std::string plain_text(std::string_view text) {
  text = text.substr(0, text.find_last_not_of('\n') + 1);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t printed = printed_ascii(text, at);
    out += text.substr(at, printed);
    at += printed;
    if (at == text.size()) break;
    const CodePoint c = decode(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    if (c.valid && is_shown(c.value)) {
      out += bytes;
    } else {
      out += named(c, bytes);
    }
    at += c.size;
  }
  return out;
}

}  // namespace brm
