#include "rules/effort.h"
#include "rules/lost_values.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const LostValues lost(findings);
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none) continue;
    for (const auto correction : Of<kinds::initiative>(*item).get<"corrections">()) {
      const bool is_reviewed = correction.has<"review_on">() || correction.has<"result">();
      if (is_reviewed || lost.touch(correction.item())) continue;
      ask(rule.words, effort, correction.place(),
          "no day is set on which somebody looks whether this correction worked",
          "write `review_on: YYYY-MM-DD`, a day by which the next measurements are there",
          findings);
    }
  }
}

}  // namespace

extern constinit const Rule correction_without_review{
    .words =
        {
            .name = "correction-without-review",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary =
                "A course correction without a day on which somebody looks whether it worked.",
            .why = "A correction is a guess that something else will work better. Without a day "
                   "of review it counts as done once it is decided, and the office never learns "
                   "which of its corrections change anything.",
            .mend = "Set `review_on` to a day by which two or three measurements will have been "
                    "made, and write what came of it under `result` then.",
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
corrections:
  - id: second-scanner
    date: 2026-05-31
    about: [elig-portal/decision-days]
    trigger: 30 days in May, where 27 were planned
    type: adjust
    decision: A second scanner in each of the four largest offices.
    because: Two of three days are spent waiting for paper.
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
corrections:
  - id: second-scanner
    date: 2026-05-31
    about: [elig-portal/decision-days]
    trigger: 30 days in May, where 27 were planned
    type: adjust
    decision: A second scanner in each of the four largest offices.
    because: Two of three days are spent waiting for paper.
    review_on: 2026-10-15
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
