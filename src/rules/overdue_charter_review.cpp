#include <fmt/format.h>

#include "assess/governance.h"
#include "base/spelling.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* body : assessed.portfolio().all(kinds::body)) {
    const CharterState state =
        judge_charter(Of<kinds::body>(*body), assessed.as_of(), assessed.policy());
    if (!state.is_overdue(assessed.as_of())) continue;
    const Date due = state.due->due;
    const std::string late = counted(static_cast<std::size_t>(assessed.as_of() - due), "day");
    const int months = assessed.policy().whole<"charter_months">();
    findings.add(
        rule.words, state.due->place,
        state.due->since
            ? fmt::format("this is the newest version of the charter, and its review was due {} "
                          "months later, on {}, {} ago",
                          months, to_text(due), late)
            : fmt::format("the charter was to be reviewed by {}, {} ago", to_text(due), late),
        "review it, add what was changed or confirmed to `charter`, and set the next `review_by`");
  }
}

}  // namespace

extern constinit const Rule overdue_charter_review{
    .words =
        {
            .name = "overdue-charter-review",
            .severity = Severity::warning,
            .summary = "A body whose charter should have been looked at again.",
            .why = "Governance evolves: who sits in a body, what it decides and how often it meets "
                   "fit the work of the day they were written. A review is due on `review_by`; "
                   "without it, `charter_months` (12) after the newest version.",
            .mend = "Let the body read its charter. Add a version to `charter`, with what is new "
                    "and why, or with the day it was confirmed; then set the next `review_by`.",
            .faulty = R"(# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: monthly
review_by: 2020-01-31
)",
            .sound = R"(# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: monthly
review_by: 2029-01-31
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
