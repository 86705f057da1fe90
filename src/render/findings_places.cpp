#include "render/findings_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/near_words.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "render/build_log.h"

namespace brm {
namespace {

/// Code points past U+FFFF, which take two code units: those whose UTF-8 begins with 0xF0 to 0xF4.
std::size_t count_large(std::string_view text) {
  const auto is_large = [](char c) { return static_cast<unsigned char>(c) >= 0xF0U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_large));
}

}  // namespace

std::size_t Regions::column_at(const SourceFile& source, std::size_t offset) {
  offset = std::min(offset, source.bytes().size());
  const std::size_t start = source.line_start(offset);
  if (unit_ == ColumnUnit::bytes) {
    // A byte order mark is one to a program that counts bytes.
    constexpr std::size_t mark = 3;
    return offset - start + 1 + (start == 0 && source.had_byte_order_mark() ? mark : 0);
  }
  const std::size_t column = source.line_column(offset).column;
  if (unit_ == ColumnUnit::code_points) return column;
  if (source_ != &source || line_start_ != start || offset < offset_) {
    source_ = &source;
    line_start_ = offset_ = start;
    extra_ = 0;
  }
  extra_ += count_large(source.bytes().substr(offset_, offset - offset_));
  offset_ = offset;
  return column + extra_;
}

Region Regions::of(const SourceFile& source, const Span& place) {
  const std::size_t end = std::size_t{place.offset} + place.length;
  Region region;
  region.line = source.line_column(place.offset).line;
  region.column = column_at(source, place.offset);
  region.end_line = source.line_column(end).line;
  region.end_column = column_at(source, end);
  return region;
}

bool is_whole_file(const Span& place) { return place.offset == 0 && place.length == 0; }

std::string unreadable_path(const FindingsPage& page, const Failure& trouble) {
  const std::string_view message = trouble.message;
  std::string_view longest;
  for (std::uint32_t file = 0; file < page.files; ++file) {
    const std::string_view path = page.file(file).path();
    if (path.size() <= longest.size()) continue;
    const std::string shown = visible(path) + ":";
    if (message.starts_with(shown)) longest = path;
  }
  if (!longest.empty()) return page.below + std::string(longest);
  // A link or folder is no file of the page.
  const std::string_view path = message.substr(0, message.find(": "));
  return path.find(' ') == path.npos || path.find('/') != path.npos ? page.below + std::string(path)
                                                                    : page.below + ".";
}

std::string repository_path(const FindingsPage& page, const SourceFile& source) {
  return page.below + source.path();
}

std::string finding_line(const FindingsPage& page, const Finding& finding) {
  const SourceFile& source = page.file(finding.place.file);
  const LineColumn at = source.line_column(finding.place.offset);
  return for_build_log(fmt::format("{}:{}:{}: {}: {} [{}]", visible(repository_path(page, source)),
                                   at.line, at.column, to_text(finding.severity),
                                   visible(finding.message), finding.rule->name));
}

std::string_view word_meant(const Finding& finding) {
  const auto words = words_asked_for(finding.help);
  return words.size() == 1 ? words.front() : std::string_view{};
}

std::string message_and_help(const Finding& finding) {
  if (finding.help.empty()) return finding.message;
  return fmt::format("{}; {}", finding.message, finding.help);
}

std::vector<std::size_t> by_severity(const FindingsPage& page) {
  std::vector<std::size_t> order(page.findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return page.findings[a].severity > page.findings[b].severity;
  });
  return order;
}

std::vector<std::size_t> shown_findings(const FindingsPage& page) {
  std::vector<std::size_t> order = by_severity(page);
  order.resize(std::min(page.shown, order.size()));
  std::sort(order.begin(), order.end());
  return order;
}

std::size_t count_of(const FindingsPage& page, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(page.findings.begin(), page.findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

std::string counts_line(const FindingsPage& page) {
  std::string out = fmt::format("{} checked: {}, {}, {}", counted(page.records, "record"),
                                counted(count_of(page, Severity::error), "error"),
                                counted(count_of(page, Severity::warning), "warning"),
                                counted(count_of(page, Severity::note), "note"));
  if (page.unreadable > 0) {
    out += fmt::format("; {} could not be read", counted(page.unreadable, "file"));
  }
  if (page.allowed > 0) out += fmt::format("; {} accepted by x-allow", page.allowed);
  if (page.baseline > 0) out += fmt::format("; {} accepted by the baseline", page.baseline);
  if (page.earlier > 0) {
    out += fmt::format("; {} in {} already", page.earlier, visible(page.since));
  }
  if (page.mended > 0) out += fmt::format("; {} mended", page.mended);
  if (page.unwatched > 0) out += fmt::format("; {} no longer looked at", page.unwatched);
  return out;
}

}  // namespace brm
