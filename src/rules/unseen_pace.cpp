#include "assess/outcome_tests.h"
#include "rules/outcome_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check_outcome(const Rule& rule, const Assessment& assessed, const Of<kinds::outcome>& outcome,
                   Effort effort, Findings& findings) {
  if (outcome.has<"reference">() || outcome.is<"commitment", "aspirational">()) return;
  const Judgement& judgement = assessed.outcome(outcome.item());
  if (!is_out_of_reach(judgement)) return;
  Finding& finding =
      ask(rule.words, effort, outcome.get<"target">()->get<"value">()->span,
          judgement.pace_needed + ", and nothing says why that can be done",
          "write under `reference` who has done it, or what will be different from now on; or "
          "agree on another target or day, and enter the move under `revisions`",
          findings);
  finding.second = SecondPlace{judgement.proof, "the last measurement"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_outcome(assessed, [&](const Of<kinds::outcome>& outcome, Effort effort) {
    check_outcome(rule, assessed, outcome, effort, findings);
  });
}

}  // namespace

extern constinit const Rule unseen_pace{
    .words =
        {
            .name = "unseen-pace",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary =
                "A target that needs a faster pace than was ever seen, and no reason to expect it.",
            .why = "A target is achievable when the pace it needs has been seen: here, or "
                   "somewhere else. If even the best stretch so far was slower than every "
                   "stretch must be from now on, then either something is about to change, "
                   "which should be written down, or the date is a hope.",
            .mend = "Write under `reference` who has reached it and under what conditions, or "
                    "what will be different: a release, a law, staff. If there is nothing to "
                    "write, move the target or its day in the open, with a `revisions` entry. A "
                    "stretch is marked by `commitment: aspirational`, and not asked.",
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
    measurements:
      - {date: 2026-04-30, value: 30}
      - {date: 2026-06-30, value: 29.5}
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
    reference: The State of Columbia came from 30 to 11 days in a year
    measurements:
      - {date: 2026-04-30, value: 30}
      - {date: 2026-06-30, value: 29.5}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
