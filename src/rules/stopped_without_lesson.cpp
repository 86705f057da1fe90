#include "model/initiative_fields.h"
#include "rules/lost_values.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const LostValues lost(findings);
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    if (!initiative.is<"status", "stopped">() || initiative.has<"stopped">()) continue;
    if (lost.touch(*item)) continue;
    findings.add(rule.words, initiative.get<"status">()->span,
                 "nothing says when and why this was stopped, or what was learned",
                 "write `stopped: {date: ..., reason: ..., lesson: ...}`");
  }
}

}  // namespace

extern constinit const Rule stopped_without_lesson{
    .words =
        {
            .name = "stopped-without-lesson",
            .summary = "An initiative that was stopped, and nobody wrote down why.",
            .why = "Stopping what does not work is a success, if the next one starts from what "
                   "was learned. Without reason and lesson the same idea comes back in two "
                   "years with another name, and the partners remember only that they were "
                   "dropped.",
            .mend = "Write under `stopped` the day, the reason in a sentence that those who "
                    "worked on it would accept, and what to do otherwise next time. If something "
                    "took its place, name it as `successor`.",
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
status: stopped
parties: [{relationship: dhhs, role: beneficiary}]
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
status: stopped
parties: [{relationship: dhhs, role: beneficiary}]
stopped:
  date: 2026-03-31
  reason: The vendor left the market, and no other portal reads the old files.
  lesson: Ask for the file format before the contract is signed.
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
