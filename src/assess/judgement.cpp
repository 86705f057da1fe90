#include "assess/judgement.h"

#include <fmt/format.h>

#include "assess/steady.h"
#include "base/spelling.h"

namespace brm {
Rational days_allowed(int interval_days, const Policy& policy) {
  if (interval_days == 0) return policy.number<"default_stale_days">();
  return policy.number<"stale_factor">() * interval_days;
}

Grade grade_of(std::size_t points, const Policy& policy) {
  if (points >= static_cast<std::size_t>(policy.whole<"good_points">())) return Grade::good;
  return points < static_cast<std::size_t>(policy.whole<"weak_points">()) ? Grade::weak
                                                                          : Grade::fair;
}

bool is_stale(const Series& series, Date measured, Date as_of, const Policy& policy) {
  return Rational(as_of - measured) > days_allowed(series.interval_days, policy);
}

std::string stale_reason(const Series& series, Date measured, Date as_of, const Policy& policy) {
  const auto age = static_cast<std::size_t>(as_of - measured);
  const std::string_view what = series.frequency.empty() ? "without a frequency" : series.frequency;
  return fmt::format("last measured {}, {} ago; {} allows {}", to_text(measured),
                     counted(age, "day"), what,
                     floor_of(days_allowed(series.interval_days, policy)));
}

Judgement judge(Series series, Date as_of, const Policy& policy) {
  // Entries after the as-of date do not exist, their targets included.
  while (!series.entries.empty() && series.entries.back().date > as_of) series.entries.pop_back();
  switch (series.judging) {
    case Judging::reach:
      return judge_reach(series, as_of, policy);
    case Judging::hold:
      return judge_hold(series, as_of, policy);
    case Judging::pass_fail:
      return judge_pass_fail(series, as_of, policy);
  }
  return {};
}

Judgement judge_pass_fail(const Series& series, Date as_of, const Policy& policy) {
  Judgement out;
  out.due = series.due;
  out.proof = series.place;
  const Entry* last = nullptr;
  for (const Entry& entry : series.entries) {
    if (!entry.met) continue;
    last = &entry;
    ++out.points;
  }
  if (last == nullptr) {
    out.verdict = Verdict::unmeasured;
    out.reason = "never measured";
    return out;
  }
  out.measured = last->date;
  out.proof = last->place;
  out.grade = grade_of(out.points, policy);
  const std::string due = series.due ? ", due " + to_text(*series.due) : "";
  if (*last->met) {
    out.verdict = Verdict::achieved;
    out.reason = fmt::format("met on {}{}", to_text(last->date), due);
    return out;
  }
  out.verdict = series.due && as_of <= *series.due ? Verdict::off_track : Verdict::missed;
  out.reason = fmt::format("not met on {}{}", to_text(last->date), due);
  return out;
}

}  // namespace brm
