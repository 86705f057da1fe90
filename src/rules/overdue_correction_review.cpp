#include <fmt/format.h>

#include "assess/correction.h"
#include "base/spelling.h"
#include "rules/effort.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none) continue;
    for (const auto correction : Of<kinds::initiative>(*item).get<"corrections">()) {
      if (review_of(correction, assessed.as_of()) != CorrectionReview::overdue) continue;
      const auto day = correction.get<"review_on">();
      ask(rule.words, effort, day->span,
          fmt::format(
              "somebody was to look by {}, {} ago, whether this helped, and no result is written",
              to_text(day->value),
              counted(static_cast<std::size_t>(assessed.as_of() - day->value), "day")),
          "look at the measurements since, and write `result: {date: ..., value: ..., effective: "
          "...}`; or set `review_on` to a later day",
          findings);
    }
  }
}

}  // namespace

extern constinit const Rule overdue_correction_review{
    .words =
        {
            .name = "overdue-correction-review",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "A course correction whose day of review has passed without a result.",
            .why = "A correction is a guess. Nobody learns from a guess whose outcome nobody "
                   "looked at: what helped is not done elsewhere, and what did not goes on "
                   "costing money under the name of a decision.",
            .mend = "Look at the measurements since the correction, and write under `result` "
                    "the day, the value and whether it was effective; `unclear` is an answer. "
                    "If it is too early to say, set `review_on` to a later day.",
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
    reference: Two counties went from 30 to 10 in a year
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2019-01-31, value: 31}
    target: {date: 2020-01-31, value: 12}
    measurements:
      - {date: 2019-06-30, value: 30}
      - {date: 2020-01-31, value: 29}
corrections:
  - id: scanners
    date: 2020-02-20
    about: [elig-portal/decision-days]
    trigger: 29 days, where 12 were due
    type: adjust
    decision: A second scanner in each of the four largest offices.
    because: Two of three days are spent waiting for paper.
    review_on: 2020-06-15
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
    reference: Two counties went from 30 to 10 in a year
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2019-01-31, value: 31}
    target: {date: 2020-01-31, value: 12}
    measurements:
      - {date: 2019-06-30, value: 30}
      - {date: 2020-01-31, value: 29}
corrections:
  - id: scanners
    date: 2020-02-20
    about: [elig-portal/decision-days]
    trigger: 29 days, where 12 were due
    type: adjust
    decision: A second scanner in each of the four largest offices.
    because: Two of three days are spent waiting for paper.
    review_on: 2020-06-15
    result: {date: 2020-06-15, value: 26, effective: partly}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
