#include <fmt/format.h>

#include <algorithm>

#include "assess/bounds_in_force.h"
#include "assess/judgement.h"
#include "base/spelling.h"

namespace brm {
namespace {

struct Judged {
  const Entry* entry = nullptr;
  const Bounds* bounds = nullptr;
  bool is_met = false;
};

/// `at least 97.9`, `at most 12`, `between 3 and 5`
std::string words_of(const Bounds& bounds) {
  if (bounds.lower && bounds.upper) {
    return fmt::format("between {} and {}", bounds.lower->text(), bounds.upper->text());
  }
  return bounds.lower ? "at least " + bounds.lower->text() : "at most " + bounds.upper->text();
}

class HoldJudge {
 public:
  HoldJudge(const Series& series, Date as_of, const Policy& policy)
      : series_(series), as_of_(as_of), policy_(policy) {
    for (const Entry& entry : series.entries) {
      if (entry.own_target.is_usable()) ++own_targets_;
      if (!entry.amount) continue;
      newest_ = &entry;
      ++values_;
      const Bounds& bounds = bounds_in_force(series, entry);
      if (!bounds.is_usable()) continue;
      judged_.push_back({&entry, &bounds, bounds.is_met_by(entry.amount->value)});
    }
  }

  Judgement judge() {
    out_.due = series_.until;
    out_.proof = newest_ != nullptr ? newest_->place : series_.target_place;
    if (newest_ != nullptr) out_.measured = newest_->date;
    out_.points = judged_.size();
    choose();
    const bool is_judged = out_.verdict != Verdict::no_target && !judged_.empty();
    if (is_judged) out_.grade = grade_of(judged_.size(), policy_);
    return std::move(out_);
  }

 private:
  void say(Verdict verdict, std::string reason) {
    out_.verdict = verdict;
    out_.reason = std::move(reason);
  }

  void choose() {
    const bool has_target = series_.standing.is_usable() || own_targets_ > 0;
    if (series_.direction == Direction::none) out_.gaps.push_back(Gap::direction);
    if (!has_target) out_.gaps.push_back(Gap::target);
    if (out_.gaps.empty() && values_ > 0 && judged_.empty()) {
      out_.gaps.push_back(Gap::target_in_force);
    }
    if (!out_.gaps.empty()) return say_no_target();
    if (values_ == 0) {
      return say(Verdict::unmeasured,
                 own_targets_ > 0
                     ? fmt::format("no value yet for {}", counted(own_targets_, "period"))
                     : "no value yet");
    }
    const std::size_t window = series_.until && as_of_ > *series_.until
                                   ? judged_.size()
                                   : static_cast<std::size_t>(policy_.whole<"hold_window">());
    count(window);
    if (series_.until && as_of_ > *series_.until) return judge_ended();
    if (is_stale(series_, newest_->date, as_of_, policy_)) {
      return say(Verdict::stale, stale_reason(series_, newest_->date, as_of_, policy_));
    }
    judge_running();
  }

  void say_no_target() {
    out_.proof = series_.target_place;
    if (series_.direction == Direction::none) {
      return say(Verdict::no_target, "the indicator has no direction");
    }
    if (values_ == 0) return say(Verdict::no_target, "no target is given");
    const std::string values = counted(values_, "value");
    const bool maintains = series_.direction == Direction::maintain;
    say(Verdict::no_target, maintains ? values + ", and no target with a lower and an upper bound"
                                      : values + ", and no target in force for any of them");
  }

  void count(std::size_t window) {
    out_.judged = std::min(window, judged_.size());
    const auto first = judged_.end() - static_cast<std::ptrdiff_t>(out_.judged);
    out_.met = static_cast<std::size_t>(
        std::count_if(first, judged_.end(), [](const Judged& judged) { return judged.is_met; }));
  }

  Rational share() const { return Rational(out_.met, out_.judged); }

  void judge_ended() {
    const bool held = share() >= policy_.number<"hold_on_track">();
    say(held ? Verdict::achieved : Verdict::missed,
        fmt::format("met {} of {} judged; the target stood until {}", out_.met, out_.judged,
                    to_text(*series_.until)));
    out_.proof = judged_.back().entry->place;
  }

  void judge_running() {
    const Judged& last = judged_.back();
    out_.proof = last.entry->place;
    const auto needed = static_cast<std::size_t>(policy_.whole<"too_early_points">());
    if (judged_.size() < needed) {
      return say(Verdict::too_early, fmt::format("{} judged, {} needed",
                                                 counted(judged_.size(), "measurement"), needed));
    }
    const bool two_failed =
        judged_.size() > 1 && !last.is_met && !judged_[judged_.size() - 2].is_met;
    if (two_failed || share() < policy_.number<"hold_off_track">()) {
      say(Verdict::off_track, count_words(two_failed));
    } else if (last.is_met && share() >= policy_.number<"hold_on_track">()) {
      say(Verdict::on_track, count_words(false));
    } else {
      say(Verdict::at_risk, count_words(false));
    }
  }

  /// `met 10 of the last 12, missed the last one (96.2 percent against at least 97.9)`
  std::string count_words(bool two_failed) const {
    const Judged& last = judged_.back();
    const std::string compared = fmt::format(
        "{} against {}", series_.in_unit(last.entry->amount->text()), words_of(*last.bounds));
    const std::string_view ending = two_failed    ? "missed the last two"
                                    : last.is_met ? "met the last one"
                                                  : "missed the last one";
    const std::string_view all = out_.judged == judged_.size() ? "" : "the last ";
    return fmt::format("met {} of {}{}, {} ({})", out_.met, all, out_.judged, ending, compared);
  }

  const Series& series_;
  Date as_of_;
  const Policy& policy_;
  std::vector<Judged> judged_;
  const Entry* newest_ = nullptr;
  std::size_t values_ = 0;
  std::size_t own_targets_ = 0;
  Judgement out_;
};

}  // namespace

Judgement judge_hold(const Series& series, Date as_of, const Policy& policy) {
  return HoldJudge(series, as_of, policy).judge();
}

}  // namespace brm
