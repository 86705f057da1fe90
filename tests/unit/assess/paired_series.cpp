#include "unit/assess/paired_series.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace brm::test {
namespace {

using reference::Point;

Decimal decimal_of(const std::string& text) {
  const DecimalReading reading = read_decimal(text);
  if (reading.fault != NumberFault::none) throw std::invalid_argument(text);
  return reading.number;
}
Rational rational_of(const std::string& text) { return to_rational(decimal_of(text)); }
Amount amount_of(const std::string& text) { return {rational_of(text), decimal_of(text)}; }
PlanPoint plan_point(const Point& point) { return {Date{point.day}, amount_of(point.value)}; }

void raise(Bounds& bounds, const std::string& text) {
  const Amount amount = amount_of(text);
  if (!bounds.lower || amount.value > bounds.lower->value) bounds.lower = amount;
}
void lower(Bounds& bounds, const std::string& text) {
  const Amount amount = amount_of(text);
  if (!bounds.upper || amount.value < bounds.upper->value) bounds.upper = amount;
}

Bounds judged_bounds(const std::optional<reference::Bounds>& written, Direction direction) {
  Bounds bounds;
  if (!written) return bounds;
  if (written->at_least) raise(bounds, *written->at_least);
  if (written->at_most) lower(bounds, *written->at_most);
  if (written->between) raise(bounds, written->between->first);
  if (written->between) lower(bounds, written->between->second);
  if (written->single && direction == Direction::increase) raise(bounds, *written->single);
  if (written->single && direction == Direction::decrease) lower(bounds, *written->single);
  const bool is_half = !bounds.lower || !bounds.upper;
  return direction == Direction::maintain && is_half ? Bounds{} : bounds;
}

Entry judged_entry(const reference::Entry& written, bool is_percent, Direction direction) {
  Entry entry;
  entry.date = Date{written.day};
  entry.met = written.met;
  entry.own_target = judged_bounds(written.target, direction);
  if (written.value) {
    entry.amount = amount_of(*written.value);
  } else if (written.numerator && written.denominator && rational_of(*written.denominator) != 0) {
    Rational share = rational_of(*written.numerator) / rational_of(*written.denominator);
    if (is_percent) share *= 100;
    entry.amount = Amount{share, {}, 1};
  }
  return entry;
}

Direction direction_of(const std::string& word) {
  if (word == "increase") return Direction::increase;
  if (word == "decrease") return Direction::decrease;
  return word == "maintain" ? Direction::maintain : Direction::none;
}

Judging judging_of(const reference::Series& plain) {
  if (plain.kind == "pass_fail") return Judging::pass_fail;
  return plain.kind == "hold" || plain.direction == "maintain" ? Judging::hold : Judging::reach;
}

/// Between baseline and target, by date; of two on one day the later written.
std::vector<PlanPoint> judged_interim(const reference::Series& plain) {
  std::vector<PlanPoint> points;
  if (!plain.baseline || !plain.target) return points;
  for (int day = plain.baseline->day + 1; day < plain.target->day; ++day) {
    const Point* last = nullptr;
    for (const Point& point : plain.interim) {
      if (point.day == day) last = &point;
    }
    if (last != nullptr) points.push_back(plan_point(*last));
  }
  return points;
}

// ---- YAML ----

std::string date_text(int day) { return to_text(Date{day}); }
std::string point_text(const Point& point) {
  return fmt::format("{{date: {}, value: {}}}", date_text(point.day), point.value);
}

std::vector<std::string> bound_fields(const reference::Bounds& bounds) {
  std::vector<std::string> fields;
  if (bounds.single) fields.push_back("value: " + *bounds.single);
  if (bounds.at_least) fields.push_back("at_least: " + *bounds.at_least);
  if (bounds.at_most) fields.push_back("at_most: " + *bounds.at_most);
  if (bounds.between) {
    const auto& [low, high] = *bounds.between;
    fields.push_back(fmt::format("between: [{}, {}]", low, high));
  }
  return fields;
}

std::string braced(const std::vector<std::string>& fields) {
  return fmt::format("{{{}}}", fmt::join(fields, ", "));
}

std::string entry_text(const reference::Entry& entry) {
  std::vector<std::string> fields{"date: " + date_text(entry.day)};
  if (entry.value) fields.push_back("value: " + *entry.value);
  if (entry.numerator) fields.push_back("numerator: " + *entry.numerator);
  if (entry.denominator) fields.push_back("denominator: " + *entry.denominator);
  if (entry.met) fields.push_back(std::string("met: ") + (*entry.met ? "true" : "false"));
  if (entry.target) {
    const bool is_single = entry.target->single.has_value() && entry.day % 2 == 0;
    fields.push_back("target: " +
                     (is_single ? *entry.target->single : braced(bound_fields(*entry.target))));
  }
  return braced(fields);
}

std::string indicator_text(const PairedSeries& series) {
  const reference::Series& plain = series.plain;
  std::vector<std::string> fields{"measure: m"};
  if (plain.has_unit) fields.push_back(plain.unit_is_percent ? "unit: percent" : "unit: calls");
  if (!plain.direction.empty()) fields.push_back("direction: " + plain.direction);
  if (!plain.kind.empty()) fields.push_back("kind: " + plain.kind);
  if (!series.frequency.empty()) fields.push_back("frequency: " + series.frequency);
  return braced(fields);
}

std::vector<std::string> target_fields(const reference::Series& plain) {
  std::vector<std::string> fields;
  if (plain.target)
    return {"date: " + date_text(plain.target->day), "value: " + plain.target->value};
  if (plain.standing) fields = bound_fields(*plain.standing);
  if (plain.due) fields.push_back("date: " + date_text(*plain.due));
  if (plain.from) fields.push_back("from: " + date_text(*plain.from));
  if (plain.until) fields.push_back("until: " + date_text(*plain.until));
  return fields;
}

}  // namespace

Series to_judged_form(const PairedSeries& paired) {
  const reference::Series& plain = paired.plain;
  Series series;
  series.judging = judging_of(plain);
  series.direction = direction_of(plain.direction);
  if (plain.has_unit) series.unit = plain.unit_is_percent ? "percent" : "calls";
  series.interval_days = plain.frequency_days;
  series.frequency = paired.frequency;
  if (plain.baseline) series.baseline = plan_point(*plain.baseline);
  if (plain.target) series.target = plan_point(*plain.target);
  if (plain.target) series.due = series.target->date;
  series.interim = judged_interim(plain);
  series.standing = judged_bounds(plain.standing, series.direction);
  if (plain.from) series.from = Date{*plain.from};
  if (plain.until) series.until = Date{*plain.until};
  if (plain.due) series.due = Date{*plain.due};
  for (const reference::Entry& entry : plain.measurements) {
    series.entries.push_back(judged_entry(entry, plain.unit_is_percent, series.direction));
  }
  std::stable_sort(series.entries.begin(), series.entries.end(),
                   [](const Entry& a, const Entry& b) { return a.date < b.date; });
  return series;
}

std::string to_yaml(const PairedSeries& series) {
  const reference::Series& plain = series.plain;
  std::string text = "    indicator: " + indicator_text(series) + "\n";
  if (plain.baseline) text += "    baseline: " + point_text(*plain.baseline) + "\n";
  const std::vector<std::string> target = target_fields(plain);
  if (!target.empty()) text += "    target: " + braced(target) + "\n";
  if (!plain.interim.empty()) text += "    interim:\n";
  for (const Point& point : plain.interim) text += "      - " + point_text(point) + "\n";
  if (!plain.measurements.empty()) text += "    measurements:\n";
  for (const auto& entry : plain.measurements) text += "      - " + entry_text(entry) + "\n";
  return text;
}

}  // namespace brm::test
