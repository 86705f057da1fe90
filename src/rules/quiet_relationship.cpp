#include <fmt/format.h>

#include "assess/relationship.h"
#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Policy& policy = assessed.policy();
  for_each_cared_for(assessed, findings, [&](const Relationship& relationship, Effort effort) {
    if (!is_quiet(relationship, assessed.as_of(), policy)) return;
    const Attention attention = attention_of(relationship, assessed.as_of(), policy);
    const auto allowed = floor_of(policy.number<"quiet_factor">() * attention.cadence_days);
    ask(rule.words, effort, place_of_cadence(relationship),
        fmt::format("nothing here is dated after {}, {} days ago; a cadence of {} allows {}",
                    to_text(*attention.last_entry), assessed.as_of() - *attention.last_entry,
                    attention.cadence, allowed),
        "hold the review that is due and add it to `reviews`, or agree on another cadence",
        findings);
  });
}

}  // namespace

extern constinit const Rule quiet_relationship{
    .words =
        {
            .name = "quiet-relationship",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary =
                "A relationship in which nothing was written down for longer than its cadence "
                "allows.",
            .why =
                "Relationships rarely break with a quarrel. One review is skipped because nothing "
                "is wrong, the next because the last was, and then the party buys a system of its "
                "own. No review, promise, advice or answer for one and a half cadences is the "
                "earliest sign there is.",
            .mend = "Call, hold the review that is due and write down what was said. If less is "
                    "enough for both sides, agree on a longer cadence; if it is over, say so with "
                    "`status: exiting` and an `exit`.",
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
reviews:
  - {date: 2025-12-11, held_by: jane-doe, summary: Forms come back half as often.}
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
reviews:
  - {date: 2026-05-12, held_by: jane-doe, summary: Forms come back half as often.}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
