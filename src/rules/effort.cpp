#include "rules/effort.h"

#include <algorithm>

#include "model/status.h"

namespace brm::rules {
namespace {

using Relationship = Of<kinds::relationship>;
using Initiative = Of<kinds::initiative>;

/// Without a tier nothing is known of it, and missing-field says so.
Effort effort_of(const Relationship& party) {
  const auto priority = party.get<"priority">();
  if (party.is<"tier", "strategic">() || (priority && priority->value == 1)) return Effort::full;
  const bool is_light = party.is<"tier", "preferred">() || party.is<"tier", "conditional">();
  return is_light ? Effort::light : Effort::none;
}

Effort proposed_at_most(const Initiative& initiative, Effort most) {
  return initiative.is<"status", "proposed">() ? std::min(most, Effort::light) : most;
}

Effort effort_of(const Portfolio& portfolio, const Initiative& initiative) {
  const bool is_critical = initiative.is<"criticality", "high">();
  Effort most = is_critical || portfolio.is_single() ? Effort::full : Effort::none;
  if (portfolio.is_single()) return proposed_at_most(initiative, most);
  for (const auto party : initiative.get<"parties">()) {
    const Item* record = portfolio.find_record(party.text<"relationship">());
    if (record == nullptr || record->kind != &kinds::relationship) continue;
    most = std::max(most, effort_of(Relationship(*record)));
  }
  return proposed_at_most(initiative, most);
}

}  // namespace

Effort effort_for(const Assessment& assessed, const Item& item) {
  const Portfolio& portfolio = assessed.portfolio();
  const Item& record = item.record();
  if (is_over(record, assessed.as_of())) return Effort::none;
  if (record.kind == &kinds::relationship) return effort_of(Relationship(record));
  if (record.kind == &kinds::initiative) return effort_of(portfolio, Initiative(record));
  return Effort::full;
}

Finding& ask(const RuleWords& words, Effort effort, Span place, std::string message,
             std::string help, Findings& findings) {
  Finding& finding = findings.add(words, place, std::move(message), std::move(help));
  if (effort == Effort::light) finding.severity = Severity::note;
  finding.is_settled = effort == Effort::always;
  return finding;
}

}  // namespace brm::rules
