#include <fmt/format.h>

#include "assess/gaps.h"
#include "assess/outcome_tests.h"
#include "base/spelling.h"
#include "rules/lost_values.h"
#include "rules/rule.h"
#include "rules/shared_lacks.h"
#include "rules/walk.h"

namespace brm::rules {
namespace {

using Outcome = Of<kinds::outcome>;

/// What an outcome lacks, and how each of it would be written.
struct Missing {
  std::vector<std::string_view> what;
  std::vector<std::string_view> written;
};

struct MeasureWords {
  std::string_view what;
  std::string_view written;
};

/// By `Measure`.
constexpr MeasureWords measure_words[] = {
    {"an indicator (what is measured, in which unit, which way is better)",
     "`indicator: {measure: ..., unit: ..., direction: ...}`"},
    {"a baseline (where it starts)", "`baseline: {date: ..., value: ...}`"},
    {"a target (how far, and by when)", "`target: {date: ..., value: ...}`"},
    {"the value of its target", "`value: ...` in the target"},
    {"the day of its target", "`date: ...` in the target"},
    {"a target (the lowest and the highest value that hold)", "`target: {between: [..., ...]}`"},
    {"a target (the level to hold)", "`target: {at_least: ...}` or `{at_most: ...}`"},
    {"the day by which it is to be met", "`target: {date: ...}`"},
};

Missing missing_of(const Outcome& outcome) {
  Missing missing;
  for (const Measure measure : missing_measures(outcome)) {
    const MeasureWords& words = measure_words[static_cast<std::size_t>(measure)];
    missing.what.push_back(words.what);
    missing.written.push_back(words.written);
  }
  return missing;
}

std::string help_for(const Outcome& outcome, const Missing& missing) {
  const auto indicator = outcome.get<"indicator">();
  const bool may_be_held = indicator && judging_of(*indicator) == Judging::reach;
  return fmt::format("agree on it with the owner and write {}{}", join_and(missing.written),
                     may_be_held ? "; a level that is to be held needs `kind: hold` instead" : "");
}

/// Whether another finding has said already why nothing can be judged: a part that could not be
/// read, an indicator without a direction, or a target that bounds nothing.
bool is_said_elsewhere(const Outcome& outcome, const LostValues& lost) {
  const Item& item = outcome.item();
  for (const std::string_view part : {"indicator", "baseline", "target"}) {
    if (lost.touch(part_of(item, part))) return true;
  }
  const auto indicator = outcome.get<"indicator">();
  const auto target = outcome.get<"target">();
  if (indicator && direction_of(*indicator) == Direction::none) return true;
  const bool is_way = indicator && judging_of(*indicator) == Judging::reach;
  return (is_way && target && has_bounds(*target)) || lost.touch(item);
}

/// Whether the record holds a target for other days than those that were measured.
bool has_other_target(const Outcome& outcome) {
  const Series series = series_of(outcome);
  return series.standing.is_usable() ||
         std::any_of(series.entries.begin(), series.entries.end(),
                     [](const Entry& entry) { return entry.own_target.is_usable(); });
}

bool may_lack_something(const Assessment& assessed, const Outcome& outcome, Judging judging) {
  if (judging == Judging::reach) return !reach_gaps(outcome).empty();
  const Judgement& judgement = assessed.outcome(outcome.item());
  const bool may_lack_day = judging == Judging::pass_fail && judgement.verdict != Verdict::achieved;
  return may_lack_day || !judgement.gaps.empty();
}

void check_outcome(const Rule& rule, const Assessment& assessed, const Outcome& outcome,
                   Effort effort, Findings& findings) {
  const auto indicator = outcome.get<"indicator">();
  const Judging judging = indicator ? judging_of(*indicator) : Judging::reach;
  if (!may_lack_something(assessed, outcome, judging)) return;
  if (judging == Judging::hold && has_other_target(outcome)) {
    report_lacks(rule.words, outcome.item(), Effort::light,
                 {"a target that is in force on a day it was measured"},
                 "nothing is judged until then; correct `from` and `until` of the target if it "
                 "should be in force already",
                 findings);
    return;
  }
  if (judging == Judging::hold && has_own_targets(outcome)) return;  // target-without-effect's
  const Missing missing = missing_of(outcome);
  if (missing.what.empty()) return;
  report_lacks(rule.words, outcome.item(), effort, missing.what, help_for(outcome, missing),
               findings);
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const LostValues lost(findings);
  for (const Item* initiative : assessed.portfolio().all(kinds::initiative)) {
    const Effort effort = effort_for(assessed, *initiative);
    if (effort == Effort::none) continue;
    for (const auto outcome : Of<kinds::initiative>(*initiative).get<"outcomes">()) {
      if (is_said_elsewhere(outcome, lost)) continue;
      check_outcome(rule, assessed, outcome, effort, findings);
    }
  }
}

}  // namespace

extern constinit const Rule unmeasurable_outcome{
    .words =
        {
            .name = "unmeasurable-outcome",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An outcome of which nobody could ever say whether it came about.",
            .why = "A promise without a measure, a starting point, a target and a day can be "
                   "neither kept nor broken. It stays green until the money is spent, and whoever "
                   "is asked for a course correction has nothing to correct.",
            .mend = "Agree with the owner on what is measured, where it stands today, where it "
                    "should be and by when. To reach a value takes `baseline` and `target` with "
                    "their days; to hold a level takes `kind: hold` and a target with `at_least`, "
                    "`at_most` or `between`; what is met or not takes `kind: pass_fail` and a day.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Families have a decision in 12 days instead of 31
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    target: {date: 2027-06-30, value: 12}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Families have a decision in 12 days instead of 31
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
