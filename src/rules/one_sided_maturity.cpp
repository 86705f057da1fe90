#include <fmt/format.h>

#include "assess/relationship.h"
#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_cared_for(assessed, findings, [&](const Relationship& relationship, Effort effort) {
    const Maturity maturity = maturity_of(relationship, assessed.as_of());
    if (!maturity.is_one_sided()) return;
    ask(rule.words, effort, maturity.ours->place,
        fmt::format("this is our view of {}, and the partner's is not on record",
                    to_text(maturity.ours->date)),
        "ask the partner, and add an entry with `by: partner`", findings);
  });
}

}  // namespace

extern constinit const Rule one_sided_maturity{
    .words =
        {
            .name = "one-sided-maturity",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "How mature a relationship is, as only we see it.",
            .why =
                "Whoever delivers sees the work, and whoever depends on it sees the waiting. The "
                "two views of one relationship differ by a level more often than not, and the "
                "difference is the most useful thing in both. A view of ours alone says what we "
                "think of ourselves.",
            .mend = "Ask the partner, in a talk held by somebody who does not manage the "
                    "relationship, and add an entry with `by: partner` and what it rests on.",
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
  - {date: 2026-06-18, held_by: jane-doe, summary: Forms are late again.}
maturity:
  - {date: 2026-06-18, by: us, level: order_taker}
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
  - {date: 2026-06-18, held_by: jane-doe, summary: Forms are late again.}
maturity:
  - {date: 2026-06-18, by: us, level: order_taker}
  - {date: 2026-06-19, by: partner, level: ad_hoc}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
