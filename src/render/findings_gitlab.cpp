#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "render/findings_places.h"
#include "render/json.h"

namespace brm {
namespace {

using Json = nlohmann::ordered_json;

/// Of its five words: info, minor, major, critical, blocker.
std::string_view word_for(const Finding& finding) {
  switch (finding.severity) {
    case Severity::note:
      return "info";
    case Severity::warning:
      return "minor";
    case Severity::error:
      break;
  }
  return finding.loses == Loses::data ? "critical" : "major";
}

/// A file that could not be read is the gravest of all: what is wrong in it nobody knows.
void add_unreadable(const FindingsPage& page, Json& list) {
  std::map<std::string, int> seen;
  for (const Failure& trouble : page.troubles) {
    const std::string path = unreadable_path(page, trouble);
    list.push_back(
        {{"description", trouble.message},
         {"check_name", unreadable_rule},
         {"fingerprint", short_hash(fmt::format("unreadable\n{}\n{}", path, seen[path]++))},
         {"severity", "blocker"},
         {"location", {{"path", path}, {"lines", {{"begin", 1}, {"end", 1}}}}}});
  }
}

}  // namespace

std::string render_findings_gitlab(const FindingsPage& page) {
  Regions regions(ColumnUnit::code_points);
  Json list = Json::array();
  add_unreadable(page, list);
  for (const std::size_t index : shown_findings(page)) {
    const Finding& finding = page.findings[index];
    const SourceFile& source = page.file(finding.place.file);
    const Region region = regions.of(source, finding.place);
    list.push_back({{"description", message_and_help(finding)},
                    {"check_name", finding.rule->name},
                    {"fingerprint", page.fingerprints.at(index)},
                    {"severity", word_for(finding)},
                    {"location",
                     {{"path", repository_path(page, source)},
                      {"lines", {{"begin", region.line}, {"end", region.end_line}}}}}});
  }
  return dump(list);
}

}  // namespace brm
