// Any text as GitHub-flavoured Markdown that shows it and does nothing else.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// A line that may stand where a line begins: headings, lists and quotes are made inert, and so is
/// whatever is markup in the middle. What GitHub would make a link of (`@team`, `#12`, addresses)
/// is put into a code span, as nothing else stops it. A line feed is shown as `\n`.
std::string markdown_line(std::string_view text);

/// The same inside a row of a table; a line feed becomes `<br>`.
std::string markdown_cell(std::string_view text);

/// A drawing of one or more lines inside a row, its blanks kept.
std::string drawing_cell(std::string_view text);

/// Whether backticks come in pairs, as where brm names a word: what is between them is code.
bool has_paired_backticks(std::string_view text);

/// Lines between fences, longer than any inside.
std::string code_block(std::string_view lines);

}  // namespace brm
