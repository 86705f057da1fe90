#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "render/findings_places.h"
#include "render/json.h"

namespace brm {
namespace {

using Json = nlohmann::ordered_json;

std::string_view word_for(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "INFO";
    case Severity::warning:
      return "WARNING";
    case Severity::error:
      break;
  }
  return "ERROR";
}

Json range_json(const Region& region) {
  return {{"start", {{"line", region.line}, {"column", region.column}}},
          {"end", {{"line", region.end_line}, {"column", region.end_column}}}};
}

Json diagnostic_json(const FindingsPage& page, const Finding& finding, Regions& regions) {
  const SourceFile& source = page.file(finding.place.file);
  Json location{{"path", repository_path(page, source)}};
  const Json range = range_json(regions.of(source, finding.place));
  if (!is_whole_file(finding.place)) location["range"] = range;
  Json out{{"message", message_and_help(finding)},
           {"location", std::move(location)},
           {"severity", word_for(finding.severity)},
           {"code", {{"value", finding.rule->name}}}};
  if (!word_meant(finding).empty()) {
    out["suggestions"] = Json::array({{{"range", range}, {"text", word_meant(finding)}}});
  }
  return out;
}

}  // namespace

std::string render_findings_rdjson(const FindingsPage& page) {
  Regions regions(ColumnUnit::bytes);
  Json list = Json::array();
  for (const Failure& trouble : page.troubles) {
    list.push_back({{"message", trouble.message},
                    {"location", {{"path", unreadable_path(page, trouble)}}},
                    {"severity", "ERROR"},
                    {"code", {{"value", unreadable_rule}}}});
  }
  for (const std::size_t index : shown_findings(page)) {
    list.push_back(diagnostic_json(page, page.findings[index], regions));
  }
  return dump({{"source", {{"name", "brm"}}}, {"diagnostics", std::move(list)}});
}

}  // namespace brm
