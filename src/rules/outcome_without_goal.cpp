#include <fmt/format.h>

#include <algorithm>

#include "assess/outcome_tests.h"
#include "base/spelling.h"
#include "model/office_fields.h"
#include "rules/lost_values.h"
#include "rules/rule.h"
#include "rules/shared_lacks.h"

namespace brm::rules {
namespace {

/// As many as a line of help holds.
constexpr std::size_t most_named = 5;

/// `goals: [...]`, and which goals of the office there are to choose from.
std::string help_for(const Of<kinds::office>& office, Date as_of) {
  std::vector<std::string> names;
  std::size_t more = 0;
  for (const auto goal : office.get<"goals">()) {
    if (has_ended(goal, as_of)) continue;
    if (names.size() < most_named)
      names.push_back(fmt::format("`{}`", goal.item().id()));
    else
      ++more;
  }
  if (names.empty()) return "add the goal that it serves to brm.yaml; those there have ended";
  const std::vector<std::string_view> known(names.begin(), names.end());
  return fmt::format(
      "write `goals: [...]` in it, or in the initiative for all of its outcomes: {}{}",
      join_or(known), more > 0 ? fmt::format(" ({} more in brm.yaml)", more) : "");
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  if (portfolio.office() == nullptr) return;
  const Of<kinds::office> office(*portfolio.office());
  if (office.get<"goals">().empty()) return;  // no strategy is on record yet
  const LostValues lost(findings);
  const std::string help = help_for(office, assessed.as_of());
  for (const Item* item : portfolio.all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none || !initiative.get<"goals">().empty() || lost.touch(*item)) continue;
    for (const auto outcome : initiative.get<"outcomes">()) {
      if (!outcome.get<"goals">().empty() || lost.touch(outcome.item())) continue;
      report_lacks(rule.words, outcome.item(), effort, {"a goal of the office to serve"}, help,
                   findings);
    }
  }
}

}  // namespace

extern constinit const Rule outcome_without_goal{
    .words =
        {
            .name = "outcome-without-goal",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An outcome that serves none of the goals of the office, as far as anybody "
                       "wrote down.",
            .why = "An outcome is relevant as long as it serves a goal that still stands. One "
                   "that is tied to none survives every change of strategy, because nobody can "
                   "see that it was meant for the one before, and its money is missing where "
                   "the new goals are.",
            .mend = "Name the goal under `goals`, in the outcome or once in its initiative. If "
                    "it serves none of them, either a goal is missing in brm.yaml or this is not "
                    "for the office to do.",
            .faulty = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
goals:
  - {id: services-online, statement: Residents get what they need online}
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
  - {id: services-online, statement: Residents get what they need online}
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
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
