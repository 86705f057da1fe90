// Text for programs and spreadsheets: as it was written, but for what would drive a terminal.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// Line feeds and tabs stay, and so do the joiners that letters and pictures of people are put
/// together with; controls, what is hidden, invisible or for private use, and invalid bytes are
/// shown by their names. Line feeds at the end are left out.
std::string plain_text(std::string_view text);

}  // namespace brm
