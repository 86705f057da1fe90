#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "render/findings_places.h"
#include "render/json.h"
#include "render/markup.h"

namespace brm {
namespace {

using Json = nlohmann::ordered_json;

/// Code scanning refuses a run with more, and shows the 5,000 most severe of them:
/// docs.github.com, "SARIF support for code scanning".
constexpr std::size_t most_results = 25'000;

/// A relative reference of RFC 3986: every byte but letters, digits, `-._~` and `/` is encoded.
std::string uri_of(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool is_plain =
        is_letter_or_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
    if (is_plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// `[words](address)` in a message is a link, which no record may set.
std::string plain_message(std::string text) {
  for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 3)) {
    text.insert(at, 1, '\\');
  }
  return text;
}

Json text_of(std::string_view text) { return {{"text", text}}; }

/// Two blanks in front of each line.
std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += fmt::format("  {}\n", text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

Json help_of(const RuleWords& words) {
  // A rule of the office's own has no examples, and its words are no Markdown of ours.
  if (words.faulty.empty()) return text_of(words.mend);
  return {{"text", fmt::format("{}\n\nThis fails:\n{}\nThis passes:\n{}", words.mend,
                               indented(words.faulty), indented(words.sound))},
          {"markdown", fmt::format("{}\n\nThis fails:\n\n{}\nThis passes:\n\n{}", words.mend,
                                   code_block(words.faulty), code_block(words.sound))}};
}

std::string_view problem_severity(Severity severity) {
  return severity == Severity::note ? "recommendation" : to_text(severity);
}

Json rule_json(const RuleWords& words) {
  return {
      {"id", words.name},
      {"shortDescription", text_of(words.summary)},
      {"fullDescription", text_of(words.why)},
      {"help", help_of(words)},
      {"defaultConfiguration", {{"level", to_text(words.severity)}}},
      {"properties", {{"tags", {"brm"}}, {"problem.severity", problem_severity(words.severity)}}}};
}

class Run {
 public:
  explicit Run(const FindingsPage& page) : page_(page) {}

  Json json() {
    Json results = Json::array();
    for (const std::size_t index : chosen()) results.push_back(result_json(index));
    const bool is_whole = page_.troubles.empty();
    return {{"tool",
             {{"driver",
               {{"name", "brm"},
                {"version", BRM_VERSION},
                {"semanticVersion", BRM_VERSION},
                {"rules", std::move(rules_)}}}}},
            {"columnKind", "utf16CodeUnits"},
            {"invocations", Json::array({{{"executionSuccessful", is_whole},
                                          {"toolExecutionNotifications", notifications()}}})},
            {"results", std::move(results)}};
  }

 private:
  std::vector<std::size_t> chosen() const {
    FindingsPage limited = page_;
    limited.shown = std::min(page_.shown, most_results);
    return shown_findings(limited);
  }

  Json notifications() const {
    Json out = Json::array();
    for (const Failure& trouble : page_.troubles) {
      out.push_back({{"level", "error"}, {"message", text_of(plain_message(trouble.message))}});
    }
    const std::size_t shown = std::min({page_.shown, most_results, page_.findings.size()});
    if (shown < page_.findings.size()) {
      out.push_back({{"level", "warning"},
                     {"message", text_of(fmt::format("{} left out here, the least severe",
                                                     counted(page_.findings.size() - shown,
                                                             "finding is", "findings are")))}});
    }
    return out;
  }

  std::size_t index_of(const RuleWords& words) {
    const auto [found, is_new] = indexes_.try_emplace(words.name, rules_.size());
    if (is_new) rules_.push_back(rule_json(words));
    return found->second;
  }

  Json region_json(const SourceFile& source, const Span& place) {
    if (is_whole_file(place)) return {{"startLine", 1}};
    const Region region = regions_.of(source, place);
    return {{"startLine", region.line},
            {"startColumn", region.column},
            {"endLine", region.end_line},
            {"endColumn", region.end_column}};
  }

  Json location_json(const Span& place) {
    const SourceFile& source = page_.file(place.file);
    return {{"physicalLocation",
             {{"artifactLocation", {{"uri", uri_of(repository_path(page_, source))}}},
              {"region", region_json(source, place)}}}};
  }

  Json fix_json(const Finding& finding) {
    const SourceFile& source = page_.file(finding.place.file);
    const Json replacement{{"deletedRegion", region_json(source, finding.place)},
                           {"insertedContent", text_of(word_meant(finding))}};
    return {{"description", text_of(fmt::format("Write `{}`", word_meant(finding)))},
            {"artifactChanges",
             Json::array({{{"artifactLocation", {{"uri", uri_of(repository_path(page_, source))}}},
                           {"replacements", Json::array({replacement})}}})}};
  }

  Json result_json(std::size_t index) {
    const Finding& finding = page_.findings[index];
    Json out{{"ruleId", finding.rule->name},
             {"ruleIndex", index_of(*finding.rule)},
             {"level", to_text(finding.severity)},
             {"message", text_of(plain_message(message_and_help(finding)))},
             {"locations", Json::array({location_json(finding.place)})}};
    if (finding.second) {
      Json related{{"id", 1}, {"message", text_of(finding.second->label)}};
      related.update(location_json(finding.second->span));
      out["relatedLocations"] = Json::array({std::move(related)});
    }
    if (index < page_.fingerprints.size()) {
      // The first is the only one that code scanning looks at.
      out["partialFingerprints"] = {{"primaryLocationLineHash", page_.fingerprints[index]},
                                    {"brmFinding/v1", page_.fingerprints[index]}};
    }
    if (!word_meant(finding).empty()) out["fixes"] = Json::array({fix_json(finding)});
    return out;
  }

  const FindingsPage& page_;
  Regions regions_{ColumnUnit::utf16};
  Json rules_ = Json::array();
  std::map<std::string_view, std::size_t> indexes_;
};

}  // namespace

std::string render_findings_sarif(const FindingsPage& page) {
  const Json out{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({Run(page).json()})}};
  return dump(out);
}

}  // namespace brm
