// Details and lines as text of a given width: what stands beside the tables of a page.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "render/style.h"

namespace brm {

/// How far what hangs below something stands to its right.
inline constexpr std::size_t indent = 4;

/// Lines of at most `width` columns, safe to show; a line feed in the text begins a new one.
std::vector<std::string> shown_lines(const std::string& text, std::size_t width);

/// Names on the left, values beside them; below them where the page is too narrow for both.
std::string draw_details(const std::vector<Detail>& details, const TextStyle& style);

}  // namespace brm
