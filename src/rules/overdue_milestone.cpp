#include <fmt/format.h>

#include "base/spelling.h"
#include "model/initiative_fields.h"
#include "model/status.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Of an initiative that goes on: what was stopped or completed waits for nothing.
bool is_waited_for(const Of<kinds::milestone>& milestone, Date as_of) {
  const Item& record = milestone.item().record();
  return record.kind == &kinds::initiative && !is_over(record, as_of);
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Date as_of = assessed.as_of();
  for (const Item* item : assessed.portfolio().all(kinds::milestone)) {
    const Of<kinds::milestone> milestone(*item);
    const auto due = milestone.get<"due">();
    const auto met = milestone.get<"met_on">();
    if (!due || due->value >= as_of || (met && met->value <= as_of)) continue;
    if (!is_waited_for(milestone, as_of)) continue;
    findings.add(
        rule.words, due->span,
        fmt::format("it was due on {}, {} ago, and is neither met nor moved", to_text(due->value),
                    counted(static_cast<std::size_t>(as_of - due->value), "day")),
        "write `met_on`, or move `due` and say why under `revised`");
  }
}

}  // namespace

extern constinit const Rule overdue_milestone{
    .words =
        {
            .name = "overdue-milestone",
            .severity = Severity::warning,
            .summary = "A milestone whose day has passed, neither met nor moved.",
            .why = "A date that passes without a word teaches everybody that dates mean "
                   "nothing. Moved in the open, with a reason, it is a plan; left alone, it "
                   "hides how late the work is, and everything that waits for it.",
            .mend = "Write `met_on` if it was met. Otherwise move `due`, and say under "
                    "`revised` from when to when and why.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}]
milestones:
  - {id: pilot, title: Pilot in two counties, due: 2020-06-30}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}]
milestones:
  - id: pilot
    title: Pilot in two counties
    due: 2090-06-30
    revised: [{date: 2020-06-30, from: 2020-06-30, to: 2090-06-30, because: No county had a room.}]
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
