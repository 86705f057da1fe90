// What records accept of what is wrong with them, for a while: `x-allow`.
#pragma once

#include <vector>

#include "rules/rule.h"

namespace brm {

/// One whose rule and last day could be read.
struct Allowance {
  const Item* item = nullptr;
  std::string_view rule;
  std::string_view because;  ///< Empty where no reason is given.
  Date until;
  Span rule_place;
  Span until_place;

  /// It counts from when it is written to the end of its last day, and not without a reason.
  bool is_in_force(Date as_of) const { return !because.empty() && until >= as_of; }
};

std::vector<Allowance> allowances_of(const Item& record);

/// The name of a rule where a record accepts it or the policy weighs it, known or not.
struct NamedRule {
  std::string_view name;
  Span place;
};
std::vector<NamedRule> named_rules(const Assessment& assessed);

/// What means that something was lost is never silent, nor what guards the silence of others.
bool may_be_silenced(const RuleWords& rule);
/// Whether it finds records of one name: every answer would take one of them for the other.
bool finds_doubles(const RuleWords& rule);

/// Null when there is none of this name.
const RuleWords* find_rule(const Review& all, std::string_view name);

/// Takes away what the record at its place accepts, and returns it.
std::vector<Finding> suppress_allowed(const Assessment& assessed, std::vector<Finding>& findings);

}  // namespace brm
