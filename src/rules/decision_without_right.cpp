#include <fmt/format.h>

#include "assess/decision_rights.h"
#include "base/spelling.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void add(const Rule& rule, const DecisionType& type, const Item& decision, Findings& findings) {
  const std::vector<std::string_view> names(type.deciders.begin(), type.deciders.end());
  Finding& finding = findings.add(
      rule.words, place_of_type(decision),
      fmt::format("{} took this decision, and `{}` is decided by {}", decision.record().id(),
                  type.name, join_and(names)),
      "bring it to whoever has the right, or give this body the right in its `decision_rights`");
  finding.second = SecondPlace{place_of_type(*type.rights.front()), "the right to it"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const DecisionRights rights(assessed.portfolio());
  for (const DecisionType& type : rights.types()) {
    if (type.rights.empty()) continue;  // nobody decides it: not-one-decider
    for (const Item* decision : type.decisions) {
      if (!was_taken(*decision, assessed.as_of())) continue;
      if (rights.may_decide(decision->record(), type)) continue;
      add(rule, type, *decision, findings);
    }
  }
}

}  // namespace

extern constinit const Rule decision_without_right{
    .words =
        {
            .name = "decision-without-right",
            .severity = Severity::warning,
            .summary = "A decision taken by a body that another one has the right to take.",
            .why = "A decision is only as good as the right to take it: whoever was left out may "
                   "undo it, and the parties who should have been heard were not.",
            .mend = "Bring the decision to the body that decides this sort of question, and write "
                    "it down in a meeting of that body. If the right moved, move it in "
                    "`decision_rights` and give the charter a new version.",
            .faulty = R"(# governance/architecture-board.yaml
kind: body
id: architecture-board
title: Architecture Board
purpose: Keeps systems able to talk to each other.
chair: jane-doe
cadence: P99Y
meetings:
  - date: 2026-03-03
    held: true
    decisions:
      - {id: stop-portal, what: Stop the portal, type: stop an initiative, status: accepted, opened: 2026-02-03, decided: 2026-03-03}
review_by: 2029-01-31
# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: quarterly
decision_rights:
  - {type: stop an initiative, decide: the council}
review_by: 2029-01-31
)",
            .sound = R"(# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: P99Y
decision_rights:
  - {type: stop an initiative, decide: the council}
meetings:
  - date: 2026-03-03
    held: true
    decisions:
      - {id: stop-portal, what: Stop the portal, type: stop an initiative, status: accepted, opened: 2026-02-03, decided: 2026-03-03}
review_by: 2029-01-31
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
