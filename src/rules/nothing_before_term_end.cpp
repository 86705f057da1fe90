#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "assess/horizon.h"
#include "rules/effort.h"
#include "rules/lost_values.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// From the day to judge by on.
std::optional<Horizon> term_end(const Assessment& assessed) {
  for (const Horizon& horizon : horizons_of(assessed)) {
    if (horizon.kind == HorizonKind::term_end) return horizon;
  }
  return std::nullopt;
}

/// Whether something of what it promises, and by when, was written and could not be read.
bool is_short(const Of<kinds::outcome>& outcome, const LostValues& lost) {
  const auto lacks = [&](const auto& part) { return part && lost.touch(part->item()); };
  for (const auto point : outcome.get<"interim">()) {
    if (lost.touch(point.item())) return true;
  }
  return lost.touch(outcome.item()) || lacks(outcome.get<"indicator">()) ||
         lacks(outcome.get<"baseline">()) || lacks(outcome.get<"target">());
}

/// The first day on which something of it can be proven; empty where nobody knows one.
std::optional<Date> first_proof(const Assessment& assessed, const Of<kinds::initiative>& initiative,
                                const LostValues& lost) {
  std::optional<Date> first;
  for (const auto outcome : initiative.get<"outcomes">()) {
    if (is_short(outcome, lost)) return std::nullopt;
    const Proof proof = proof_of(assessed, outcome.item());
    if (proof.points.empty()) continue;
    first = first ? std::min(*first, proof.points.front()) : proof.points.front();
  }
  return first;
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const auto term = term_end(assessed);
  if (!term) return;
  const LostValues lost(findings);
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none) continue;
    const Of<kinds::initiative> initiative(*item);
    const auto start = initiative.get<"start">();
    if (start && start->value >= term->date) continue;  // the next one's
    const auto first = first_proof(assessed, initiative, lost);
    if (!first || *first < term->date) continue;
    Finding& finding =
        ask(rule.words, effort, initiative.place(),
            fmt::format("its first result is due on {}, and the term of the CIO ends on {}",
                        to_text(*first), to_text(term->date)),
            "agree with an owner on an `interim` target before that day, on a smaller outcome that "
            "comes sooner, or with the next CIO's staff that it is handed over unproven",
            findings);
    finding.second = SecondPlace{term->place, "the end of the term"};
  }
}

}  // namespace

extern constinit const Rule nothing_before_term_end{
    .words =
        {
            .name = "nothing-before-term-end",
            .severity = Severity::note,
            .weight = Weight::by_effort,
            .summary = "An initiative of which nothing can be proven before the CIO's term ends.",
            .why = "State CIOs stay for two years or three, and whoever comes next asks first what "
                   "the work has shown. What has shown nothing is stopped, and the agencies that "
                   "waited for it have waited for nothing. So the highest priority comes first, "
                   "in goals small enough to be reached. Looked at are outcomes with a target: "
                   "the day each is due, its interim targets, and of what stays at a level the "
                   "day on which enough is measured. `brm report horizon` does the same for every "
                   "election.",
            .mend = "Set an interim target on which the first part of it can be seen, or promise a "
                    "smaller outcome that comes sooner. Where it cannot come sooner, say so to the "
                    "parties now, and let it be known in the handover.",
            .faulty = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
cio: {holder: jane-doe, term: {start: 2026-01-05, end: 2030-01-07}}
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
goals: [services-online]
parties: [{relationship: dhhs, role: sponsor}]
outcomes:
  - id: decision-days
    title: A decision takes 12 days instead of 31
    beneficiary: dhhs
    owner: ann-park
    mechanism: because forms arrive complete
    goals: [services-online]
    reference: Two neighboring states decide in 10 days
    indicator: {measure: days to decide, unit: days, direction: decrease, frequency: annual}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2030-06-30, value: 12}
)",
            .sound = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
cio: {holder: jane-doe, term: {start: 2026-01-05, end: 2030-01-07}}
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
goals: [services-online]
parties: [{relationship: dhhs, role: sponsor}]
outcomes:
  - id: decision-days
    title: A decision takes 12 days instead of 31
    beneficiary: dhhs
    owner: ann-park
    mechanism: because forms arrive complete
    goals: [services-online]
    reference: Two neighboring states decide in 10 days
    indicator: {measure: days to decide, unit: days, direction: decrease, frequency: annual}
    baseline: {date: 2026-01-31, value: 31}
    interim: [{date: 2028-06-30, value: 24}]
    target: {date: 2030-06-30, value: 12}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
