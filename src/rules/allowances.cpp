#include "rules/allowances.h"

#include <algorithm>

#include "base/folding.h"
#include "model/common_fields.h"

namespace brm {
namespace {

constexpr std::string_view guards[] = {"expired-allowance",  "needless-allowance",
                                       "unknown-rule",       "unreasoned-allowance",
                                       "unsilenceable-rule", "unusable-rule"};

}  // namespace

std::vector<Allowance> allowances_of(const Item& record) {
  std::vector<Allowance> out;
  const auto fields = record.fields();
  const auto list = std::find_if(fields.begin(), fields.end(), [&](const Value& value) {
    return record.kind->field(value.field).part == &kinds::allowance;
  });
  if (list == fields.end()) return out;
  for (const Value& element : list->as_list()) {
    const Of<kinds::allowance> written(*element.item);
    const auto rule = written.get<"rule">();
    const auto until = written.get<"until">();
    if (!rule || !until) continue;
    out.push_back({element.item, rule->value, trimmed(written.text<"because">()), until->value,
                   rule->span, until->span});
  }
  return out;
}

std::vector<NamedRule> named_rules(const Assessment& assessed) {
  std::vector<NamedRule> out;
  for (const Item* record : assessed.portfolio().records()) {
    for (const Allowance& allowance : allowances_of(*record)) {
      out.push_back({allowance.rule, allowance.rule_place});
    }
  }
  const Item* policy = assessed.policy().item();
  if (policy == nullptr) return out;
  for (const auto row : Of<kinds::policy>(*policy).get<"severities">()) {
    if (const auto name = row.get<"rule">()) out.push_back({name->value, name->span});
  }
  return out;
}

bool may_be_silenced(const RuleWords& rule) {
  return rule.loses == Loses::nothing && !finds_doubles(rule) &&
         std::find(std::begin(guards), std::end(guards), rule.name) == std::end(guards);
}

bool finds_doubles(const RuleWords& rule) { return rule.name == "duplicate-id"; }

const RuleWords* find_rule(const Review& all, std::string_view name) {
  const auto found = std::find_if(all.rules.begin(), all.rules.end(),
                                  [&](const RuleWords* words) { return words->name == name; });
  return found == all.rules.end() ? nullptr : *found;
}

std::vector<Finding> suppress_allowed(const Assessment& assessed, std::vector<Finding>& findings) {
  if (findings.empty()) return {};
  const Portfolio& portfolio = assessed.portfolio();
  std::vector<std::vector<Allowance>> accepted(portfolio.files().size());
  for (const Item* record : portfolio.records()) {
    auto allowances = allowances_of(*record);
    std::erase_if(allowances, [&](const Allowance& allowance) {
      return !allowance.is_in_force(assessed.as_of());
    });
    accepted[record->file] = std::move(allowances);
  }
  const auto is_kept = [&](const Finding& finding) {
    if (finding.loses == Loses::data || !may_be_silenced(*finding.rule)) return true;
    const auto& allowances = accepted[finding.place.file];
    return std::none_of(allowances.begin(), allowances.end(), [&](const Allowance& allowance) {
      return allowance.rule == finding.rule->name;
    });
  };
  const auto first = std::stable_partition(findings.begin(), findings.end(), is_kept);
  std::vector<Finding> out;
  std::move(first, findings.end(), std::back_inserter(out));
  findings.erase(first, findings.end());
  return out;
}

}  // namespace brm
