#include <fmt/format.h>

#include "base/utf8.h"
#include "render/findings_places.h"
#include "render/xml.h"

namespace brm {
namespace {

std::string_view word_for(Severity severity) {
  return severity == Severity::note ? "info" : to_text(severity);
}

}  // namespace

std::string render_findings_checkstyle(const FindingsPage& page) {
  Regions regions(ColumnUnit::code_points);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n";
  for (const Failure& trouble : page.troubles) {
    out += fmt::format(
        "  <file name=\"{}\">\n    <error line=\"1\" column=\"1\" severity=\"error\" "
        "message=\"{}\" "
        "source=\"brm.{}\"/>\n  </file>\n",
        xml_text(unreadable_path(page, trouble)), xml_text(visible(trouble.message)),
        unreadable_rule);
  }
  const Finding* before = nullptr;
  for (const std::size_t index : shown_findings(page)) {
    const Finding& finding = page.findings[index];
    const SourceFile& source = page.file(finding.place.file);
    if (before == nullptr || before->place.file != finding.place.file) {
      if (before != nullptr) out += "  </file>\n";
      out += fmt::format("  <file name=\"{}\">\n", xml_text(repository_path(page, source)));
    }
    const Region region = regions.of(source, finding.place);
    out += fmt::format(
        "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"brm.{}\"/>\n",
        region.line, region.column, word_for(finding.severity),
        xml_text(visible(message_and_help(finding))), xml_text(finding.rule->name));
    before = &finding;
  }
  if (before != nullptr) out += "  </file>\n";
  return out + "</checkstyle>\n";
}

}  // namespace brm
