// What a document says in the words of the records.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace brm {

/// Its title and last line, its paragraphs and every text of a cell, for people or for programs.
/// Not what is the same over any records: titles of sections, tables, columns and details.
std::vector<std::string_view> texts_of(const Document& document);

}  // namespace brm
