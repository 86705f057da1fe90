#include "render/plain_text.h"

#include "base/utf8.h"

namespace brm {

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
    const bool is_plain = c.valid && !is_hidden(c.value) &&
                          (!is_control(c.value) || c.value == '\n' || c.value == '\t');
    if (is_plain) {
      out += bytes;
    } else {
      out += visible(bytes);
    }
    at += c.size;
  }
  return out;
}

}  // namespace brm
