#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "render/build_log.h"
#include "render/excerpt.h"
#include "render/findings_places.h"

namespace brm {
namespace {

std::string place_of(const SourceFile& source, const Span& place) {
  const LineColumn at = source.line_column(place.offset);
  return for_build_log(fmt::format("{}:{}:{}", visible(source.path()), at.line, at.column));
}

std::string second_place(const FindingsPage& page, const Finding& finding, const TextStyle& style) {
  const SecondPlace& second = *finding.second;
  const SourceFile& source = page.file(second.span.file);
  std::string out;
  if (second.span.file != finding.place.file) {
    out += fmt::format("      {}\n", toned(place_of(source, second.span), Tone::strong, style));
  }
  return out + draw_excerpt(source, second.span, for_build_log(visible(second.label)), style);
}

std::string help_lines(const std::string& help, const TextStyle& style) {
  std::string out;
  std::string_view head = "help: ";
  for (const std::string& line :
       wrapped(visible(help), std::max<std::size_t>(style.width, 40) - 8)) {
    out += fmt::format("  {}{}\n", toned(head, Tone::strong, style), for_build_log(line));
    head = "      ";
  }
  return out;
}

}  // namespace

std::string render_finding(const FindingsPage& page, const Finding& finding,
                           const TextStyle& style) {
  const SourceFile& source = page.file(finding.place.file);
  std::string out =
      fmt::format("{}: {}: {} {}\n", toned(place_of(source, finding.place), Tone::strong, style),
                  toned(to_text(finding.severity), tone_of(finding.severity), style),
                  for_build_log(visible(finding.message)),
                  toned(fmt::format("[{}]", finding.rule->name), Tone::faint, style));
  out += draw_excerpt(source, finding.place, "", style);
  if (finding.second) out += second_place(page, finding, style);
  if (!finding.help.empty()) out += help_lines(finding.help, style);
  return out + "\n";
}

std::string render_findings_text(const FindingsPage& page, const TextStyle& style) {
  std::string out;
  for (std::size_t i = 0; i < page.shown; ++i) out += render_finding(page, page.findings[i], style);
  if (page.shown < page.findings.size()) {
    out += fmt::format("and {} more; --max 0 shows all\n", page.findings.size() - page.shown);
  }
  out += counts_line(page) + "\n";
  if (page.records == 0 && page.unreadable == 0) {
    out += "  help: no *.yaml or *.yml file is here; name the records folder with -C\n";
  }
  return out;
}

}  // namespace brm
