#include "assess/value.h"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

#include "model/status.h"

namespace brm {
namespace {

constexpr int whole = 100;  // percent
constexpr std::array<std::string_view, 3> summed{"savings", "cost_avoidance", "revenue"};

/// The sums by name and currency.
class Sums {
 public:
  /// Adds `part` of the outcome's amounts in each of its currencies.
  void add(std::string_view name, const OutcomeValue& value, const Rational& part) {
    std::map<Currency, bool> seen;
    if (value.expected) {
      ValueSum& sum = of(name, value, value.expected->currency, seen);
      const Rational amount = part * value.expected->minor;
      if (value.standing == Standing::promised) sum.expected += amount;
      if (value.standing == Standing::proposed) sum.proposed += amount;
      if (value.standing == Standing::given_up) sum.given_up += amount;
    }
    for (const auto& [currency, realized] : value.realized) {
      ValueSum& sum = of(name, value, currency, seen);
      const bool is_over = value.standing == Standing::given_up;
      (is_over ? sum.realized_before_stop : sum.realized) += part * realized;
    }
  }

  std::vector<ValueSum> take() && {
    std::vector<ValueSum> out;
    for (auto& [key, sum] : sums_) out.push_back(std::move(sum));
    std::stable_sort(out.begin(), out.end(), [](const ValueSum& a, const ValueSum& b) {
      if (a.currency != b.currency) return a.currency < b.currency;
      return std::tie(a.expected, a.realized) > std::tie(b.expected, b.realized);
    });
    return out;
  }

 private:
  ValueSum& of(std::string_view name, const OutcomeValue& value, Currency currency,
               std::map<Currency, bool>& seen) {
    ValueSum& sum = sums_[{name, currency}];
    sum.name = name;
    sum.currency = currency;
    const bool is_new = seen.emplace(currency, true).second;
    if (is_new && value.standing == Standing::promised) ++sum.outcomes;
    return sum;
  }

  std::map<std::pair<std::string_view, Currency>, ValueSum> sums_;
};

/// Each of the values that may be summed, told to `add`.
std::vector<ValueSum> sum_up(const std::vector<OutcomeValue>& values,
                             const std::function<void(const OutcomeValue&, Sums&)>& add) {
  Sums sums;
  for (const OutcomeValue& value : values) {
    if (value.is_summed()) add(value, sums);
  }
  return std::move(sums).take();
}

void add_realized(const Of<kinds::value>& value, Date as_of, OutcomeValue& out) {
  for (const auto entry : value.get<"realized">()) {
    const auto date = entry.get<"date">();
    const auto amount = entry.get<"amount">();
    if (!date || !amount) continue;
    if (date->value > as_of) {
      ++out.later;
      continue;
    }
    out.realized[amount->value.currency] += Rational(amount->value.minor);
  }
}

OutcomeValue value_of(const Assessment& assessed, const Item& item) {
  OutcomeValue out;
  out.outcome = &item;
  out.judgement = &assessed.outcome(item);
  out.standing = standing_of(Of<kinds::initiative>(item.record()), assessed.as_of());
  const auto value = Of<kinds::outcome>(item).get<"value">();
  if (!value) return out;
  out.kind = value->text<"kind">();
  if (const auto expected = value->get<"expected">()) out.expected = expected->value;
  add_realized(*value, assessed.as_of(), out);
  const bool is_bad = words_of(out.judgement->verdict).mood == Mood::bad;
  out.has_realized = std::any_of(out.realized.begin(), out.realized.end(),
                                 [](const auto& each) { return each.second > Rational(0); });
  out.is_claimed_against_evidence = is_bad && out.has_realized;
  const bool is_promised =
      out.standing == Standing::promised && out.expected && out.expected->minor > 0;
  out.is_at_stake = is_bad && is_promised && !out.has_realized;
  const auto due = out.judgement->due;
  out.is_overdue = is_promised && due && *due < assessed.as_of() && !out.has_realized;
  return out;
}

/// Unit and direction, and what one outcome adds to them.
void add_moved(const Assessment& assessed, const Series& series, MovedSum& sum) {
  const Entry* last = nullptr;
  for (const Entry& entry : series.entries) {
    const bool exists = entry.date <= assessed.as_of() && entry.date > series.baseline->date;
    if (exists && entry.amount) last = &entry;
  }
  if (last == nullptr) {
    ++sum.unmeasured;
    return;
  }
  const Rational& from = series.baseline->amount.value;
  const int sign = series.direction == Direction::decrease ? -1 : 1;
  ++sum.outcomes;
  sum.to_move += (series.target->amount.value - from) * sign;
  sum.moved += (last->amount->value - from) * sign;
}

}  // namespace

bool is_summed(std::string_view value_kind) {
  return std::find(summed.begin(), summed.end(), value_kind) != summed.end();
}

Standing standing_of(const Of<kinds::initiative>& initiative, Date as_of) {
  if (is_stopped(initiative, as_of)) return Standing::given_up;
  return initiative.is<"status", "proposed">() ? Standing::proposed : Standing::promised;
}

std::vector<OutcomeValue> outcome_values(const Assessment& assessed,
                                         const std::vector<const Item*>& outcomes) {
  std::vector<OutcomeValue> out;
  for (const Item* item : outcomes) {
    const Of<kinds::outcome> outcome(*item);
    if (!outcome.has<"value">() && outcome.get<"disbenefits">().empty()) continue;
    out.push_back(value_of(assessed, *item));
  }
  return out;
}

std::vector<ValueSum> value_in_all(const std::vector<OutcomeValue>& values) {
  return sum_up(values, [](const OutcomeValue& value, Sums& sums) { sums.add("", value, 1); });
}

std::vector<ValueSum> value_by_kind(const std::vector<OutcomeValue>& values) {
  return sum_up(values,
                [](const OutcomeValue& value, Sums& sums) { sums.add(value.kind, value, 1); });
}

std::vector<ValueSum> value_by_party(const std::vector<OutcomeValue>& values) {
  return sum_up(values, [](const OutcomeValue& value, Sums& sums) {
    Rational left = 1;
    for (const auto share : Of<kinds::outcome>(*value.outcome).get<"value_shares">()) {
      const auto percent = share.get<"percent">();
      const std::string_view party = share.text<"relationship">();
      if (!percent || party.empty()) continue;
      const Rational part = to_rational(percent->value) / whole;
      sums.add(party, value, part);
      left -= part;
    }
    if (left > Rational(0)) sums.add("", value, left);
  });
}

std::vector<ValueSum> value_by_goal(const std::vector<OutcomeValue>& values) {
  return sum_up(values, [](const OutcomeValue& value, Sums& sums) {
    std::vector<std::string_view> goals;
    const auto collect = [&](const auto& listed) {
      for (const auto goal : listed) goals.push_back(goal.value);
    };
    collect(Of<kinds::outcome>(*value.outcome).get<"goals">());
    if (goals.empty()) {
      collect(Of<kinds::initiative>(value.outcome->record()).get<"goals">());
    }
    if (goals.empty()) goals.emplace_back();
    for (const std::string_view goal : goals) sums.add(goal, value, 1);
  });
}

std::vector<MovedSum> moved_sums(const Assessment& assessed,
                                 const std::vector<const Item*>& outcomes) {
  std::map<std::pair<std::string_view, Direction>, MovedSum> sums;
  for (const Item* item : outcomes) {
    const Of<kinds::outcome> outcome(*item);
    const auto indicator = outcome.get<"indicator">();
    const auto may = indicator ? indicator->get<"may_be_summed">() : std::nullopt;
    if (!may || !may->value) continue;
    const Series series = series_of(outcome);
    if (series.judging != Judging::reach || !series.baseline || !series.target) continue;
    if (series.direction == Direction::none) continue;
    MovedSum& sum = sums[{series.unit, series.direction}];
    sum.unit = series.unit;
    sum.direction = series.direction;
    add_moved(assessed, series, sum);
  }
  std::vector<MovedSum> out;
  for (auto& [key, sum] : sums) out.push_back(std::move(sum));
  return out;
}

}  // namespace brm
