#include <fmt/format.h>

#include "base/spelling.h"
#include "model/relationship_fields.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Date as_of = assessed.as_of();
  for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
    const Of<kinds::relationship> relationship(*item);
    const auto exit = relationship.get<"exit">();
    const auto date = exit ? exit->get<"date">() : std::nullopt;
    if (!relationship.is<"status", "exiting">() || !date || date->value >= as_of) continue;
    findings.add(
        rule.words, date->span,
        fmt::format("it was to be over on {}, {} ago, and is still `exiting`", to_text(date->value),
                    counted(static_cast<std::size_t>(as_of - date->value), "day")),
        "write `status: ended`; or agree on another day with the party and write that");
  }
}

}  // namespace

extern constinit const Rule overdue_exit{
    .words =
        {
            .name = "overdue-exit",
            .severity = Severity::warning,
            .summary = "A relationship that was to be over by a day, and is still being left.",
            .why = "Between leaving and having left nobody looks after a relationship: no review "
                   "is due, and what was promised for the way out, data back, keys returned, is "
                   "easily forgotten. The last day is when somebody has to say that it is done.",
            .mend = "Write `status: ended` once nothing is owed any more. If something is, keep "
                    "`exiting` and move `exit.date` to a day that both sides agreed on.",
            .faulty = R"(# relationships/northwind.yaml
kind: relationship
id: northwind
title: Northwind Hosting
type: private_partner
tier: transactional
manager: jane-doe
status: exiting
exit: {reason: The service moved in house., date: 2020-06-30, lesson: Ask for the data first.}
)",
            .sound = R"(# relationships/northwind.yaml
kind: relationship
id: northwind
title: Northwind Hosting
type: private_partner
tier: transactional
manager: jane-doe
status: ended
exit: {reason: The service moved in house., date: 2020-06-30, lesson: Ask for the data first.}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
