// A table as HTML: its name for those who do not see it, heads with a scope, and a frame of its own
// that scrolls where a page is too narrow.
#pragma once

#include <string>

#include "document/document.h"

namespace brm {

/// The class of a tone: ` class="bad"`, or nothing.
std::string tone_class(Tone tone);

/// A cell's text, with its tone.
std::string html_cell(const Cell& cell);

/// `name` must be that of no other table of the page. Without rows what the table says instead.
std::string html_table(const Table& table, const std::string& name);

}  // namespace brm
