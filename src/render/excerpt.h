// The one function that draws a line of a file with a caret under the place that is meant.
#pragma once

#include <string>

#include "render/style.h"
#include "source/source_file.h"
#include "source/span.h"

namespace brm {

/// Two lines, each with its end:
///
///        7 |     date: 2024-02-30
///          |           ^^^^^^^^^^
///
/// Long lines are cut around the place to fit the style's width. Empty for an empty file, and for
/// a finding about a whole file: offset and length 0.
std::string draw_excerpt(const SourceFile& source, const Span& place, std::string_view label,
                         const TextStyle& style);

}  // namespace brm
