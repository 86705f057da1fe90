// Since when an outcome has gone wrong: whether its verdict on the day of each measurement was a
// bad one, newest first. On such a day nothing is stale, so that few conditions of the verdict are
// left.
#include <algorithm>

#include "assess/bounds_in_force.h"
#include "assess/correction.h"
#include "assess/gaps.h"
#include "assess/plan.h"

namespace brm {
namespace {

/// What is known of an outcome on the day of one of its measurements.
struct Known {
  const Entry* entry = nullptr;
  std::size_t met = 0;  ///< Of a hold: on this day and all before it.
};

bool counts(const Series& series, const Entry& entry) {
  switch (series.judging) {
    case Judging::reach:
      return entry.amount && entry.date > series.baseline->date;
    case Judging::hold:
      return entry.amount && bounds_in_force(series, entry).is_usable();
    case Judging::pass_fail:
      break;
  }
  return entry.met.has_value();
}

std::vector<Known> known_of(const Series& series, Date as_of) {
  std::vector<Known> out;
  std::size_t met = 0;
  for (const Entry& entry : series.entries) {
    if (entry.date > as_of) break;
    if (!counts(series, entry)) continue;
    const bool is_met = series.judging == Judging::hold &&
                        bounds_in_force(series, entry).is_met_by(entry.amount->value);
    met += is_met ? 1U : 0U;
    out.push_back({&entry, met});
  }
  return out;
}

bool meets_target(const Series& series, const Rational& value) {
  const Rational& target = series.target->amount.value;
  return series.direction == Direction::increase ? value >= target : value <= target;
}

/// Progress below the share of the plan from which on it would be at risk; negative always is.
bool is_behind(const Series& series, Date day, const Rational& value, const Policy& policy) {
  const Rational& start = series.baseline->amount.value;
  const Rational progress = (value - start) / (series.target->amount.value - start);
  return progress < policy.number<"at_risk">() * planned_on(series, day);
}

bool is_bad_way(const Series& series, const Entry& last, std::size_t points, const Policy& policy) {
  if (meets_target(series, last.amount->value)) return false;
  if (last.date > series.target->date) return true;
  if (points < static_cast<std::size_t>(policy.whole<"too_early_points">())) return false;
  const Rational planned = planned_on(series, last.date);
  if (planned <= 0 || planned < policy.number<"too_early_share">()) return false;
  return is_behind(series, last.date, last.amount->value, policy);
}

/// `known[last]` is the newest that is known.
bool is_bad_hold(const std::vector<Known>& known, std::size_t last, const Policy& policy) {
  const std::size_t judged = last + 1;
  if (judged < static_cast<std::size_t>(policy.whole<"too_early_points">())) return false;
  const auto met_before = [&](std::size_t i) { return i == 0 ? 0 : known[i - 1].met; };
  if (last > 0 && known[last].met == met_before(last - 1)) return true;
  const std::size_t window =
      std::min(judged, static_cast<std::size_t>(policy.whole<"hold_window">()));
  const std::size_t met = known[last].met - met_before(judged - window);
  return Rational(met, window) < policy.number<"hold_off_track">();
}

bool is_bad_on(const Series& series, const std::vector<Known>& known, std::size_t last,
               const Policy& policy) {
  const Entry& entry = *known[last].entry;
  switch (series.judging) {
    case Judging::reach:
      return is_bad_way(series, entry, last + 2, policy);  // and the baseline
    case Judging::hold:
      // After its last day the verdict counts all of it, and is the one that was asked about.
      return (series.until && entry.date > *series.until) || is_bad_hold(known, last, policy);
    case Judging::pass_fail:
      break;
  }
  return !*entry.met;
}

}  // namespace

bool may_have_gone_wrong(const Of<kinds::outcome>& outcome, Date as_of, const Policy& policy) {
  const auto indicator = outcome.get<"indicator">();
  if (!indicator) return false;
  std::optional<Of<kinds::measurement>> last;
  Date first_day = as_of;
  Date last_day;
  for (const auto measurement : outcome.get<"measurements">()) {
    const auto date = measurement.get<"date">();
    if (!date || date->value > as_of) continue;
    first_day = std::min(first_day, date->value);
    if (last && date->value < last_day) continue;
    last = measurement;
    last_day = date->value;
  }
  // Nothing goes wrong before it is measured.
  if (!last || as_of - first_day <= policy.whole<"correction_days">()) return false;
  const auto value = last->get<"value">();
  const bool is_plain =
      judging_of(*indicator) == Judging::reach && outcome.get<"interim">().empty();
  if (!is_plain || !value) return true;
  const Series plan = plan_of(outcome);
  if (!reach_gaps(plan).empty()) return false;
  const Rational reached = to_rational(value->value);
  if (meets_target(plan, reached)) return false;
  return as_of > plan.target->date || is_behind(plan, last_day, reached, policy);
}

Date bad_since(const Series& series, Date as_of, const Policy& policy) {
  const std::vector<Known> known = known_of(series, as_of);
  std::optional<Date> since;
  for (std::size_t i = known.size(); i > 0; --i) {
    const Date day = known[i - 1].entry->date;
    if (i < known.size() && known[i].entry->date == day) continue;  // the day's last one counts
    if (!is_bad_on(series, known, i - 1, policy)) break;
    since = day;
  }
  if (since) return *since;
  const std::optional<Date> due = series.judging == Judging::hold ? series.until : series.due;
  return due && *due < as_of ? *due + 1 : as_of;
}

}  // namespace brm
