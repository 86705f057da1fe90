#include "assess/stakeholder.h"

#include <algorithm>
#include <set>

namespace brm {
namespace {

/// Its place on the ordered scale; empty for no word of it.
std::optional<int> step_of(std::string_view word) {
  const auto& words = kinds::engagements;
  const auto* found = std::find(std::begin(words), std::end(words), word);
  if (found == std::end(words)) return std::nullopt;
  return static_cast<int>(found - std::begin(words));
}

}  // namespace

std::optional<int> engagement_gap(const Of<kinds::stakeholder>& stakeholder) {
  const auto engagement = stakeholder.get<"engagement">();
  if (!engagement) return std::nullopt;
  const auto current = step_of(engagement->text<"current">());
  const auto desired = step_of(engagement->text<"desired">());
  if (!current || !desired) return std::nullopt;
  return *desired - *current;
}

NextStep next_step(const Of<kinds::stakeholder>& stakeholder, Date as_of) {
  const auto action = stakeholder.get<"action">();
  if (!action || (!action->has<"text">() && !action->has<"due">())) return NextStep::none;
  const auto due = action->get<"due">();
  return due && due->value < as_of ? NextStep::overdue : NextStep::planned;
}

bool is_unattended(const Of<kinds::stakeholder>& stakeholder, Date as_of) {
  return engagement_gap(stakeholder).value_or(0) > 0 &&
         next_step(stakeholder, as_of) == NextStep::none;
}

std::size_t contact_count(const Relationship& relationship) {
  std::set<std::string_view> people;
  for (const auto contact : relationship.get<"contacts">()) {
    const std::string_view person = contact.text<"person">();
    people.insert(person.empty() ? contact.text<"role">() : person);
  }
  people.erase("");
  return people.size();
}

}  // namespace brm
