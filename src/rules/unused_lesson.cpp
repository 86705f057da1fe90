#include <fmt/format.h>

#include "assess/lesson.h"
#include "base/spelling.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::lesson)) {
    const LessonUse use = use_of(Of<kinds::lesson>(*item), assessed.as_of());
    if (!use.is_unused()) continue;
    findings.add(rule.words, item->place(),
                 fmt::format("this lesson was learned {} ago, and was not applied since",
                             counted(static_cast<std::size_t>(use.days), "day")),
                 "tell those who begin something with its tags (`brm report lessons`), or enter "
                 "where it was used under `applied_in`");
  }
}

}  // namespace

extern constinit const Rule unused_lesson{
    .words =
        {
            .name = "unused-lesson",
            .severity = Severity::note,
            .summary = "A lesson that nobody applied in a year.",
            .why = "A lesson is learned when somebody else does something otherwise because "
                   "of it. One that stands in a file for a year was written for the file: "
                   "the next project begins with the same mistake, and the people who wrote "
                   "it down see that nobody reads them.",
            .mend = "See `brm report lessons` for what begins with its tags, and tell them. "
                    "If it was used, enter where under `applied_in`. If nobody can use it, "
                    "its tags are wrong, or it was no lesson.",
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
lessons:
  - id: ask-the-counter
    date: 2020-03-02
    observation: Nine of ten questions came from one field of the form.
    insight: Nobody who wrote the form had ever stood at a counter.
    recommendation: Let two people from the counter read a form before it goes live.
    applies_to: [forms]
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
lessons:
  - id: ask-the-counter
    date: 2020-03-02
    observation: Nine of ten questions came from one field of the form.
    insight: Nobody who wrote the form had ever stood at a counter.
    recommendation: Let two people from the counter read a form before it goes live.
    applies_to: [forms]
    applied_in: [{ref: dhhs, date: 2020-09-01, effect: Two questions fewer on the next form.}]
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
