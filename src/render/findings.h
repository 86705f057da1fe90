// A list of findings as text or json.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "render/format_words.h"
#include "render/style.h"
#include "source/finding.h"
#include "source/source_file.h"

namespace brm {

/// What a renderer needs: the findings in their order, the files they point into, the closing
/// counts.
struct FindingsPage {
  const std::vector<Finding>& findings;
  std::size_t shown = 0;  ///< The first so many are written out; all are counted.
  std::function<const SourceFile&(std::uint32_t)> file;
  std::size_t records = 0;
  std::size_t unreadable = 0;  ///< Files that could not be read at all.
};

struct FindingsFormat {
  FormatWords words;
  std::string (*render)(const FindingsPage& page, const TextStyle& style);
};

/// The first is the one for people, and the default.
std::span<const FindingsFormat> findings_formats();

/// `path:line:col: severity: message [rule]`, the line with a caret, `help:`; then the counts.
std::string render_findings_text(const FindingsPage& page, const TextStyle& style);

/// One object with `schema_version`, `findings` and `counts`; columns are code points from 1.
std::string render_findings_json(const FindingsPage& page);

}  // namespace brm
