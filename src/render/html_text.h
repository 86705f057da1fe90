// Any text as HTML that shows it and does nothing else: the one place where it is encoded.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// Inside an element or between the quotes of an attribute, on one line. Controls, hidden
/// characters and invalid bytes are shown by their names.
std::string html_line(std::string_view text);

/// Inside an element, on one line, with what stands between backticks as code.
std::string html_heading(std::string_view text);

/// A title without the free lines above it, which only a page of text has.
std::string_view without_free_line(std::string_view title);

/// Inside an element; a line feed in the middle becomes `<br>`.
std::string html_text(std::string_view text);

/// The same, with what stands between backticks as code and addresses that begin with `https://` as
/// links, which show all of where they go.
std::string html_prose(std::string_view text);

}  // namespace brm
