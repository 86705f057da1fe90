#include "assess/computed_value_fields.h"

#include <array>

#include "assess/service_level.h"
#include "assess/value.h"

namespace brm {
namespace {

OutcomeValue value_of(const Assessment& assessed, const Item& outcome) {
  const auto found = outcome_values(assessed, {&outcome});
  return found.empty() ? OutcomeValue{} : found.front();
}

Judgement judged(const Assessment& assessed, const Item& level) {
  return judge_service_level(Of<kinds::service_level>(level), assessed.as_of(), assessed.policy());
}

/// In the currency of what is expected; nothing where something came in another one.
Fact realized(const Assessment& assessed, const Item& outcome) {
  const OutcomeValue value = value_of(assessed, outcome);
  if (value.realized.size() != 1) return {};
  const auto& [currency, minor] = *value.realized.begin();
  return money_of(minor, currency);
}

// The rows of the table below stay on a line or two each.
using A = const Assessment&;
using I = const Item&;

const std::array table{
    ComputedField{"outcome",
                  "realized",
                  Type::money,
                  {},
                  "The value realized up to the day, if in one currency.",
                  realized},
    ComputedField{"outcome",
                  "claimed_against_evidence",
                  Type::boolean,
                  {},
                  "Value was realized while it is missed, off track or worsening.",
                  [](A a, I i) { return Fact{value_of(a, i).is_claimed_against_evidence}; }},
    ComputedField{"outcome",
                  "value_at_stake",
                  Type::boolean,
                  {},
                  "Value is expected, none realized, and it is missed, off track or worsening.",
                  [](A a, I i) { return Fact{value_of(a, i).is_at_stake}; }},
    ComputedField{"outcome",
                  "value_overdue",
                  Type::boolean,
                  {},
                  "Value is expected, the due date has passed, and nothing was realized.",
                  [](A a, I i) { return Fact{value_of(a, i).is_overdue}; }},
    ComputedField{"service_level", "verdict", Type::choice, verdict_names(),
                  "What the measurements say.",
                  [](A a, I i) { return Fact{std::string(to_text(judged(a, i).verdict))}; }},
    ComputedField{"service_level",
                  "reason",
                  Type::line,
                  {},
                  "The verdict's reason in one sentence.",
                  [](A a, I i) { return Fact{judged(a, i).reason}; }},
};

}  // namespace

std::span<const ComputedField> computed_value_fields() { return table; }

}  // namespace brm
