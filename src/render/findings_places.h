// Where a finding is, as other programs count lines, columns and paths.
#pragma once

#include <string>
#include <vector>

#include "render/findings.h"

namespace brm {

/// What a column counts. People count code points, editors and browsers UTF-16.
enum class ColumnUnit : std::uint8_t { code_points, utf16, bytes };

/// All from 1; the end is the first column that no longer belongs to it.
struct Region {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t end_line = 1;
  std::size_t end_column = 1;
};

/// Remembers how far it has counted, so that many findings on one long line cost one look at it.
class Regions {
 public:
  explicit Regions(ColumnUnit unit) : unit_(unit) {}
  Region of(const SourceFile& source, const Span& place);

 private:
  std::size_t column_at(const SourceFile& source, std::size_t offset);

  ColumnUnit unit_;
  const SourceFile* source_ = nullptr;
  std::size_t line_start_ = 0;
  std::size_t offset_ = 0;
  std::size_t extra_ = 0;  // code units above the code points, from line_start_ to offset_
};

/// A finding about a whole file has no line of its own.
bool is_whole_file(const Span& place);

/// What stands where a rule would, of a file that could not be read.
inline constexpr std::string_view unreadable_rule = "unreadable";
/// The file that could not be read; what its message begins with. `.` for the folder itself.
std::string unreadable_path(const FindingsPage& page, const Failure& trouble);

/// From the top of the repository, with `/` and without `./`.
std::string repository_path(const FindingsPage& page, const SourceFile& source);

/// `path:line:col: severity: message [rule]`, safe on a terminal, and for a build server that takes
/// orders from lines it reads.
std::string finding_line(const FindingsPage& page, const Finding& finding);

/// The same with the line itself below it, a caret and the help.
std::string render_finding(const FindingsPage& page, const Finding& finding,
                           const TextStyle& style);

/// The word that was meant where one was misspelt, as its help asks: `did you mean ...?`. Empty
/// where it asks for none, or for one of several.
std::string_view word_meant(const Finding& finding);

/// The message with its help behind it, for a program that has one text for both.
std::string message_and_help(const Finding& finding);

/// Indexes of those that are written out: `page.shown` of them, in order; where that is not all,
/// the most severe.
std::vector<std::size_t> shown_findings(const FindingsPage& page);
/// All indexes, the most severe first, and by place among equals.
std::vector<std::size_t> by_severity(const FindingsPage& page);

std::size_t count_of(const FindingsPage& page, Severity severity);
/// `3 records checked: 1 error, 0 warnings, 2 notes`
std::string counts_line(const FindingsPage& page);

}  // namespace brm
