// What yaml-cpp says about broken YAML, translated into what the writer probably did and where.
#pragma once

#include <string_view>

#include "read/stop.h"
#include "read/tree_builder.h"

namespace brm {

/// What can be told before parsing: a `%` line, content on the `---` line. Throws Stop.
void check_start(std::string_view bytes);

/// What may not follow the document. Throws Stop.
void check_after_document(std::string_view bytes, const TreeBuilder& builder);

/// A comma between fields or after the record.
Stop stray_comma(std::size_t offset);

/// `message` and `offset` are yaml-cpp's; `builder` holds what was read until then.
Stop translate(std::string_view message, std::size_t offset, std::string_view bytes,
               const TreeBuilder& builder);

}  // namespace brm
