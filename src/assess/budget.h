// What initiatives were given, have spent and will have cost: each by itself, and in all by
// currency, which are never added to each other.
#pragma once

#include <optional>
#include <vector>

#include "assess/assessment.h"

namespace brm {

/// Worst first. Meeting what was approved exactly is within.
enum class BudgetState : std::uint8_t { overspent, above, unknown, within };
std::string_view to_text(BudgetState state);

/// Why nothing follows from a budget.
enum class BudgetLack : std::uint8_t { none, approved, forecast, currencies, not_yet };

struct BudgetJudgement {
  const Item* initiative = nullptr;
  std::optional<Money> approved;
  std::optional<Money> spent;
  std::optional<Money> forecast;
  std::optional<Date> as_of;
  BudgetState state = BudgetState::unknown;
  BudgetLack lack = BudgetLack::none;  ///< Only of `unknown`.
  /// What it will cost beyond what was approved, in minor units; of one that is overspent what was
  /// spent beyond, if that is more. Below zero where something is left; empty where not known.
  std::optional<Rational> beyond;
  std::optional<Rational> share;  ///< The same amount as a share of what was approved: 1 is all.
  bool is_forecast_below_spent = false;
};

/// Empty where no `budget` is on record. One dated after the as-of day does not exist yet, and says
/// so by `not_yet` without an amount.
std::optional<BudgetJudgement> judge_budget(const Of<kinds::initiative>& initiative, Date as_of);

/// How far the work has come, for sums: money of what is only proposed was given to nobody.
enum class BudgetGroup : std::uint8_t { live, proposed, over };
BudgetGroup group_of(const Of<kinds::initiative>& initiative, Date as_of);

/// Of the budgets of one group in one currency that say both what was approved and what it will
/// cost.
struct BudgetSum {
  BudgetGroup group = BudgetGroup::live;
  Currency currency;
  std::size_t budgets = 0;
  std::size_t above = 0;  ///< Of them overspent, or above what was approved.
  Rational approved = 0;  ///< Minor units, as the others.
  Rational forecast = 0;
  std::optional<Rational> spent;  ///< Empty where one of them does not say.
};
/// By group, then currency.
std::vector<BudgetSum> sums_of(const std::vector<BudgetJudgement>& budgets, Date as_of);

}  // namespace brm
