#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_without<"executive_sponsor">(
      assessed, findings, [&](const Of<kinds::relationship>& relationship, Effort effort) {
        ask(rule.words, effort, relationship.place(),
            "no senior person stands behind this relationship",
            "write `executive_sponsor: ...`, the id of somebody who decides on money and people, "
            "there or here",
            findings);
      });
}

}  // namespace

extern constinit const Rule no_executive_sponsor{
    .words =
        {
            .name = "no-executive-sponsor",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "A relationship that matters without an executive sponsor.",
            .why = "When a promise needs money, staff or a decision that hurts, the managers of "
                   "both sides cannot give it. Sponsorship is what executives name first when "
                   "they explain why large work went well; without it, the next conflict is "
                   "settled by whoever waits longer.",
            .mend = "Agree with the party on one senior person who stands behind the "
                    "relationship, and name that person's id. For a relationship that is less "
                    "than strategic it can be the one who signed the agreement.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
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
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
