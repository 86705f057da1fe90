// Any text inside XML 1.0, between quotes or between tags.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// Markup and line ends as references, so that a parser gives back the same text. What XML 1.0
/// cannot hold, controls and bytes that are no UTF-8, is shown as `<U+001B>` and `\xFF`.
std::string xml_text(std::string_view text);

}  // namespace brm
