#include "read/stop.h"

#include "read/faults.h"

namespace brm {

bool lacks_space(std::string_view text) {
  if (text.size() > 1 && text[0] == '-' && text[1] != ' ' && text[1] != '-') return true;
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() &&
         text.substr(0, colon).find(' ') == std::string_view::npos;
}

Stop without_colon(std::size_t offset, std::string_view text) {
  if (lacks_space(text)) {
    const bool is_dash = text[0] == '-';
    return {
        &faults::missing_space, offset, text.size(),
        is_dash ? "there is no blank after this `-`" : "there is no blank after this `:`",
        is_dash ? "put a blank between `-` and the item" : "put a blank between `:` and the value"};
  }
  const bool is_full_width = text.find("\uFF1A") != std::string_view::npos;
  return {&faults::missing_colon, offset, text.size(), "there is no `:` after this",
          is_full_width ? "this colon is the full-width one: write `name: value` with `:`"
                        : "write `name: value`"};
}

}  // namespace brm
