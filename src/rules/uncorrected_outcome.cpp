#include <fmt/format.h>

#include <algorithm>

#include "assess/correction.h"
#include "base/folding.h"
#include "base/spelling.h"
#include "rules/outcome_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check_outcome(const Rule& rule, const Assessment& assessed, const Of<kinds::outcome>& outcome,
                   Effort effort, Findings& findings) {
  const auto found = uncorrected(assessed, outcome.item());
  if (!found) return;
  const Judgement& judgement = assessed.outcome(outcome.item());
  Finding& finding = ask(
      rule.words, effort, outcome.place(),
      fmt::format(
          "this outcome has been {} since {}, for {}, and no correction here is about it since",
          plain_word(to_text(judgement.verdict)), to_text(found->since),
          counted(static_cast<std::size_t>(found->days), "day")),
      "decide with its owner what changes, and enter it under `corrections`; to go on as before is "
      "a decision too (`type: continue`)",
      findings);
  finding.second = SecondPlace{judgement.proof, "what was measured last"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_outcome(assessed, [&](const Of<kinds::outcome>& outcome, Effort effort) {
    check_outcome(rule, assessed, outcome, effort, findings);
  });
}

}  // namespace

extern constinit const Rule uncorrected_outcome{
    .words =
        {
            .name = "uncorrected-outcome",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An outcome that has gone wrong for more than a month, and nobody changed "
                       "course.",
            .why = "Course corrections are what relationships are for, and they are cheap "
                   "early. An outcome that is off track, worsening or missed for weeks "
                   "without a decision is being watched, not managed: everybody around the "
                   "table knows, and each waits for another to say it.",
            .mend = "Decide with the owner what changes, or that nothing does and why, and "
                    "enter it under `corrections` with the outcome in `about`. To go on "
                    "knowingly is a decision too: `type: continue`. The limit is "
                    "`correction_days` in the policy.",
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
    review_on: 2030-10-15
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
