#include <fmt/format.h>

#include "assess/outcome_tests.h"
#include "model/people_fields.h"
#include "model/status.h"
#include "rules/effort.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check_outcome(const RuleWords& words, const Portfolio& portfolio,
                   const Of<kinds::outcome>& outcome, Findings& findings) {
  if (owner_at(portfolio, outcome) != OwnerAt::elsewhere) return;
  const auto owner = outcome.get<"owner">();
  const auto named = outcome.get<"beneficiary">();
  const auto at = Of<kinds::person>(*portfolio.find_record(owner->value)).get<"at">();
  Finding& finding =
      findings.add(words, owner->span,
                   fmt::format("`{}` is at `{}`, and not at the beneficiary `{}`", owner->value,
                               at->value, named->value),
                   fmt::format("name somebody at `{}` who answers for it, or correct `at` of `{}`",
                               named->value, owner->value));
  finding.second = SecondPlace{at->span, "where the owner is"};
}

/// Of what is closed the owner may have moved on since.
void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    if (is_over(*outcome, assessed.as_of())) continue;
    check_outcome(rule.words, assessed.portfolio(), Of<kinds::outcome>(*outcome), findings);
  }
}

}  // namespace

extern constinit const Rule owner_elsewhere{
    .words =
        {
            .name = "owner-elsewhere",
            .severity = Severity::warning,
            .summary = "An outcome whose owner is not at the party that should be better off.",
            .why = "Whoever delivers the work can answer for the work, and not for what it "
                   "changes at somebody else's. An owner at the office or at a supplier sees "
                   "that everything was delivered; only an owner at the beneficiary sees that "
                   "the counter is still full.",
            .mend = "Let the beneficiary name the person. The office it belongs to, or one that "
                    "belongs to it, counts as the same party if `parent` says so.",
            .faulty = R"(# people/sam-lee.yaml
kind: person
id: sam-lee
at: northwind
role: Project manager
# people/jane-doe.yaml
kind: person
id: jane-doe
role: Business relationship manager
# relationships/dhhs.yaml
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
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
# relationships/northwind.yaml
kind: relationship
id: northwind
title: Northwind Software
type: private_partner
tier: transactional
manager: jane-doe
)",
            .sound = R"(# people/sam-lee.yaml
kind: person
id: sam-lee
at: dhhs
role: Director of Eligibility
# people/jane-doe.yaml
kind: person
id: jane-doe
role: Business relationship manager
# relationships/dhhs.yaml
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
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
