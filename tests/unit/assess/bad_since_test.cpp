// Since when an outcome goes wrong: told quickly, and the same as judging it anew day by day.
#include <fmt/format.h>

#include "assess/bounds_in_force.h"
#include "assess/correction.h"
#include "unit/assess/judged.h"
#include "unit/assess/random_series.h"

namespace brm::test {
namespace {

bool is_bad(const Judgement& judgement) { return words_of(judgement.verdict).mood == Mood::bad; }

bool counts(const Series& series, const Entry& entry) {
  if (series.judging == Judging::pass_fail) return entry.met.has_value();
  if (!entry.amount) return false;
  if (series.judging == Judging::reach) return entry.date > series.baseline->date;
  return bounds_in_force(series, entry).is_usable();
}

/// By the verdict on each day on which something was measured.
std::optional<Date> since_by_verdicts(const Series& series, Date as_of, const Policy& policy) {
  std::optional<Date> since;
  for (auto entry = series.entries.rbegin(); entry != series.entries.rend(); ++entry) {
    if (entry->date > as_of || !counts(series, *entry)) continue;
    const bool is_over =
        series.judging == Judging::hold && series.until && entry->date > *series.until;
    if (!is_over && !is_bad(judge(series, entry->date, policy))) break;
    since = entry->date;
  }
  return since;
}

std::string since_on(const std::string& fields, int as_of) {
  const Assessed assessed(folder_with(fields), day(as_of));
  const Series series = series_of(Of<kinds::outcome>(assessed.item("work/it")));
  return to_text(bad_since(series, day(as_of), assessed.assessment.policy()));
}

}  // namespace

TEST_CASE("bad since: the same as judging anew on the day of each measurement") {
  Dice dice(20260708);
  const Policy policy;
  std::size_t compared = 0;
  for (int i = 0; i < 4000; ++i) {
    const PairedSeries paired = random_series(dice);
    const Series series = to_judged_form(paired);
    for (const int number : telling_days(paired)) {
      const Date as_of = day(number);
      if (!is_bad(judge(series, as_of, policy))) continue;
      const auto expected = since_by_verdicts(series, as_of, policy);
      if (!expected) continue;
      ++compared;
      CHECK(to_text(bad_since(series, as_of, policy)) == to_text(*expected));
    }
  }
  CHECK(compared > 1000);
}

TEST_CASE("bad since: what went wrong may have gone wrong, whatever the series") {
  Dice dice(7);
  for (int i = 0; i < 300; ++i) {
    const PairedSeries paired = random_series(dice);
    const auto folder = folder_with(to_yaml(paired));
    for (const int number : telling_days(paired)) {
      const Assessed assessed(folder, day(number));
      const Item& outcome = assessed.item("work/it");
      if (!is_bad(assessed.assessment.outcome(outcome))) continue;
      const Policy& policy = assessed.assessment.policy();
      const Series series = series_of(Of<kinds::outcome>(outcome));
      const int days = day(number) - bad_since(series, day(number), policy);
      if (days <= policy.whole<"correction_days">()) continue;
      CHECK(may_have_gone_wrong(Of<kinds::outcome>(outcome), day(number), policy));
    }
  }
}

TEST_CASE("bad since: the first measurement of the unbroken run, the last of a day counting") {
  CHECK(since_on(climb({{20, "5"}, {40, "10"}, {60, "12"}}), 60) == day_text(40));
  CHECK(since_on(climb({{20, "5"}, {40, "39"}, {60, "12"}}), 60) == day_text(60));
  CHECK(since_on(climb({{20, "5"}, {40, "5"}, {40, "39"}, {60, "12"}}), 60) == day_text(60));
  CHECK(since_on(climb({{20, "5"}, {40, "39"}, {40, "5"}, {60, "12"}}), 60) == day_text(40));
}

TEST_CASE("bad since: what was at risk on its last day is missed from the next") {
  CHECK(since_on(climb({{50, "45"}, {100, "90"}}), 110) == day_text(101));
  CHECK(since_on(climb({{50, "45"}, {100, "59"}}), 110) == day_text(100));
}

}  // namespace brm::test
