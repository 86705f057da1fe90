#include <fmt/format.h>

#include "assess/stakeholder.h"
#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_cared_for(assessed, findings, [&](const Relationship& relationship, Effort effort) {
    for (const auto stakeholder : relationship.get<"stakeholders">()) {
      const auto engagement = stakeholder.get<"engagement">();
      if (stakeholder.is<"influence", "low">() || !is_unattended(stakeholder, assessed.as_of())) {
        continue;
      }
      ask(rule.words, effort, engagement->get<"current">()->span,
          fmt::format("they are {}, are needed {}, and no action is written",
                      engagement->text<"current">(), engagement->text<"desired">()),
          "write an `action` with a `text` and a `due` day, or correct `desired`", findings);
    }
  });
}

}  // namespace

extern constinit const Rule unattended_stakeholder{
    .words =
        {
            .name = "unattended-stakeholder",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary =
                "Somebody who is not where the work needs them, and nothing is to be done about "
                "it.",
            .why = "A list of who is for and who is against is gossip until each difference has a "
                   "next step. Work that was delivered on the day and that the judges, clerks or "
                   "payroll offices did not want is not used. Those of little influence are not "
                   "asked about.",
            .mend =
                "Write an `action` with a day: a visit, a test in their own room, a talk with "
                "whoever they listen to. Or correct `desired`: supportive is enough for most, and "
                "neutral for many.",
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
stakeholders:
  - name: Front desk clerks
    influence: high
    interest: high
    engagement: {current: resistant, desired: supportive}
    last_contact: 2026-06-18
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
stakeholders:
  - name: Front desk clerks
    influence: high
    interest: high
    engagement: {current: resistant, desired: supportive}
    action: {text: A morning at the desk in Fairmont, due: 2026-09-15}
    last_contact: 2026-06-18
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
