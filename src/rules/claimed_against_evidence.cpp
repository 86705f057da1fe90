#include <fmt/format.h>

#include "assess/value.h"
#include "base/folding.h"
#include "model/status.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Where the last amount by then was written.
Span last_amount(const Of<kinds::outcome>& outcome, Date as_of) {
  Span place = outcome.item().place();
  for (const auto realized : outcome.get<"value">()->get<"realized">()) {
    const auto date = realized.get<"date">();
    if (date && date->value <= as_of) place = realized.item().span();
  }
  return place;
}

/// Of what is stopped or completed nothing more will come: a report says so.
void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  std::vector<const Item*> live;
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    if (!is_over(*outcome, assessed.as_of()) && outcome->find("value") != nullptr) {
      live.push_back(outcome);
    }
  }
  for (const OutcomeValue& value : outcome_values(assessed, live)) {
    if (!value.is_claimed_against_evidence) continue;
    const Of<kinds::outcome> outcome(*value.outcome);
    findings.add(
        rule.words, last_amount(outcome, assessed.as_of()),
        fmt::format("value is said to be realized, and the outcome is {}: {}",
                    plain_word(to_text(value.judgement->verdict)), value.judgement->reason),
        "say in `notes` where the money shows, measure what shows it, or take the amount "
        "back");
  }
}

}  // namespace

extern constinit const Rule claimed_against_evidence{
    .words =
        {
            .name = "claimed-against-evidence",
            .severity = Severity::warning,
            .summary = "Value entered as realized by an outcome that was not reached.",
            .why = "Savings that are counted while what was to bring them goes the other way are "
                   "the first thing an auditor looks for. Either the money comes from something "
                   "else, and then it is another outcome's, or it was taken from the plan and "
                   "not from the books.",
            .mend = "Ask who can show the amount in a budget or an invoice. If they can, measure "
                    "that; if they cannot, take the entry back. The outcome's verdict is no "
                    "opinion and cannot be argued with, its measurements can be corrected.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
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
    indicator: {measure: median days to decide, unit: days, direction: decrease, frequency: annual}
    baseline: {date: 2017-12-31, value: 31}
    target: {date: 2019-12-31, value: 12}
    measurements:
      - {date: 2018-12-31, value: 25}
      - {date: 2019-12-31, value: 29}
    value: {kind: savings, expected: 500000, realized: [{date: 2019-12-31, amount: 450000}]}
corrections:
  - {id: late, date: 2020-01-31, about: [elig-portal/decision-days], trigger: missed, type: continue,
     options: [Stop, Go on], decision: Go on., because: It nearly works., review_on: 2199-01-31}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
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
    indicator: {measure: median days to decide, unit: days, direction: decrease, frequency: annual}
    baseline: {date: 2017-12-31, value: 31}
    target: {date: 2019-12-31, value: 12}
    measurements:
      - {date: 2018-12-31, value: 25}
      - {date: 2019-12-31, value: 12}
    value: {kind: savings, expected: 500000, realized: [{date: 2019-12-31, amount: 450000}]}
corrections:
  - {id: late, date: 2020-01-31, about: [elig-portal/decision-days], trigger: missed, type: continue,
     options: [Stop, Go on], decision: Go on., because: It nearly works., review_on: 2199-01-31}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
