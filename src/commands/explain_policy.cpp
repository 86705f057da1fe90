#include "commands/explain_policy.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/facts.h"
#include "assess/risk_matrix.h"
#include "commands/rule_list.h"

namespace brm {
namespace {

using Policied = Of<kinds::policy>;

/// `brm.yaml:12` of a value in the policy.
std::string place_of(const Assessment& assessed, const Item& item, std::uint32_t offset) {
  const SourceFile& source = assessed.portfolio().file(item.file);
  return fmt::format("{}:{}", source.path(), source.line_column(offset).line);
}

/// A row for each threshold of a kind: the policy itself, or a part of it.
void add_thresholds(const Assessment& assessed, const Kind& kind, const Item* item,
                    const std::string& before, Table& table) {
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const Field& field = kind.field(i);
    if (field.many == Many::list) continue;
    const Value* written = item == nullptr ? nullptr : item->find(i);
    if (field.type == Type::part) {
      add_thresholds(assessed, *field.part, written == nullptr ? nullptr : written->item,
                     fmt::format("{}{}.", before, field.name), table);
      continue;
    }
    const bool is_implied = written == nullptr;
    const std::string value =
        is_implied ? std::string(field.implied) : to_text(stored_fact(field, *written));
    const std::string from = is_implied ? "default" : place_of(assessed, *item, written->offset);
    table.rows.push_back({cell(before + std::string(field.name), Tone::strong),
                          cell(value.empty() ? "none" : value), cell(from),
                          cell(std::string(field.meaning))});
  }
}

Table threshold_table(const Assessment& assessed) {
  Table table{"policy",
              "",
              {{"name", "threshold"},
               {"value", "in force", Align::right},
               {"from", "from"},
               {"meaning", "meaning", Align::left, Room::shrink}},
              {},
              ""};
  add_thresholds(assessed, kinds::policy, assessed.policy().item(), "", table);
  return table;
}

std::string_view usual_severity(std::string_view rule) {
  for (const RuleWords* words : all_rule_words()) {
    if (words->name == rule) return to_text(words->severity);
  }
  return "no such rule";
}

Table severity_table(const Assessment& assessed) {
  Table table{"severities",
              "\nRules that weigh otherwise here",
              {{"rule", "rule"},
               {"severity", "in force"},
               {"default", "brm's own"},
               {"from", "from", Align::left, Room::shrink}},
              {},
              "Every rule weighs as `brm explain RULE` says."};
  const Item* policy = assessed.policy().item();
  if (policy == nullptr) return table;
  for (const auto row : Policied(*policy).get<"severities">()) {
    const std::string_view rule = row.text<"rule">();
    table.rows.push_back({cell(std::string(rule), Tone::strong),
                          cell(std::string(row.text<"severity">())),
                          cell(std::string(usual_severity(rule))),
                          cell(place_of(assessed, row.item(), row.item().offset))});
  }
  return table;
}

Table rule_table(const Assessment& assessed) {
  Table table{"rules",
              "\nRules of this office's own",
              {{"name", "rule"},
               {"severity", "severity"},
               {"kind", "kind"},
               {"where", "where", Align::left, Room::shrink},
               {"message", "message", Align::left, Room::shrink},
               {"from", "from"}},
              {},
              "None; `policy.rules` in brm.yaml adds some."};
  const Item* policy = assessed.policy().item();
  if (policy == nullptr) return table;
  for (const auto row : Policied(*policy).get<"rules">()) {
    const std::string_view severity = row.text<"severity">();
    table.rows.push_back({cell(std::string(row.text<"name">()), Tone::strong),
                          cell(std::string(severity.empty() ? "warning" : severity)),
                          cell(std::string(row.text<"kind">())),
                          cell(std::string(row.text<"where">())),
                          cell(std::string(row.text<"message">())),
                          cell(place_of(assessed, row.item(), row.item().offset))});
  }
  return table;
}

/// `brm.yaml:12 and :13` for the cells of one row that the office wrote.
std::string from_words(const Assessment& assessed, int likelihood) {
  const Item* policy = assessed.policy().item();
  std::string out;
  if (policy == nullptr) return "default";
  for (const auto written : Policied(*policy).get<"matrix">()) {
    const auto level = written.get<"likelihood">();
    if (!level || level->value != likelihood) continue;
    const std::string place = place_of(assessed, written.item(), written.item().offset);
    if (out.find(place) != std::string::npos) continue;  // several on one line
    out += (out.empty() ? "" : ", ") + place;
  }
  return out.empty() ? "default" : out;
}

Table matrix_table(const Assessment& assessed) {
  const RiskMatrix& matrix = assessed.risk_policy().matrix;
  Table table{"matrix",
              "\nBands of risks, by likelihood (rows) and impact (columns)",
              {{"likelihood", "likelihood"}},
              {},
              ""};
  for (int impact = 1; impact <= RiskMatrix::levels; ++impact) {
    table.columns.push_back({fmt::format("impact_{}", impact),
                             fmt::format("{} {}", impact, matrix.impact_label(impact)), Align::left,
                             Room::shrink});
  }
  table.columns.push_back({"from", "from", Align::left, Room::shrink});
  for (int likelihood = RiskMatrix::levels; likelihood >= 1; --likelihood) {
    std::vector<Cell> row{
        cell(fmt::format("{} {}", likelihood, matrix.likelihood_label(likelihood)), Tone::strong)};
    for (int impact = 1; impact <= RiskMatrix::levels; ++impact) {
      row.push_back(cell(std::string(to_text(matrix.band(likelihood, impact)))));
    }
    row.push_back(cell(from_words(assessed, likelihood)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Document explain_policy(const Assessment& assessed) {
  Document document;
  document.name = "explain policy";
  document.title = "Policy in force";
  document.sections.push_back({"", {}, {}, {}, "", ""});
  document.sections.back().tables = {threshold_table(assessed), severity_table(assessed),
                                     rule_table(assessed), matrix_table(assessed)};
  document.next = "Change one in brm.yaml, under policy; the labels of the matrix under scales.";
  return document;
}

}  // namespace brm
