// An answer as a workbook, ECMA-376, for people who work on in a spreadsheet.
#pragma once

#include <string>

#include "document/document.h"
#include "render/format_words.h"

namespace brm {

/// A sheet a table. Numbers, amounts and days are such, and texts are never formulas.
std::string render_xlsx(const Document& document);

/// Whether answers in this format are for a file, and nothing for a terminal or pipe.
bool is_for_files(const FormatWords& format);

}  // namespace brm
