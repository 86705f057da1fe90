#include <fmt/format.h>

#include "assess/stakeholder.h"
#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_cared_for(assessed, findings, [&](const Relationship& relationship, Effort effort) {
    if (effort != Effort::full || contact_count(relationship) != 1) return;
    const auto contact = relationship.get<"contacts">()[0];
    const auto person = contact.get<"person">();
    findings.add(rule.words, person ? person->span : contact.item().span(),
                 "whoever this is, nobody else at the party is on record to call",
                 "ask who takes the call when they are away, and add that person under `contacts`");
  });
}

}  // namespace

extern constinit const Rule single_contact{
    .words =
        {
            .name = "single-contact",
            .severity = Severity::warning,
            .summary =
                "A strategic relationship, or one of priority 1, that one person alone connects.",
            .why = "When the one person who picks up the phone changes jobs, a relationship of ten "
                   "years begins again with a number on a website. It happens without notice, and "
                   "most often in the month it matters.",
            .mend =
                "Ask the contact who would take the call in their place, meet that person once, "
                "and add them under `contacts`.",
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
contacts:
  - {person: sam-lee, role: Everything}
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
contacts:
  - {person: sam-lee, role: Everything}
  - {person: kim-roy, role: Stands in for Sam}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
