#include <fmt/format.h>

#include "model/relationship_fields.h"
#include "rules/lost_values.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const LostValues lost(findings);
  for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
    const Of<kinds::relationship> relationship(*item);
    const bool is_left =
        relationship.is<"status", "exiting">() || relationship.is<"status", "ended">();
    if (!is_left || relationship.has<"exit">() || lost.touch(*item)) continue;
    const auto status = relationship.get<"status">();
    findings.add(rule.words, status->span,
                 fmt::format("this relationship {}, and nothing says why, or what was learned",
                             relationship.is<"status", "ended">() ? "has ended" : "is being left"),
                 "write `exit: {date: ..., reason: ..., plan: ..., lesson: ...}`");
  }
}

}  // namespace

extern constinit const Rule ended_without_exit{
    .words =
        {
            .name = "ended-without-exit",
            .summary = "A relationship that ends or has ended, and nobody wrote down how.",
            .why = "A relationship is not abandoned on failure; it is left knowingly. Without a "
                   "plan the partner's data, people and half-kept promises stay where they are, "
                   "and whoever comes next meets the same partner without knowing what "
                   "happened.",
            .mend = "Write under `exit` the day, the reason, who takes over what, and what to do "
                    "otherwise next time.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
status: ended
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
status: ended
exit:
  date: 2026-03-31
  reason: The department moved its systems to the federal platform.
  lesson: Agree on how data leaves before it comes in.
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
