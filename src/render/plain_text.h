// Text for programs and spreadsheets: as it was written, but for what would drive a terminal.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// Line feeds and tabs stay, and so does what is only invisible; controls, hidden characters and
/// invalid bytes are shown by their names. Line feeds at the end are left out.
std::string plain_text(std::string_view text);

}  // namespace brm
