// Escapes in double quotes that make a character no record may hold: yaml-cpp decodes them, some of
// them into bytes that are no UTF-8.
#pragma once

#include <string_view>

namespace brm {

/// Throws Stop at the first such escape of the double-quoted text in `bytes[begin, end)`.
void check_escapes(std::string_view bytes, std::size_t begin, std::size_t end);

}  // namespace brm
