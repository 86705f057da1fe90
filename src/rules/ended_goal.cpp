#include <fmt/format.h>

#include <optional>

#include "assess/outcome_tests.h"
#include "model/office_fields.h"
#include "rules/effort.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// A goal that is named and no longer stands.
struct Ended {
  Span place;  ///< Where it is named.
  std::string_view name;
  Date until;
  Span until_place;
};

/// The first of the goals if all of them have ended; empty while one of them stands, or is nobody
/// knows what.
template <class Goals>
std::optional<Ended> all_ended(const Assessment& assessed, const Goals& goals) {
  std::optional<Ended> first;
  for (const auto named : goals) {
    const Item* item = assessed.portfolio().find_goal(named.value);
    if (item == nullptr) return std::nullopt;
    const Of<kinds::goal> goal(*item);
    if (!has_ended(goal, assessed.as_of())) return std::nullopt;
    const auto until = goal.get<"until">();
    if (!first) first = Ended{named.span, named.value, until->value, until->span};
  }
  return first;
}

void check_initiative(const Rule& rule, const Assessment& assessed, const Item& item, Effort effort,
                      Findings& findings) {
  const Of<kinds::initiative> initiative(item);
  std::optional<Ended> first;
  std::size_t count = 0;
  for (const auto outcome : initiative.get<"outcomes">()) {
    const auto own = outcome.get<"goals">();
    const auto ended =
        own.empty() ? all_ended(assessed, initiative.get<"goals">()) : all_ended(assessed, own);
    if (!ended || !is_ahead(assessed.outcome(outcome.item()), assessed.as_of())) continue;
    if (++count == 1) first = ended;
  }
  if (!first) return;
  Finding& finding = ask(
      rule.words, effort, first->place,
      fmt::format("the goal `{}` stood until {}, and {} still to come", first->name,
                  to_text(first->until),
                  count == 1 ? "an outcome that serves it is"
                             : fmt::format("{} outcomes that serve it are", count)),
      "decide whether it is still wanted: tie it to a goal that stands, correct `until` of this "
      "one, or stop it",
      findings);
  finding.second = SecondPlace{first->until_place, "its last day"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Effort effort = effort_for(assessed, *item);
    if (effort != Effort::none) check_initiative(rule, assessed, *item, effort, findings);
  }
}

}  // namespace

extern constinit const Rule ended_goal{
    .words =
        {
            .name = "ended-goal",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An outcome that is still to come, for a goal that no longer stands.",
            .why = "Strategies change and the work goes on. An outcome whose goal has ended may "
                   "still be reached on time, and nobody wants it any more: that is when a "
                   "relationship is asked to change course, and not when the money is gone.",
            .mend = "Ask whoever owns the strategy. Tie the outcome to the goal that took the "
                    "old one's place, extend the goal in brm.yaml, or stop the work and write "
                    "down the lesson.",
            .faulty = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
goals:
  - {id: services-online, statement: Residents get what they need online, until: 2025-12-31}
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
goals: [services-online]
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
            .sound = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
goals:
  - {id: services-online, statement: Residents get what they need online, until: 2029-12-31}
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
goals: [services-online]
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
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
