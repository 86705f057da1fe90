#include <fmt/format.h>

#include "assess/agreement_term.h"
#include "assess/shared_work.h"
#include "base/spelling.h"
#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

/// `1 agreement and 2 open risks`: what its own record says that hangs on it; empty for nothing.
std::string own_weight(const Relationship& relationship, Date as_of, const Policy& policy) {
  std::size_t agreements = 0;
  std::size_t risks = 0;
  for (const auto agreement : relationship.get<"agreements">()) {
    if (agreement_term(agreement, as_of, policy).is_in_force()) ++agreements;
  }
  for (const auto risk : relationship.get<"risks">()) {
    if (is_open_risk(risk.item())) ++risks;
  }
  std::string out = agreements > 0 ? counted(agreements, "agreement") : "";
  if (risks > 0) out += (out.empty() ? "" : " and ") + counted(risks, "open risk");
  if (!out.empty()) out += agreements + risks == 1 ? " hangs on it" : " hang on it";
  return out;
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_cared_for(assessed, findings, [&](const Relationship& relationship, Effort effort) {
    const Attention attention = attention_of(relationship, assessed.as_of(), assessed.policy());
    if (has_its_reviews(attention, assessed.policy())) return;
    if (is_quiet(relationship, assessed.as_of(), assessed.policy())) return;  // said once, there
    const std::string weight = own_weight(relationship, assessed.as_of(), assessed.policy());
    if (weight.empty()) return;
    ask(rule.words, effort, place_of_cadence(relationship),
        fmt::format("{} of {} held since {}, and {}", attention.held,
                    counted(attention.planned, fmt::format("{} review", attention.cadence)),
                    to_text(attention.since), weight),
        "hold the review that is due and add it to `reviews`, or agree on another cadence",
        findings);
  });
}

}  // namespace

extern constinit const Rule neglected_relationship{
    .words =
        {
            .name = "neglected-relationship",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary =
                "A relationship that agreements or risks hang on, with less than 75 % of its "
                "planned reviews held.",
            .why =
                "What hangs on a party grows by itself: one more agreement, one more risk. The "
                "time given to it does not. A contract worth millions whose party was talked to "
                "twice in a year ends as a surprise to one of the two. Outcomes in other records "
                "are not counted here: `brm report relationships` sets everything that hangs on a "
                "party beside the attention it gets.",
            .mend =
                "Hold the review that is due, and set days for those to come. If less is enough, "
                "agree with the party on another cadence and write it down.",
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
  - {date: 2025-09-10, held_by: jane-doe, summary: Two forms fewer.}
  - {date: 2026-06-18, held_by: jane-doe, summary: Forms come back half as often.}
agreements:
  - {id: case-data, type: mou, title: Case data, signed: 2024-01-10, period: {start: 2024-02-01}}
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
  - {date: 2025-09-10, held_by: jane-doe, summary: Two forms fewer.}
  - {date: 2025-12-11, held_by: jane-doe, summary: The third is on its way.}
  - {date: 2026-06-18, held_by: jane-doe, summary: Forms come back half as often.}
agreements:
  - {id: case-data, type: mou, title: Case data, signed: 2024-01-10, period: {start: 2024-02-01}}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
