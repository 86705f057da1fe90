#include "assess/computed_value_fields.h"

#include <array>

#include "assess/budget.h"
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

constexpr std::array<std::string_view, 4> budget_states{"overspent", "above", "unknown", "within"};

Fact budget_state(const Assessment& assessed, const Item& initiative) {
  const auto budget = judge_budget(Of<kinds::initiative>(initiative), assessed.as_of());
  return budget ? Fact{std::string(to_text(budget->state))} : Fact{};
}

/// Of what was approved, in percent.
Fact budget_percent(const Assessment& assessed, const Item& initiative) {
  const auto budget = judge_budget(Of<kinds::initiative>(initiative), assessed.as_of());
  return budget && budget->share ? Fact{read_decimal(to_fixed(*budget->share * 100, 1)).number}
                                 : Fact{};
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
    ComputedField{"initiative", "budget_state", Type::choice, budget_states,
                  "Whether it was or will be spent beyond what was approved.", budget_state},
    ComputedField{"initiative",
                  "budget_percent",
                  Type::number,
                  {},
                  "What it will cost, in percent of what was approved.",
                  budget_percent},
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
