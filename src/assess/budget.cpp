#include "assess/budget.h"

#include <algorithm>
#include <map>

#include "model/status.h"

namespace brm {
namespace {

using Initiative = Of<kinds::initiative>;

std::optional<Money> amount_of(const std::optional<Located<Money>>& amount) {
  return amount ? std::optional(amount->value) : std::nullopt;
}

bool exceeds(const std::optional<Money>& amount, const Money& approved) {
  return amount && amount->currency == approved.currency && amount->minor > approved.minor;
}

/// Once `approved` is known: what of the other two may be held against it.
void compare(BudgetJudgement& budget) {
  const Money& approved = *budget.approved;
  const auto is_alike = [&](const std::optional<Money>& amount) {
    return amount && amount->currency == approved.currency;
  };
  std::optional<Money> cost = is_alike(budget.forecast) ? budget.forecast : std::nullopt;
  if (exceeds(budget.spent, approved)) {
    budget.state = BudgetState::overspent;
    if (!cost || cost->minor < budget.spent->minor) cost = budget.spent;
  } else if (exceeds(cost, approved)) {
    budget.state = BudgetState::above;
  } else if (cost) {
    budget.state = BudgetState::within;
  } else {
    budget.lack = budget.forecast ? BudgetLack::currencies : BudgetLack::forecast;
  }
  if (!cost) return;
  budget.beyond = Rational(cost->minor) - Rational(approved.minor);
  if (approved.minor > 0) budget.share = Rational(cost->minor, approved.minor);
}

}  // namespace

std::string_view to_text(BudgetState state) {
  constexpr std::string_view names[] = {"overspent", "above", "unknown", "within"};
  return names[static_cast<std::size_t>(state)];
}

std::optional<BudgetJudgement> judge_budget(const Initiative& initiative, Date as_of) {
  const auto written = initiative.get<"budget">();
  if (!written) return std::nullopt;
  BudgetJudgement out;
  out.initiative = &initiative.item();
  if (const auto date = written->get<"as_of">()) out.as_of = date->value;
  if (out.as_of && *out.as_of > as_of) {
    out.lack = BudgetLack::not_yet;
    return out;
  }
  out.approved = amount_of(written->get<"approved">());
  out.spent = amount_of(written->get<"spent">());
  out.forecast = amount_of(written->get<"forecast">());
  out.is_forecast_below_spent = out.spent && out.forecast &&
                                out.spent->currency == out.forecast->currency &&
                                out.forecast->minor < out.spent->minor;
  if (out.approved) {
    compare(out);
  } else {
    out.lack = BudgetLack::approved;
  }
  return out;
}

BudgetGroup group_of(const Initiative& initiative, Date as_of) {
  if (is_over(initiative, as_of)) return BudgetGroup::over;
  return initiative.is<"status", "proposed">() ? BudgetGroup::proposed : BudgetGroup::live;
}

std::vector<BudgetSum> sums_of(const std::vector<BudgetJudgement>& budgets, Date as_of) {
  std::map<std::pair<BudgetGroup, Currency>, BudgetSum> sums;
  for (const BudgetJudgement& budget : budgets) {
    const bool is_comparable = budget.approved && budget.forecast &&
                               budget.approved->currency == budget.forecast->currency;
    if (!is_comparable) continue;
    const Currency currency = budget.approved->currency;
    const BudgetGroup group = group_of(Initiative(*budget.initiative), as_of);
    BudgetSum& sum =
        sums.try_emplace({group, currency}, BudgetSum{group, currency, 0, 0, 0, 0, Rational(0)})
            .first->second;
    ++sum.budgets;
    sum.above += budget.state == BudgetState::above || budget.state == BudgetState::overspent;
    sum.approved += budget.approved->minor;
    sum.forecast += budget.forecast->minor;
    if (!budget.spent || budget.spent->currency != currency) {
      sum.spent.reset();
    } else if (sum.spent) {
      *sum.spent += budget.spent->minor;
    }
  }
  std::vector<BudgetSum> out;
  for (auto& [key, sum] : sums) out.push_back(sum);
  return out;
}

}  // namespace brm
