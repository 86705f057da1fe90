#include "rules/check_records.h"

#include <algorithm>
#include <iterator>

#include "base/blocks.h"
#include "rules/effort.h"

namespace brm {
namespace {

std::vector<const Rule*> rules_of(Scope scope) {
  std::vector<const Rule*> rules;
  for (const Rule* rule : all_rules()) {
    if (rule->scope == scope) rules.push_back(rule);
  }
  return rules;
}

/// What a rule asked for in full is not asked, or lightly, of a record that deserves no more.
void settle_effort(const Assessment& assessed, Findings& findings) {
  if (findings.list().empty()) return;
  const Portfolio& portfolio = assessed.portfolio();
  std::vector<const Item*> records(portfolio.files().size(), nullptr);
  for (const Item* record : portfolio.records()) records[record->file] = record;
  const auto is_settled = [&](Finding& finding) {
    const Item* record = records[finding.place.file];
    if (finding.rule->weight != Weight::by_effort || finding.is_settled || record == nullptr)
      return false;
    const rules::Effort effort = rules::effort_for(assessed, *record);
    if (effort == rules::Effort::light) finding.severity = Severity::note;
    return effort == rules::Effort::none;
  };
  std::erase_if(findings.list(), is_settled);
}

/// Rule by rule, each into findings of its own: what one finds is no matter to another.
std::vector<Findings> check_in_parallel(const std::vector<const Rule*>& rules,
                                        const Assessment& assessed, std::size_t jobs,
                                        const std::vector<Finding>& before) {
  std::vector<Findings> found(rules.size());
  const auto work = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      found[i].follow(before);
      rules[i]->check(*rules[i], assessed, found[i]);
    }
  };
  for_each_block(rules.size(), jobs, work, 1);
  return found;
}

/// Those that say that something written was lost: all that a rule looks for in others' findings.
std::vector<Finding> losses(const Findings& findings) {
  std::vector<Finding> out;
  std::copy_if(findings.list().begin(), findings.list().end(), std::back_inserter(out),
               [](const Finding& finding) { return finding.loses == Loses::data; });
  return out;
}

}  // namespace

void RecordRules::check(const Item& record, const SourceFile& source, Findings& findings) {
  static const std::vector<const Rule*> rules = rules_of(Scope::record);
  portfolio_.hold(record, source);
  assessed_.forget();
  for (const Rule* rule : rules) rule->check(*rule, assessed_, findings);
}

void review_findings(const Review& review, Findings& findings) {
  // None looks at what another of them finds.
  Findings found;
  found.follow(findings.list());
  for (const Rule* rule : rules_of(Scope::findings)) rule->review(*rule, review, found);
  auto& list = found.list();
  std::move(list.begin(), list.end(), std::back_inserter(findings.list()));
}

void check_portfolio(const Assessment& assessed, std::size_t jobs, Findings& findings) {
  settle_effort(assessed, findings);
  const std::vector<Finding> before = losses(findings);
  for (Findings& found : check_in_parallel(rules_of(Scope::portfolio), assessed, jobs, before)) {
    auto& list = found.list();
    std::move(list.begin(), list.end(), std::back_inserter(findings.list()));
  }
}

}  // namespace brm
