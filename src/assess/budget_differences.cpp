// Money of an initiative that is another than before, and the value that its outcomes are to bring.
#include <fmt/format.h>

#include "assess/difference_parts.h"
#include "assess/risk_level.h"
#include "model/initiative_fields.h"

namespace brm {
namespace {

std::optional<Located<Money>> amount_in(const Item* item, std::string_view part,
                                        std::string_view name) {
  const Value* inner = item == nullptr ? nullptr : item->find(part);
  if (inner == nullptr) return std::nullopt;
  const Value* amount = inner->item->find(name);
  if (amount == nullptr) return std::nullopt;
  return Located<Money>{amount->as_money(), inner->item->span_of(*amount)};
}

/// What more of it is to the office.
struct Amount {
  std::string_view part;
  std::string_view name;
  Turn of_more = Turn::neutral;
  Turn of_less = Turn::neutral;
};

void add_amount(const Counterparts& pair, const Amount& amount, std::string what,
                Differences& out) {
  const auto from = amount_in(pair.before, amount.part, amount.name);
  const auto to = amount_in(pair.after, amount.part, amount.name);
  Difference difference = difference_of(DifferenceKind::budget, pair);
  if (from) difference.from = amount_words(from->value);
  if (to) difference.to = amount_words(to->value);
  if (difference.from == difference.to) return;
  difference.what = std::move(what);
  difference.event = from ? (to ? "changed" : "removed") : "set";
  if (to) difference.place = to->span;
  if (from && to && from->value.currency == to->value.currency) {
    const bool is_more = from->value.minor < to->value.minor;
    difference.event = is_more ? "raised" : "lowered";
    difference.turn = is_more ? amount.of_more : amount.of_less;
  }
  out.push_back(std::move(difference));
}

/// `above the approved USD 4,200,000`
void add_overrun(const Item& initiative, Differences& out) {
  const auto approved = amount_in(&initiative, "budget", "approved");
  const auto forecast = amount_in(&initiative, "budget", "forecast");
  const bool is_comparable =
      approved && forecast && approved->value.currency == forecast->value.currency;
  if (!is_comparable || forecast->value.minor <= approved->value.minor) return;
  out.back().note = "above the approved " + amount_words(approved->value);
}

}  // namespace

void add_budgets(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both() || pair.before == pair.after) return;
  if (pair.any().kind != &kinds::initiative) return;
  add_amount(pair, {"budget", "approved"}, "approved budget", out);
  const std::size_t before = out.size();
  add_amount(pair, {"budget", "forecast", Turn::worse, Turn::better}, "forecast of the cost", out);
  if (out.size() > before) add_overrun(*pair.after, out);
  add_amount(pair, {"budget", "spent"}, "money spent", out);
  for (const Counterparts& outcome : outcome_counterparts(states, pair)) {
    if (!outcome.is_in_both()) continue;
    add_amount(outcome, {"value", "expected", Turn::neutral, Turn::worse}, "expected value", out);
  }
}

}  // namespace brm
