// Escapes in double quotes that make a character no record may hold: yaml-cpp decodes them, some of
// them into bytes that are no UTF-8.
#pragma once

#include <string_view>

namespace brm {

/// Throws Stop at the first such escape of the double-quoted text in `bytes[begin, end)`.
void check_escapes(std::string_view bytes, std::size_t begin, std::size_t end);

/// The first escape after `from` that YAML does not know, or that makes no character; `from` when
/// there is none.
std::size_t find_bad_escape(std::string_view bytes, std::size_t from);

}  // namespace brm
