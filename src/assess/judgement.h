// One outcome's verdict with everything that stands behind it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/policy.h"
#include "assess/series.h"
#include "assess/verdict.h"

namespace brm {

/// The first and last day on which the target may be reached, by the 90 % and 10 % pairwise slope.
struct Arrival {
  std::optional<Date> earliest;  ///< Empty: not at this pace.
  std::optional<Date> latest;
};

/// Why nothing can be judged: each cause of the verdict `no_target`.
enum class Gap : std::uint8_t {
  unit,
  direction,
  baseline,
  target,
  target_is_baseline,
  target_against_direction,
  target_in_force,  ///< hold: there are values, and no target for any of their days.
};

struct Judgement {
  Verdict verdict = Verdict::none;
  Grade grade = Grade::none;
  std::string reason;       ///< One sentence with its numbers, without a full stop.
  std::string pace_needed;  ///< `needs 1.42 days a month from now, best so far 0.75`; may be empty.
  /// The figures of `pace_needed`, counted towards the target.
  std::optional<Rational> needed_a_month;
  std::optional<Rational> best_a_month;
  std::vector<Gap> gaps;             ///< Not empty for `no_target`, and only for it.
  Span proof;                        ///< The place in the file that proves it.
  std::optional<Rational> progress;  ///< (y - b) / (g - b)
  std::optional<Rational> planned;   ///< Of the way, by the last measurement's day.
  std::optional<Rational> pace;      ///< progress / planned
  std::optional<Arrival> arrival;
  std::optional<Date> due;
  std::optional<Date> measured;  ///< Day of the last value.
  int days_late = 0;             ///< Of an achieved outcome.
  std::size_t points = 0;        ///< What the grade counts.
  std::size_t judged = 0;        ///< hold: within the window.
  std::size_t met = 0;
};

/// Data dated after `as_of` does not exist.
Judgement judge(Series series, Date as_of, const Policy& policy);

// One for each way of judging; `judge` chooses.
Judgement judge_reach(const Series& series, Date as_of, const Policy& policy);
Judgement judge_hold(const Series& series, Date as_of, const Policy& policy);
Judgement judge_pass_fail(const Series& series, Date as_of, const Policy& policy);

/// Points enough, and enough of the way planned: design/verdicts.md.
Grade grade_of(std::size_t points, const Policy& policy);

/// Whether something measured on `measured` is older than the policy allows.
bool is_stale(const Series& series, Date measured, Date as_of, const Policy& policy);
/// `last measured 2026-01-31, 158 days ago; monthly allows 46`
std::string stale_reason(const Series& series, Date measured, Date as_of, const Policy& policy);

}  // namespace brm
