// A list of findings, for people and for the programs around them: one encoder a format.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "render/format_words.h"
#include "render/style.h"
#include "source/finding.h"
#include "source/source_file.h"

namespace brm {

/// What a renderer needs: the findings in their order, the files they point into, the closing
/// counts.
struct FindingsPage {
  const std::vector<Finding>& findings;
  std::size_t shown = 0;  ///< So many are written out; all are counted.
  std::function<const SourceFile&(std::uint32_t)> file;
  std::size_t records = 0;
  std::size_t unreadable = 0;  ///< Files that could not be read at all.
  std::size_t files = 0;       ///< All of the folder: what `file` may be asked for.
  std::string below = {};      ///< From the top of the repository to the records: `records/`.
  std::vector<std::string> fingerprints = {};  ///< One for each finding; none where nobody asked.
  std::span<const Failure> troubles = {};      ///< Of files that could not be read.
  Severity fails_from = Severity::error;
  std::size_t allowed = 0;   ///< Findings that records accept with x-allow; not among `findings`.
  std::size_t baseline = 0;  ///< The same of the baseline.
  std::string since = {};    ///< The revision of which only what is new is shown.
  std::size_t earlier = 0;   ///< Findings that it had already.
  std::size_t mended = 0;    ///< Of the revision and the baseline.
  /// Of both what was not mended either: nobody looks at it any more.
  std::size_t unwatched = 0;
};

struct FindingsFormat {
  FormatWords words;
  std::string (*render)(const FindingsPage& page, const TextStyle& style);
  std::size_t usual = 0;  ///< Findings written out where --max does not say how many; 0: all.
};

/// The first is the one for people, and the default.
std::span<const FindingsFormat> findings_formats();

/// `path:line:col: severity: message [rule]`, the line with a caret, `help:`; then the counts.
std::string render_findings_text(const FindingsPage& page, const TextStyle& style);

/// One object with `schema_version`, `findings` and `counts`; columns are code points from 1.
std::string render_findings_json(const FindingsPage& page);

/// SARIF 2.1.0 (OASIS), as GitHub's code scanning takes it; columns are UTF-16 code units from 1.
std::string render_findings_sarif(const FindingsPage& page);

/// A test case for each file and rule; what is below `fails_from` passes and says what it found.
std::string render_findings_junit(const FindingsPage& page);

/// Workflow commands of GitHub Actions, most severe first; what it would not show follows as text.
std::string render_findings_github(const FindingsPage& page);

/// The same as a table in Markdown, for the page of the run.
std::string render_job_summary(const FindingsPage& page);
/// Of a check that could not be done.
std::string render_job_summary(const Failure& failure);

/// GitLab's Code Quality report.
std::string render_findings_gitlab(const FindingsPage& page);

/// Checkstyle's XML, which most build servers read; columns are code points from 1.
std::string render_findings_checkstyle(const FindingsPage& page);

/// Reviewdog's format, with suggestions; columns are bytes from 1.
std::string render_findings_rdjson(const FindingsPage& page);

}  // namespace brm
