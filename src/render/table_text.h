// Tables as text of a given width.
#pragma once

#include <string>

#include "document/document.h"
#include "render/details_text.h"
#include "render/style.h"

namespace brm {

/// Columns as wide as they need, those that may shrink wrapped to what is left.
std::string draw_table(const Table& table, const TextStyle& style);
/// The same at the end of `out`: a copy of ten thousand rows takes its time.
void add_table(const Table& table, const TextStyle& style, std::string& out);

}  // namespace brm
