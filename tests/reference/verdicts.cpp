// Follows verdicts.md line by line; where a line could be shorter or faster, it is left long.
#include "verdicts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>

namespace brm::reference {
namespace {

using Integer = boost::multiprecision::cpp_int;

// [+-] digits [. digits]
Rational number(const std::string& text) {
  Integer digits = 0;
  Integer scale = 1;
  bool any_digit = false;
  bool after_point = false;
  std::size_t start = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  for (std::size_t i = start; i < text.size(); ++i) {
    if (text[i] == '.' && !after_point) {
      after_point = true;
    } else if (text[i] >= '0' && text[i] <= '9') {
      any_digit = true;
      digits = digits * 10 + (text[i] - '0');
      if (after_point) scale = scale * 10;
    } else {
      throw std::invalid_argument("not a decimal: " + text);
    }
  }
  if (!any_digit) throw std::invalid_argument("not a decimal: " + text);
  if (text[0] == '-') digits = -digits;
  return Rational(digits, scale);
}

std::optional<Rational> value_of(const Entry& entry, bool unit_is_percent) {
  if (entry.value) return number(*entry.value);
  if (!entry.numerator || !entry.denominator) return std::nullopt;
  Rational denominator = number(*entry.denominator);
  if (denominator == 0) return std::nullopt;
  Rational ratio = number(*entry.numerator) / denominator;
  if (unit_is_percent) ratio = ratio * 100;
  return ratio;
}

// What exists on the as-of day, oldest first; on one day, in file order.
std::vector<Entry> existing(const Series& series, int as_of) {
  std::vector<Entry> entries;
  for (const Entry& entry : series.measurements) {
    if (entry.day <= as_of) entries.push_back(entry);
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.day < b.day; });
  return entries;
}

bool is_stale(int last_day, int as_of, int frequency_days, const Policy& policy) {
  int age = as_of - last_day;
  if (frequency_days == 0) return age > policy.no_frequency_stale_days;
  Rational allowed = policy.stale_factor * frequency_days;
  return Rational(age) > allowed;
}

std::string grade_by_count(int count, const Policy& policy) {
  if (count < policy.weak_points) return "weak";
  if (count < policy.good_points) return "fair";
  return "good";
}

// ---- reach ----

struct Reading {
  int day;
  Rational value;
};

bool has_a_way_to_go(const Series& series) {
  if (!series.baseline || !series.target || !series.has_unit) return false;
  if (series.direction != "increase" && series.direction != "decrease") return false;
  const Rational way = number(series.target->value) - number(series.baseline->value);
  return series.direction == "increase" ? way > 0 : way < 0;
}

// The baseline first, then every value dated after it.
std::vector<Reading> reach_points(const Series& series, int as_of) {
  std::vector<Reading> points;
  points.push_back({series.baseline->day, number(series.baseline->value)});
  for (const Entry& entry : existing(series, as_of)) {
    std::optional<Rational> value = value_of(entry, series.unit_is_percent);
    if (value && entry.day > series.baseline->day) points.push_back({entry.day, *value});
  }
  return points;
}

// How much of the way from baseline to target this value is.
Rational share_of_way(const Series& series, const Rational& value) {
  Rational b = number(series.baseline->value);
  Rational g = number(series.target->value);
  return (value - b) / (g - b);
}

// Day to value: baseline, usable interim targets (of two on one day the later written), target.
std::map<int, Rational> planned_points(const Series& series) {
  std::map<int, Rational> plan;
  for (const Point& point : series.interim) {
    if (point.day <= series.baseline->day || point.day >= series.target->day) continue;
    plan[point.day] = number(point.value);
  }
  plan[series.baseline->day] = number(series.baseline->value);
  plan[series.target->day] = number(series.target->value);
  return plan;
}

// q at a day after the baseline.
Rational planned_share(const Series& series, int day) {
  if (day >= series.target->day) return 1;
  std::map<int, Rational> plan = planned_points(series);
  auto right = plan.upper_bound(day);  // exists: the day is before the target's
  auto left = std::prev(right);        // exists: the day is after the baseline's
  Rational along = Rational(day - left->first) / Rational(right->first - left->first);
  Rational value = left->second + (right->second - left->second) * along;
  return share_of_way(series, value);
}

bool meets_target(const Series& series, const Rational& value) {
  Rational g = number(series.target->value);
  return series.direction == "increase" ? value >= g : value <= g;
}

// From the first day of the unbroken run of meeting measurements at the end.
int days_late(const Series& series, const std::vector<Reading>& points) {
  std::size_t first = points.size();
  while (first > 1 && meets_target(series, points[first - 1].value)) --first;
  return std::max(0, points[first].day - series.target->day);
}

// Every pairwise slope per day over the last points, positive towards the target, sorted.
std::vector<Rational> slopes(const Series& series, const std::vector<Reading>& points, int window) {
  int count = static_cast<int>(points.size());
  std::vector<Rational> all;
  for (int i = std::max(0, count - window); i < count; ++i) {
    for (int j = i + 1; j < count; ++j) {
      const Reading& early = points[static_cast<std::size_t>(i)];
      const Reading& late = points[static_cast<std::size_t>(j)];
      if (early.day == late.day) continue;
      Rational slope = (late.value - early.value) / Rational(late.day - early.day);
      if (series.direction == "decrease") slope = -slope;
      all.push_back(slope);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

// Whole days, rounded up; for a positive number.
Integer round_up(const Rational& x) {
  Integer top = boost::multiprecision::numerator(x);
  Integer bottom = boost::multiprecision::denominator(x);
  Integer whole = top / bottom;
  if (whole * bottom != top) whole = whole + 1;
  return whole;
}

bool even_the_fast_end_is_late(const Series& series, const std::vector<Reading>& points,
                               const Policy& policy) {
  if (static_cast<int>(points.size()) < policy.weak_points) return false;
  std::vector<Rational> all = slopes(series, points, policy.slope_window);
  if (all.empty()) return false;
  std::size_t rank = (9 * all.size() + 9) / 10;  // ceil(0.9 m), counted from 1
  Rational fast = all[rank - 1];
  if (fast <= 0) return true;
  Rational left = number(series.target->value) - points.back().value;
  if (series.direction == "decrease") left = -left;
  Rational days = left / fast;
  Integer arrival = points.back().day + round_up(days);
  return arrival > series.target->day;
}

std::string reach_verdict(const Series& series, int as_of, const std::vector<Reading>& points,
                          const Rational& p, const Rational& q, const Policy& policy) {
  const Reading& last = points.back();
  int due = series.target->day;
  if (meets_target(series, last.value)) return "achieved";
  if (as_of > due && last.day >= due) return "missed";
  if (as_of > due) return "undetermined";
  if (is_stale(last.day, as_of, series.frequency_days, policy)) return "stale";
  if (static_cast<int>(points.size()) < policy.too_early_points) return "too_early";
  if (q < policy.too_early_q) return "too_early";
  if (q <= 0) return "too_early";  // only under another policy: nothing planned yet, so no pace
  if (p < 0) return "worsening";
  Rational pace = p / q;
  if (pace < policy.at_risk) return "off_track";
  if (pace < policy.on_track) return "at_risk";
  return even_the_fast_end_is_late(series, points, policy) ? "at_risk" : "on_track";
}

Judgement judge_reach(const Series& series, int as_of, const Policy& policy) {
  Judgement result;
  result.verdict = "no_target";
  if (!has_a_way_to_go(series)) return result;
  std::vector<Reading> points = reach_points(series, as_of);
  result.verdict = "unmeasured";
  if (points.size() == 1) return result;

  Rational p = share_of_way(series, points.back().value);
  Rational q = planned_share(series, points.back().day);
  result.verdict = reach_verdict(series, as_of, points, p, q, policy);
  result.grade = grade_by_count(static_cast<int>(points.size()), policy);
  if (q < policy.weak_q) result.grade = "weak";
  result.p = p;
  result.q = q;
  if (q > 0) result.pace = Rational(p / q);
  if (result.verdict == "achieved") result.days_late = days_late(series, points);
  return result;
}

// ---- hold ----

struct Limits {
  std::vector<Rational> lower;
  std::vector<Rational> upper;
};

// Nothing when the bounds, as written, bind nothing in this direction.
std::optional<Limits> limits_of(const std::optional<Bounds>& bounds, const std::string& direction) {
  if (!bounds) return std::nullopt;
  Limits limits;
  if (bounds->at_least) limits.lower.push_back(number(*bounds->at_least));
  if (bounds->at_most) limits.upper.push_back(number(*bounds->at_most));
  if (bounds->between) limits.lower.push_back(number(bounds->between->first));
  if (bounds->between) limits.upper.push_back(number(bounds->between->second));
  if (bounds->single && direction == "increase") limits.lower.push_back(number(*bounds->single));
  if (bounds->single && direction == "decrease") limits.upper.push_back(number(*bounds->single));
  if (limits.lower.empty() && limits.upper.empty()) return std::nullopt;
  bool both_sides = !limits.lower.empty() && !limits.upper.empty();
  if (direction == "maintain" && !both_sides) return std::nullopt;
  return limits;
}

bool is_within(const Rational& value, const Limits& limits) {
  for (const Rational& low : limits.lower) {
    if (value < low) return false;
  }
  for (const Rational& high : limits.upper) {
    if (value > high) return false;
  }
  return true;
}

// The entry's own target, else the standing one on the days it is in force.
std::optional<Limits> limits_in_force(const Series& series, const Entry& entry) {
  std::optional<Limits> own = limits_of(entry.target, series.direction);
  if (own) return own;
  if (series.from && entry.day < *series.from) return std::nullopt;
  if (series.until && entry.day > *series.until) return std::nullopt;
  return limits_of(series.standing, series.direction);
}

int count_met(const std::vector<bool>& outcomes) {
  return static_cast<int>(std::count(outcomes.begin(), outcomes.end(), true));
}

// The lines from `stale` down, once something was judged and `until` has not passed.
std::string running_hold_verdict(const std::vector<bool>& judged, const std::vector<bool>& window,
                                 bool stale, const Policy& policy) {
  if (stale) return "stale";
  if (static_cast<int>(judged.size()) < policy.too_early_points) return "too_early";
  Rational r = Rational(count_met(window)) / Rational(window.size());
  bool last_met = judged.back();
  bool one_before_met = judged.size() < 2 || judged[judged.size() - 2];
  if (!last_met && !one_before_met) return "off_track";
  if (r < policy.hold_off_track) return "off_track";
  if (last_met && r >= policy.hold_on_track) return "on_track";
  return "at_risk";
}

Judgement judge_hold(const Series& series, int as_of, const Policy& policy) {
  Judgement result;
  result.verdict = "no_target";
  if (series.direction.empty()) return result;

  bool any_target = limits_of(series.standing, series.direction).has_value();
  std::optional<int> newest_value_day;
  std::vector<bool> judged;  // oldest first: met or not
  for (const Entry& entry : existing(series, as_of)) {
    if (limits_of(entry.target, series.direction)) any_target = true;
    std::optional<Rational> value = value_of(entry, series.unit_is_percent);
    if (!value) continue;
    newest_value_day = entry.day;
    std::optional<Limits> limits = limits_in_force(series, entry);
    if (limits) judged.push_back(is_within(*value, *limits));
  }
  if (!any_target) return result;
  if (newest_value_day && judged.empty()) return result;
  result.verdict = "unmeasured";
  if (!newest_value_day) return result;

  bool is_over = series.until && as_of > *series.until;
  std::vector<bool> window = judged;
  while (!is_over && static_cast<int>(window.size()) > policy.hold_window) {
    window.erase(window.begin());
  }
  result.judged = static_cast<int>(window.size());
  result.met = count_met(window);
  result.grade = grade_by_count(static_cast<int>(judged.size()), policy);
  if (is_over) {
    Rational r = Rational(result.met) / Rational(result.judged);
    result.verdict = r >= policy.hold_on_track ? "achieved" : "missed";
    return result;
  }
  bool stale = is_stale(*newest_value_day, as_of, series.frequency_days, policy);
  result.verdict = running_hold_verdict(judged, window, stale, policy);
  return result;
}

// ---- pass_fail ----

Judgement judge_pass_fail(const Series& series, int as_of, const Policy& policy) {
  Judgement result;
  result.verdict = "unmeasured";
  std::vector<bool> answers;
  for (const Entry& entry : existing(series, as_of)) {
    if (entry.met) answers.push_back(*entry.met);
  }
  if (answers.empty()) return result;
  result.grade = grade_by_count(static_cast<int>(answers.size()), policy);
  bool due_is_ahead = series.due && as_of <= *series.due;
  if (answers.back()) {
    result.verdict = "achieved";
  } else {
    result.verdict = due_is_ahead ? "off_track" : "missed";
  }
  return result;
}

// ---- initiatives ----

bool is_one_of(const std::string& word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Null when nothing was rated yet; of two on the latest day the later written.
const Rating* last_rating(const std::vector<Rating>& ratings, int as_of) {
  const Rating* last = nullptr;
  for (const Rating& rating : ratings) {
    if (rating.day <= as_of && (!last || rating.day >= last->day)) last = &rating;
  }
  return last;
}

}  // namespace

Judgement judge(const Series& series, int as_of, const Policy& policy) {
  if (series.kind == "hold" || (series.direction == "maintain" && series.kind != "pass_fail")) {
    return judge_hold(series, as_of, policy);
  }
  if (series.kind == "pass_fail") return judge_pass_fail(series, as_of, policy);
  return judge_reach(series, as_of, policy);
}

InitiativeJudgement judge_initiative(const std::vector<std::string>& outcome_verdicts,
                                     const std::vector<Rating>& ratings, int as_of,
                                     const Policy& policy) {
  const std::vector<std::string> worst_first = {
      "missed",     "off_track", "worsening", "undetermined", "at_risk", "stale",
      "unmeasured", "no_target", "too_early", "on_track",     "achieved"};
  const std::vector<std::string> judged_words = {"achieved", "missed",    "on_track",
                                                 "at_risk",  "off_track", "worsening"};
  InitiativeJudgement result;
  std::size_t worst = worst_first.size();
  std::size_t judged = 0;
  bool any_bad = false;
  bool all_judged_well = true;
  for (const std::string& verdict : outcome_verdicts) {
    auto place = std::find(worst_first.begin(), worst_first.end(), verdict);
    if (place == worst_first.end()) throw std::invalid_argument("not a verdict: " + verdict);
    worst = std::min(worst, static_cast<std::size_t>(place - worst_first.begin()));
    if (is_one_of(verdict, {"missed", "off_track", "worsening"})) any_bad = true;
    if (!is_one_of(verdict, judged_words)) continue;
    ++judged;
    if (!is_one_of(verdict, {"on_track", "achieved"})) all_judged_well = false;
  }
  result.status = outcome_verdicts.empty() ? "no_outcome" : worst_first[worst];
  result.evidenced = !outcome_verdicts.empty() && judged * 2 >= outcome_verdicts.size();

  const Rating* last = last_rating(ratings, as_of);
  if (!last) return result;
  bool rag = last->scale == "rag";
  bool cio = last->scale == "cio_1_5";
  bool green = (rag && last->rating == "green") || (cio && is_one_of(last->rating, {"4", "5"}));
  bool red = (rag && last->rating == "red") || (cio && is_one_of(last->rating, {"1", "2"}));
  result.watermelon = green && any_bad;
  result.avocado = red && judged > 0 && all_judged_well;
  result.unsupported_green = green && !result.evidenced;
  result.stale_rating = as_of - last->day > policy.rating_days;
  return result;
}

}  // namespace brm::reference
