#include "assess/series.h"

#include <algorithm>

#include "assess/gaps.h"
#include "assess/service_level.h"
#include "assess/unit_words.h"
#include "base/cadence.h"

namespace brm {
namespace {

Amount amount_of(const Decimal& number) { return {to_rational(number), number}; }

/// A share is what it says: 45 of 60 is 0.75, or 75 where the unit is percent.
std::optional<Amount> share_of(const Decimal& part, const Decimal& whole, std::string_view unit) {
  if (whole.coefficient == 0) return std::nullopt;
  Rational share = to_rational(part) / to_rational(whole);
  if (!is_percent(unit)) return Amount{std::move(share), {}, 3};
  return Amount{share * 100, {}, 1};
}

template <const Kind& K>
Bounds written_bounds(const Of<K>& target) {
  Bounds bounds;
  const auto between = target.template get<"between">();
  if (between.size() == 2) {
    bounds.lower = amount_of(between[0].value);
    bounds.upper = amount_of(between[1].value);
  }
  if (const auto lower = target.template get<"at_least">()) bounds.lower = amount_of(lower->value);
  if (const auto upper = target.template get<"at_most">()) bounds.upper = amount_of(upper->value);
  return bounds;
}

/// A plain number bounds on the side of the direction; a single bound maintains nothing.
template <const Kind& K>
Bounds bounds_of(const Of<K>& target, Direction direction) {
  Bounds bounds = written_bounds(target);
  if (const auto value = target.template get<"value">()) {
    if (direction == Direction::increase) bounds.lower = amount_of(value->value);
    if (direction == Direction::decrease) bounds.upper = amount_of(value->value);
  }
  const bool maintains = direction == Direction::maintain;
  if (maintains && !(bounds.lower && bounds.upper)) return {};
  return bounds;
}

Entry entry_of(const Of<kinds::measurement>& measurement, const Series& series) {
  Entry entry;
  entry.date = measurement.get<"date">()->value;
  entry.place = measurement.get<"date">()->span;
  if (const auto value = measurement.get<"value">()) {
    entry.amount = amount_of(value->value);
    entry.place = value->span;
  } else if (const auto part = measurement.get<"numerator">()) {
    const auto whole = measurement.get<"denominator">();
    if (whole) entry.amount = share_of(part->value, whole->value, series.unit);
    entry.place = part->span;
  }
  if (const auto met = measurement.get<"met">()) {
    entry.met = met->value;
    entry.place = met->span;
  }
  if (const auto target = measurement.get<"target">()) {
    entry.own_target = bounds_of(*target, series.direction);
  }
  return entry;
}

void add_indicator(const Of<kinds::indicator>& indicator, Series& series) {
  series.unit = indicator.text<"unit">();
  series.frequency = indicator.text<"frequency">();
  series.interval_days = read_cadence(series.frequency).value_or(0);
  series.direction = direction_of(indicator);
  series.judging = judging_of(indicator);
}

void add_target(const Of<kinds::target>& target, Series& series) {
  const auto date = target.get<"date">();
  const auto value = target.get<"value">();
  if (date) series.due = date->value;
  if (date && value) series.target = PlanPoint{date->value, amount_of(value->value)};
  series.standing = bounds_of(target, series.direction);
  if (const auto from = target.get<"from">()) series.from = from->value;
  if (const auto until = target.get<"until">()) series.until = until->value;
  series.target_place = target.item().span();
}

void add_interim(const Of<kinds::outcome>& outcome, Series& series) {
  for (const auto point : outcome.get<"interim">()) {
    const auto date = point.get<"date">();
    const auto value = point.get<"value">();
    if (!date || !value || !series.baseline || !series.target) continue;
    if (date->value <= series.baseline->date || date->value >= series.target->date) continue;
    series.interim.push_back({date->value, amount_of(value->value)});
  }
  const auto by_date = [](const PlanPoint& a, const PlanPoint& b) { return a.date < b.date; };
  std::stable_sort(series.interim.begin(), series.interim.end(), by_date);
  // Of two on one day the later written counts, as for measurements.
  const auto same_day = [](const PlanPoint& a, const PlanPoint& b) { return a.date == b.date; };
  std::reverse(series.interim.begin(), series.interim.end());
  series.interim.erase(std::unique(series.interim.begin(), series.interim.end(), same_day),
                       series.interim.end());
  std::reverse(series.interim.begin(), series.interim.end());
}

/// By date; of one day in the order they were written.
template <class Measurements>
void add_entries(const Measurements& measurements, Series& series) {
  series.entries.reserve(measurements.size());
  for (const auto measurement : measurements) {
    if (measurement.template has<"date">()) series.entries.push_back(entry_of(measurement, series));
  }
  const auto by_date = [](const Entry& a, const Entry& b) { return a.date < b.date; };
  if (!std::is_sorted(series.entries.begin(), series.entries.end(), by_date)) {
    std::stable_sort(series.entries.begin(), series.entries.end(), by_date);
  }
}

}  // namespace

std::string Amount::text() const {
  return share_digits == 0 ? to_text(written) : to_fixed(value, share_digits);
}

std::string Series::in_unit(std::string_view number) const {
  return unit.empty() ? std::string(number) : std::string(number) + " " + std::string(unit);
}

Direction direction_of(const Of<kinds::indicator>& indicator) {
  if (indicator.is<"direction", "increase">()) return Direction::increase;
  if (indicator.is<"direction", "decrease">()) return Direction::decrease;
  return indicator.is<"direction", "maintain">() ? Direction::maintain : Direction::none;
}

Judging judging_of(const Of<kinds::indicator>& indicator) {
  if (indicator.is<"kind", "pass_fail">()) return Judging::pass_fail;
  const bool maintains = direction_of(indicator) == Direction::maintain;
  return maintains || indicator.is<"kind", "hold">() ? Judging::hold : Judging::reach;
}

Series plan_of(const Of<kinds::outcome>& outcome) {
  Series series;
  series.place = outcome.place();
  series.target_place = series.place;
  if (const auto indicator = outcome.get<"indicator">()) add_indicator(*indicator, series);
  if (const auto baseline = outcome.get<"baseline">()) {
    const auto date = baseline->get<"date">();
    const auto value = baseline->get<"value">();
    if (date && value) series.baseline = PlanPoint{date->value, amount_of(value->value)};
  }
  if (const auto target = outcome.get<"target">()) add_target(*target, series);
  return series;
}

Series series_of(const Of<kinds::outcome>& outcome) {
  Series series = plan_of(outcome);
  add_interim(outcome, series);
  add_entries(outcome.get<"measurements">(), series);
  return series;
}

Series series_of(const Of<kinds::service_level>& level) {
  Series series;
  series.place = level.place();
  series.target_place = series.place;
  if (const auto indicator = level.get<"indicator">()) add_indicator(*indicator, series);
  if (series.judging != Judging::pass_fail) series.judging = Judging::hold;
  if (const auto target = level.get<"target">()) add_target(*target, series);
  add_entries(level.get<"measurements">(), series);
  return series;
}

Judgement judge_service_level(const Of<kinds::service_level>& level, Date as_of,
                              const Policy& policy) {
  return judge(series_of(level), as_of, policy);
}

}  // namespace brm
