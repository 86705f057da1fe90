#include <fmt/format.h>

#include "assess/experiment.h"
#include "base/spelling.h"
#include "rules/effort.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none || initiative.is<"status", "paused">()) continue;
    for (const auto experiment : initiative.get<"experiments">()) {
      const ExperimentJudgement judgement = judge_experiment(experiment, assessed.as_of());
      if (judgement.stage != ExperimentStage::undecided) continue;
      const auto ends = experiment.get<"ends">();
      ask(rule.words, effort, ends->span,
          fmt::format("this experiment ended {}, {} ago, and nobody decided what becomes of it",
                      to_text(ends->value),
                      counted(static_cast<std::size_t>(judgement.days_over), "day")),
          judgement.foresight == Foresight::no_result
              ? "write what was found under `result`, and `decision: adopt`, `adapt` or `abandon`"
              : "write `decision: adopt`, `adapt` or `abandon`",
          findings);
    }
  }
}

}  // namespace

extern constinit const Rule undecided_experiment{
    .words =
        {
            .name = "undecided-experiment",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An experiment that is over, and nobody decided what becomes of the idea.",
            .why = "An experiment is cheap because it ends. One that nobody ends becomes a "
                   "service without an owner, or an idea that everybody believes was tried; "
                   "and the partners who took part are not told what came of their weeks.",
            .mend = "Write `decision: adopt`, `adapt` or `abandon`, with what was found under "
                    "`result`. If it needs more time, set `ends` to a later day before it is "
                    "over. Of paused initiatives it is not asked.",
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
    started: 2020-03-02
    ends: 2020-04-30
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
    result: {date: 2020-05-05, value: 61 percent within two days, as_planned: true}
    decision: adopt
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
