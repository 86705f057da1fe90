#include "assess/verdict.h"

#include <array>

namespace brm {
namespace {

constexpr std::array<VerdictWords, 12> table{{
    {Verdict::missed, "missed", Mood::bad, true,
     "The due date has passed and the target was not met, or a test without a due date was not met "
     "the last time.",
     "Decide on a course correction: adjust, pivot or move on, and record it under corrections."},
    {Verdict::off_track, "off_track", Mood::bad, true,
     "The pace is below 0.60 of the plan (policy `at_risk`), or the standing target is failed "
     "twice in a row or more than half of the time (policy `hold_off_track`).",
     "Ask the owner what would have to change, and record a course correction."},
    {Verdict::worsening, "worsening", Mood::bad, true,
     "The last measurement is further from the target than the baseline.",
     "Find out what changed since the baseline before the next measurement is due."},
    {Verdict::undetermined, "undetermined", Mood::doubtful, false,
     "The due date has passed and nothing was measured on or after it.",
     "Measure it now: nobody can say whether the promise was kept."},
    {Verdict::at_risk, "at_risk", Mood::doubtful, true,
     "The pace is from 0.60 up to 0.95 of the plan (policy `at_risk`, `on_track`), or the standing "
     "target was missed the last time or held less than 90 % of the time (policy `hold_on_track`).",
     "Compare the pace needed from now with the best pace so far."},
    {Verdict::stale, "stale", Mood::unknown, false,
     "The last measurement is older than 1.5 times (policy `stale_factor`) the interval it should "
     "be "
     "measured in.",
     "Record the measurements that are due."},
    {Verdict::unmeasured, "unmeasured", Mood::unknown, false,
     "Nothing has been measured since the baseline.", "Record the first measurement."},
    {Verdict::no_target, "no_target", Mood::unknown, false,
     "The baseline, target, their dates, unit or direction is missing, so nothing can be judged.",
     "Agree with the owner on what is promised by when, and write it down."},
    {Verdict::too_early, "too_early", Mood::unknown, false,
     "There are too few points, or too little was planned by now, to say anything.",
     "Keep measuring."},
    {Verdict::on_track, "on_track", Mood::good, true,
     "The pace is at least 0.95 of the plan (policy `on_track`), or the standing target is held.",
     "Keep measuring."},
    {Verdict::achieved, "achieved", Mood::good, true, "The last measurement meets the target.",
     "Record what was learnt, and the value that was realized."},
    {Verdict::none, "no_outcome", Mood::unknown, false, "The initiative promises no outcome.",
     "Write down what is to change, for whom, and how it will be measured."},
}};

constexpr auto names = [] {
  std::array<std::string_view, std::size(table)> out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = table[i].name;
  return out;
}();

}  // namespace

std::span<const VerdictWords> verdict_words() { return table; }
std::span<const std::string_view> verdict_names() { return names; }

const VerdictWords& words_of(Verdict verdict) { return table[static_cast<std::size_t>(verdict)]; }

std::string_view to_text(Grade grade) {
  switch (grade) {
    case Grade::none:
      return "";
    case Grade::weak:
      return "weak";
    case Grade::fair:
      return "fair";
    case Grade::good:
      return "good";
  }
  return "";
}

}  // namespace brm
