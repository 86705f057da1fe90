#include <fmt/format.h>

#include "assess/next_dates.h"
#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_without<"cadence">(
      assessed, findings, [&](const Of<kinds::relationship>& relationship, Effort effort) {
        ask(rule.words, effort, relationship.place(),
            "nothing says how often this relationship is reviewed",
            fmt::format("agree on it and write `cadence: {}`, as the office's policy expects of {} "
                        "relationships, or another",
                        expected_cadence(assessed.policy(), relationship),
                        relationship.text<"tier">()),
            findings);
      });
}

}  // namespace

extern constinit const Rule no_cadence{
    .words =
        {
            .name = "no-cadence",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary =
                "A relationship that matters and is reviewed whenever somebody thinks of it.",
            .why = "A relationship goes quiet long before it breaks. With a cadence on record "
                   "brm can say when the next review is due and when nobody has spoken for too "
                   "long; without one, the review is held after the complaint.",
            .mend = "Agree with the party on how often you meet about the relationship itself, "
                    "apart from any project: quarterly for a strategic one, twice a year or once "
                    "for others.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
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
