#include <fmt/format.h>

#include "assess/experiment.h"
#include "rules/effort.h"
#include "rules/lost_values.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

using Experiment = Of<kinds::experiment>;

/// What keeps the dates from showing it; empty where dates-out-of-order says it, or missing-field.
std::string reason_of(const Experiment& experiment) {
  const auto result = experiment.get<"result">();
  const auto started = experiment.get<"started">();
  const auto date = result->get<"date">();
  if (!experiment.has<"prediction">() || !experiment.has<"threshold">()) return "";
  if (!started && !date) return "neither its beginning nor its result has a day";
  if (!started)
    return fmt::format("its result is of {}, and no day says when it began", to_text(date->value));
  if (!date) return fmt::format("it began {}, and its result has no day", to_text(started->value));
  if (started->value != date->value) return "";
  return fmt::format("it began {}, the day of its result", to_text(date->value));
}

void check_experiment(const Rule& rule, const Assessment& assessed, const Experiment& experiment,
                      Effort effort, Findings& findings) {
  const ExperimentJudgement judgement = judge_experiment(experiment, assessed.as_of());
  if (judgement.foresight != Foresight::not_shown) return;
  const std::string reason = reason_of(experiment);
  if (reason.empty()) return;
  ask(rule.words, effort, experiment.place(),
      fmt::format("nothing shows that this prediction was made before the result: {}", reason),
      "write the day it began under `started`, before that of `result`; if the prediction came "
      "later, say so under `method`",
      findings);
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const LostValues lost(findings);
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none) continue;
    for (const auto experiment : Of<kinds::initiative>(*item).get<"experiments">()) {
      const auto result = experiment.get<"result">();
      if (!result || lost.touch(experiment.item()) || lost.touch(result->item())) continue;
      check_experiment(rule, assessed, experiment, effort, findings);
    }
  }
}

}  // namespace

extern constinit const Rule unproven_prediction{
    .words =
        {
            .name = "unproven-prediction",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An experiment whose dates do not show that the prediction was made "
                       "before the result.",
            .why = "A prediction made afterwards always comes true. What an experiment "
                   "teaches is the difference between what people expected and what they "
                   "saw, and only a prediction that was on record before the first result "
                   "can show it.",
            .mend = "Write the day it began under `started`, and the day on which the result "
                    "was known under `result`; the first comes before the second. If the "
                    "prediction was written afterwards, say so in `method`, and predict first "
                    "next time.",
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
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
experiments:
  - id: photo-proofs
    hypothesis: People hand in proofs sooner when they may send a photo.
    prediction: Six in ten send a photo within two days.
    threshold: at least 50 percent within two days
    ends: 2020-04-30
    result: {date: 2020-05-05, value: 61 percent within two days}
    decision: adopt
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
experiments:
  - id: photo-proofs
    hypothesis: People hand in proofs sooner when they may send a photo.
    prediction: Six in ten send a photo within two days.
    threshold: at least 50 percent within two days
    started: 2020-03-02
    ends: 2020-04-30
    result: {date: 2020-05-05, value: 61 percent within two days}
    decision: adopt
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
