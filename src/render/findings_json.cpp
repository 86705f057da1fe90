#include <nlohmann/json.hpp>

#include "render/findings_places.h"
#include "render/json.h"

namespace brm {
namespace {

using Json = nlohmann::ordered_json;

Json place_json(const FindingsPage& page, const Span& place) {
  const SourceFile& source = page.file(place.file);
  const LineColumn begin = source.line_column(place.offset);
  const LineColumn end = source.line_column(std::size_t{place.offset} + place.length);
  return {{"path", source.path()},      {"line", begin.line},       {"column", begin.column},
          {"end_line", end.line},       {"end_column", end.column}, {"byte_offset", place.offset},
          {"byte_length", place.length}};
}

Json finding_json(const FindingsPage& page, std::size_t index) {
  const Finding& finding = page.findings[index];
  Json out{{"rule", finding.rule->name},
           {"severity", to_text(finding.severity)},
           {"message", finding.message},
           {"place", place_json(page, finding.place)}};
  if (finding.second) {
    out["second_place"] = place_json(page, finding.second->span);
    out["second_place"]["label"] = finding.second->label;
  }
  if (!finding.help.empty()) out["help"] = finding.help;
  if (!word_meant(finding).empty()) out["instead"] = word_meant(finding);
  if (index < page.fingerprints.size()) out["fingerprint"] = page.fingerprints[index];
  return out;
}

}  // namespace

std::string render_findings_json(const FindingsPage& page) {
  Json list = Json::array();
  Json unreadable = Json::array();
  for (const Failure& trouble : page.troubles) {
    unreadable.push_back({{"message", trouble.message}});
    if (!trouble.help.empty()) unreadable.back()["help"] = trouble.help;
  }
  Json counts{{"records", page.records}, {"error", 0}, {"warning", 0}, {"note", 0}};
  for (const Finding& finding : page.findings) {
    if (list.size() < page.shown) list.push_back(finding_json(page, list.size()));
    auto& number = counts[std::string(to_text(finding.severity))];
    number = number.get<std::size_t>() + 1;
  }
  counts["unreadable_files"] = page.unreadable;
  counts["left_out"] = page.findings.size() - page.shown;
  counts["allowed"] = page.allowed;
  counts["baseline"] = page.baseline;
  counts["earlier"] = page.earlier;
  counts["mended"] = page.mended;
  counts["unwatched"] = page.unwatched;
  const Json out{{"schema_version", json_schema_version},
                 {"column_unit", "unicode_code_points"},
                 {"findings", std::move(list)},
                 {"unreadable", std::move(unreadable)},
                 {"counts", std::move(counts)}};
  return dump(out);
}

}  // namespace brm
