#include <fmt/format.h>

#include "assess/decision_rights.h"
#include "base/spelling.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Two or more: said at each right after the first, with the first beside it.
void add_several(const Rule& rule, const DecisionType& type, Findings& findings) {
  const std::vector<std::string_view> names(type.deciders.begin(), type.deciders.end());
  Finding& finding = findings.add(
      rule.words, place_of_type(*type.rights.back()),
      fmt::format("{} decide `{}`: {}", counted(names.size(), "party", "parties"), type.name,
                  join_and(names)),
      "leave one of them in `decide`, and move the others to `agree` or `input`; two that mean the "
      "same body name it by its id");
  finding.second = SecondPlace{place_of_type(*type.rights.front()), "decided here too"};
}

void add_nobody(const Rule& rule, const DecisionType& type, Findings& findings) {
  findings.add(rule.words, place_of_type(*type.decisions.front()),
               fmt::format("nobody's `decision_rights` say who decides `{}`", type.name),
               "add this type to the `decision_rights` of the body that decides it, or use the "
               "words of one that is there");
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const DecisionRights rights(assessed.portfolio());
  for (const DecisionType& type : rights.types()) {
    if (type.deciders.size() > 1) add_several(rule, type, findings);
    if (type.rights.empty()) add_nobody(rule, type, findings);
  }
}

}  // namespace

extern constinit const Rule not_one_decider{
    .words =
        {
            .name = "not-one-decider",
            .severity = Severity::warning,
            .summary = "A sort of decision that nobody decides, or more than one.",
            .why =
                "When two bodies decide the same thing, whoever asks picks the one that says yes; "
                "when nobody does, the question waits. Every sort of decision has exactly one who "
                "decides, over all bodies; everybody else recommends, agrees or is heard.",
            .mend = "Settle who decides. A body that leaves a decision to another one writes that "
                    "body's id in `decide`.",
            .faulty = R"(# governance/architecture-board.yaml
kind: body
id: architecture-board
title: Architecture Board
purpose: Keeps systems able to talk to each other.
chair: jane-doe
cadence: monthly
decision_rights:
  - {type: stop an initiative, decide: the chair}
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
            .sound = R"(# governance/architecture-board.yaml
kind: body
id: architecture-board
title: Architecture Board
purpose: Keeps systems able to talk to each other.
chair: jane-doe
cadence: monthly
decision_rights:
  - {type: stop an initiative, recommend: the chair, decide: technology-council}
review_by: 2029-01-31
# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: quarterly
decision_rights:
  - {type: stop an initiative, decide: technology-council}
review_by: 2029-01-31
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
