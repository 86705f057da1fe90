#include <fmt/format.h>

#include <array>

#include "base/spelling.h"
#include "base/utf8.h"
#include "render/build_log.h"
#include "render/findings_places.h"
#include "render/markup.h"

namespace brm {
namespace {

/// Annotations that GitHub keeps of each level and step; it drops the others without a word.
constexpr std::size_t most_of_a_level = 10;

/// Rows of the job summary, of which a step may have 1 MiB.
constexpr std::size_t most_rows = 500;
constexpr std::size_t most_of_a_row = 1000;

/// Behind the second `::` of a command, and in a property before it.
std::string escaped(std::string_view text, std::string_view also = "") {
  std::string out;
  for (const char c : text) {
    const bool is_special = c == '%' || c == '\r' || c == '\n' || also.find(c) != also.npos;
    out += is_special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

std::string property(std::string_view text) { return escaped(visible(text), ":,"); }

std::string_view command_for(Severity severity) {
  return severity == Severity::note ? "notice" : to_text(severity);
}

std::string annotation(const FindingsPage& page, const Finding& finding, Regions& regions) {
  const SourceFile& source = page.file(finding.place.file);
  const Region region = regions.of(source, finding.place);
  std::string place =
      fmt::format("file={},line={}", property(repository_path(page, source)), region.line);
  if (!is_whole_file(finding.place)) {
    place += fmt::format(",col={}", region.column);
    // It would stand below the last of several lines, far from where one has to look.
    if (region.end_line == region.line) place += fmt::format(",endColumn={}", region.end_column);
  }
  // The log shows neither file nor line, so the message has them too.
  std::string message = finding_line(page, finding);
  if (!finding.help.empty())
    message += "\n" + for_build_log(fmt::format("help: {}", visible(finding.help)));
  return fmt::format("::{} {},title={}::{}\n", command_for(finding.severity), place,
                     property(finding.rule->name), escaped(message));
}

/// `3 errors and 12 notes`
std::string left_words(const std::array<std::size_t, 3>& left) {
  std::vector<std::string> words;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const std::size_t number = left[static_cast<std::size_t>(severity)];
    if (number > 0) words.push_back(counted(number, to_text(severity)));
  }
  return join_and(std::vector<std::string_view>(words.begin(), words.end()));
}

std::string row(const FindingsPage& page, const Finding& finding) {
  const SourceFile& source = page.file(finding.place.file);
  const LineColumn at = source.line_column(finding.place.offset);
  const std::string place =
      fmt::format("{}:{}:{}", visible(repository_path(page, source)), at.line, at.column);
  const auto cell = [](std::string_view text) {
    std::string cut(text.substr(0, most_of_a_row));
    if (cut.size() < text.size()) cut += "...";
    return markdown_cell(visible(cut));
  };
  return fmt::format("| {} | {} | {} | {} |\n", to_text(finding.severity), cell(place),
                     cell(message_and_help(finding)), cell(finding.rule->name));
}

}  // namespace

std::string render_findings_github(const FindingsPage& page) {
  Regions regions(ColumnUnit::code_points);
  std::vector<std::size_t> order = by_severity(page);
  order.resize(std::min(page.shown, order.size()));
  std::array<std::size_t, 3> count{};
  for (const std::size_t index : order) {
    ++count[static_cast<std::size_t>(page.findings[index].severity)];
  }
  const auto over = [](std::size_t number) { return number - std::min(number, most_of_a_level); };
  std::array<std::size_t, 3> room{most_of_a_level, most_of_a_level, most_of_a_level};
  // What is left out is said in a notice, which takes the place of one.
  const bool has_more = over(count[0]) + over(count[1]) + over(count[2]) > 0;
  if (has_more) --room[0];
  std::string shown;
  std::string rest;
  std::array<std::size_t, 3> left{};
  for (const std::size_t index : order) {
    const Finding& finding = page.findings[index];
    const auto level = static_cast<std::size_t>(finding.severity);
    if (room[level] > 0) {
      --room[level];
      shown += annotation(page, finding, regions);
    } else {
      ++left[level];
      rest += finding_line(page, finding) + "\n";
    }
  }
  std::string out;
  for (const Failure& trouble : page.troubles) {
    const std::string path = unreadable_path(page, trouble);
    // A name that is an order itself is in the message, where it can be disarmed.
    const std::string place = holds_order(path) ? "" : fmt::format("file={},", property(path));
    out += fmt::format("::error {}title={}::{}\n", place, unreadable_rule,
                       escaped(for_build_log(visible(trouble.message))));
  }
  if (has_more) {
    out += fmt::format(
        "::notice title=brm::{} more than GitHub shows here: see the log of this step\n",
        left_words(left));
  }
  if (order.size() < page.findings.size()) {
    rest += fmt::format("and {} more; --max 0 shows all\n", page.findings.size() - order.size());
  }
  return out + shown + rest + counts_line(page) + "\n";
}

std::string render_job_summary(const FindingsPage& page) {
  std::string out = fmt::format("### brm check\n\n{}.\n", markdown_line(counts_line(page)));
  for (const Failure& trouble : page.troubles) {
    out += fmt::format("\n**Not read:** {}\n", markdown_line(visible(trouble.message)));
  }
  std::size_t rows = 0;
  for (const std::size_t index : by_severity(page)) {
    if (rows == std::min(most_rows, page.shown)) break;
    if (rows++ == 0) out += "\n| severity | place | finding | rule |\n| --- | --- | --- | --- |\n";
    out += row(page, page.findings[index]);
  }
  const std::size_t more = page.findings.size() - rows;
  if (more > 0) {
    const bool is_logged = page.shown >= page.findings.size();
    out +=
        fmt::format("\nAnd {} more{}.\n", more, is_logged ? "; the log of this step has them" : "");
  }
  return out + "\n";
}

std::string render_job_summary(const Failure& failure) {
  std::string out = fmt::format("### brm check\n\n**Could not be done:** {}\n",
                                markdown_line(visible(failure.message)));
  if (!failure.help.empty()) {
    out += fmt::format("\nhelp: {}\n", markdown_line(visible(failure.help)));
  }
  return out + "\n";
}

}  // namespace brm
