#include <fmt/format.h>

#include "assess/gaps.h"
#include "assess/plan.h"
#include "assess/slopes.h"
#include "assess/unit_words.h"
#include "base/spelling.h"

namespace brm {
namespace {

/// Days of a month, for "a month": 365.25 / 12.
const Rational month_days(487, 16);

/// `31.5` as `31.5 %`: a share in percent with one decimal.
std::string in_percent(const Rational& share) { return to_fixed(share * 100, 1) + " %"; }

class ReachJudge {
 public:
  ReachJudge(const Series& series, Date as_of, const Policy& policy)
      : series_(series), as_of_(as_of), policy_(policy) {}

  Judgement judge() {
    out_.due = series_.due;
    out_.proof = series_.target_place;
    out_.gaps = reach_gaps(series_);
    if (!out_.gaps.empty()) {
      say(Verdict::no_target, gap_words());
      return std::move(out_);
    }
    collect();
    if (points_.size() < 2) {
      const PlanPoint& baseline = *series_.baseline;
      out_.proof = series_.place;
      say(Verdict::unmeasured,
          fmt::format("nothing measured since the baseline of {} on {}",
                      series_.in_unit(baseline.amount.text()), to_text(baseline.date)));
      return std::move(out_);
    }
    measure();
    choose();
    return std::move(out_);
  }

 private:
  void say(Verdict verdict, std::string reason) {
    out_.verdict = verdict;
    out_.reason = std::move(reason);
  }

  std::string gap_words() const {
    if (out_.gaps.front() == Gap::target_is_baseline) {
      return "the target is the baseline: nothing is to change";
    }
    if (out_.gaps.front() == Gap::target_against_direction) {
      return fmt::format("the target of {} lies against its direction from a baseline of {}",
                         series_.target->amount.text(), series_.baseline->amount.text());
    }
    constexpr std::string_view names[] = {"unit", "direction", "baseline with its date",
                                          "target with its date"};
    std::vector<std::string_view> missing;
    for (const Gap gap : out_.gaps) missing.push_back(names[static_cast<std::size_t>(gap)]);
    const bool holds = series_.standing.is_usable() && !series_.target && !series_.baseline;
    return fmt::format("{} missing{}", fmt::join(missing, ", "),
                       holds ? "; for a level to hold, write `kind: hold`" : "");
  }

  /// Speed and distance are counted towards the target, whichever way that is.
  Rational towards(const Rational& change) const {
    return series_.direction == Direction::increase ? change : -change;
  }
  bool meets(const Rational& value) const {
    const Rational& target = series_.target->amount.value;
    return series_.direction == Direction::increase ? value >= target : value <= target;
  }

  void collect() {
    points_.reserve(series_.entries.size() + 1);
    points_.push_back({series_.baseline->date, towards(series_.baseline->amount.value)});
    for (const Entry& entry : series_.entries) {
      if (!entry.amount || entry.date <= series_.baseline->date) continue;
      points_.push_back({entry.date, towards(entry.amount->value)});
      last_ = &entry;
      if (!meets(entry.amount->value)) {
        met_since_.reset();
      } else if (!met_since_) {
        met_since_ = entry.date;
      }
    }
  }

  void measure() {
    const Rational& start = series_.baseline->amount.value;
    out_.progress = (last_->amount->value - start) / (series_.target->amount.value - start);
    out_.planned = planned_on(series_, last_->date);
    if (*out_.planned > 0) out_.pace = *out_.progress / *out_.planned;
    out_.points = points_.size();
    out_.measured = last_->date;
    out_.proof = last_->place;
    out_.grade = *out_.planned < policy_.number<"weak_share">() ? Grade::weak
                                                                : grade_of(points_.size(), policy_);
  }

  std::string value_words() const {
    return fmt::format("{} on {}", series_.in_unit(last_->amount->text()), to_text(last_->date));
  }
  std::string target_words() const {
    return fmt::format("the target of {}, due {},", series_.target->amount.text(),
                       to_text(series_.target->date));
  }

  void choose() {
    const Date due = series_.target->date;
    if (met_since_) return say_achieved();
    if (as_of_ > due) {
      if (last_->date >= due) {
        return say(Verdict::missed,
                   fmt::format("{} was not met: {}", target_words(), value_words()));
      }
      return say(Verdict::undetermined, fmt::format("due {} has passed, last measured {}",
                                                    to_text(due), to_text(last_->date)));
    }
    if (is_stale(series_, last_->date, as_of_, policy_)) {
      return say(Verdict::stale, stale_reason(series_, last_->date, as_of_, policy_));
    }
    const auto needed = static_cast<std::size_t>(policy_.whole<"too_early_points">());
    if (points_.size() < needed) {
      return say(Verdict::too_early, fmt::format("{} with the baseline, {} needed",
                                                 counted(points_.size(), "point"), needed));
    }
    if (*out_.planned < policy_.number<"too_early_share">() || !out_.pace) {
      return say(Verdict::too_early, fmt::format("only {} of the way was planned by {}",
                                                 in_percent(*out_.planned), to_text(last_->date)));
    }
    judge_pace();
  }

  void say_achieved() {
    const int late = *met_since_ - series_.target->date;
    out_.days_late = std::max(0, late);
    std::string reason = fmt::format("{} was met: {}", target_words(), value_words());
    if (late > 0)
      reason += fmt::format(", {} late", counted(static_cast<std::size_t>(late), "day"));
    say(Verdict::achieved, std::move(reason));
  }

  void judge_pace() {
    add_pace_needed();
    add_arrival();
    if (*out_.progress < 0) {
      const PlanPoint& baseline = *series_.baseline;
      return say(Verdict::worsening,
                 fmt::format("{} is further from {} than the baseline of {}", value_words(),
                             series_.target->amount.text(), baseline.amount.text()));
    }
    const Rational& pace = *out_.pace;
    const std::string reason =
        fmt::format("{} is {} of the way to {}, where {} was planned: pace {}", value_words(),
                    in_percent(*out_.progress), series_.target->amount.text(),
                    in_percent(*out_.planned), pace_words(pace));
    if (pace < policy_.number<"at_risk">()) return say(Verdict::off_track, reason);
    if (pace < policy_.number<"on_track">()) return say(Verdict::at_risk, reason);
    const bool arrives = !out_.arrival || (out_.arrival->earliest &&
                                           *out_.arrival->earliest <= series_.target->date);
    if (arrives) return say(Verdict::on_track, reason);
    say(Verdict::at_risk, reason + "; but the newest slopes arrive after the due date");
  }

  /// Two decimals, and more where two would seem to cross a threshold that was not crossed.
  std::string pace_words(const Rational& pace) const {
    for (int digits = 2; digits < 6; ++digits) {
      const std::string text = to_fixed(pace, digits);
      const Rational shown = to_rational(read_decimal(text).number);
      const auto agrees = [&](const Rational& limit) {
        return (shown >= limit) == (pace >= limit);
      };
      if (agrees(policy_.number<"on_track">()) && agrees(policy_.number<"at_risk">())) return text;
    }
    const Rational& limit = pace < policy_.number<"at_risk">() ? policy_.number<"at_risk">()
                                                               : policy_.number<"on_track">();
    return "just below " + to_fixed(limit, 2);
  }

  void add_pace_needed() {
    const int days = series_.target->date - as_of_;
    if (days <= 0) return;
    const Rational left = towards(series_.target->amount.value - last_->amount->value);
    out_.needed_a_month = left / days * month_days;
    out_.best_a_month = best_slope(points_) * month_days;
    out_.pace_needed = fmt::format("needs {} from now, best so far {}",
                                   change_a_month(to_fixed(*out_.needed_a_month, 2), series_.unit),
                                   to_fixed(*out_.best_a_month, 2));
  }

  void add_arrival() {
    if (points_.size() < static_cast<std::size_t>(policy_.whole<"weak_points">())) return;
    const auto window = static_cast<std::size_t>(policy_.whole<"slope_window">());
    const auto range = slope_range(points_, window);
    if (!range) return;
    const Rational left = towards(series_.target->amount.value - last_->amount->value);
    const auto arrival = [&](const Rational& slope) -> std::optional<Date> {
      if (slope <= 0) return std::nullopt;
      const std::int64_t days = ceiling_of(left / slope);
      if (days > 100'000) return std::nullopt;  // centuries away is never
      return last_->date + static_cast<std::int32_t>(days);
    };
    out_.arrival = Arrival{arrival(range->fast), arrival(range->slow)};
  }

  const Series& series_;
  Date as_of_;
  const Policy& policy_;
  std::vector<SlopePoint> points_;  // baseline first
  const Entry* last_ = nullptr;
  std::optional<Date> met_since_;  // first day of the unbroken run that meets the target
  Judgement out_;
};

}  // namespace

std::vector<Gap> reach_gaps(const Series& series) {
  std::vector<Gap> gaps;
  if (series.unit.empty()) gaps.push_back(Gap::unit);
  if (series.direction == Direction::none) gaps.push_back(Gap::direction);
  if (!series.baseline) gaps.push_back(Gap::baseline);
  if (!series.target) gaps.push_back(Gap::target);
  if (!gaps.empty()) return gaps;
  const Rational& from = series.baseline->amount.value;
  const Rational& to = series.target->amount.value;
  if (to == from) {
    gaps.push_back(Gap::target_is_baseline);
  } else if ((to > from) != (series.direction == Direction::increase)) {
    gaps.push_back(Gap::target_against_direction);
  }
  return gaps;
}

std::vector<Gap> reach_gaps(const Of<kinds::outcome>& outcome) {
  const Series plan = plan_of(outcome);
  return plan.judging == Judging::reach ? reach_gaps(plan) : std::vector<Gap>{};
}

Rational planned_on(const Series& series, Date day) {
  const Rational& start = series.baseline->amount.value;
  const Rational whole = series.target->amount.value - start;
  if (day >= series.target->date) return 1;
  const PlanPoint* before = &*series.baseline;
  const PlanPoint* after = &*series.target;
  for (const PlanPoint& point : series.interim) {
    if (point.date > day) {
      after = &point;
      break;
    }
    before = &point;
  }
  const Rational share(day - before->date, after->date - before->date);
  const Rational expected =
      before->amount.value + (after->amount.value - before->amount.value) * share;
  return (expected - start) / whole;
}

Judgement judge_reach(const Series& series, Date as_of, const Policy& policy) {
  return ReachJudge(series, as_of, policy).judge();
}

}  // namespace brm
