#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_without<"shared_purpose">(
      assessed, findings, [&](const Of<kinds::relationship>& relationship, Effort effort) {
        ask(rule.words, effort, relationship.place(),
            "nothing says what both sides want from this relationship",
            "write `shared_purpose: ...` in one sentence that the party would sign too", findings);
      });
}

}  // namespace

extern constinit const Rule no_shared_purpose{
    .words =
        {
            .name = "no-shared-purpose",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "A relationship that matters, of which nobody wrote down what it is for.",
            .why = "Partners who travel together need to know where to. Without a purpose that "
                   "both have agreed on, each side measures the other by its own, every outcome "
                   "can be defended, and nobody can say when the relationship has done what it "
                   "was for.",
            .mend = "Ask the party what it wants from working with the office, tell it what the "
                    "office wants, and write the common part in a sentence.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
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
