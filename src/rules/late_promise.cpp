#include <fmt/format.h>

#include "base/spelling.h"
#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
    const Relationship relationship(*item);
    if (is_ended(relationship, assessed.as_of())) continue;
    for (const PromiseJudgement& promise : promises_of(relationship, assessed.as_of())) {
      if (!promise.is_ours || promise.state != PromiseJudgement::State::late) continue;
      const auto due = Of<kinds::promise>(*promise.promise).get<"due">();
      findings.add(
          rule.words, due->span,
          fmt::format("we promised it by {}, {} ago, and it is not kept", to_text(promise.due),
                      counted(static_cast<std::size_t>(promise.days), "day")),
          "keep it and write `met_on`, or agree on another day with the party and write "
          "that as `due`");
    }
  }
}

}  // namespace

extern constinit const Rule late_promise{
    .words =
        {
            .name = "late-promise",
            .severity = Severity::warning,
            .summary = "A promise of ours that is past its day and not kept.",
            .why =
                "The partner remembers it. A promise that nobody mentions after its day is "
                "counted as broken, whatever is done later, and the next one is worth less. Said "
                "before the day that it will be late, it costs nothing but the call.",
            .mend =
                "Keep it and write the day as `met_on`. If it takes longer, tell the party, agree "
                "on another `due` and say why in the next review.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
promises:
  - {id: form-list, by: us, text: A list of all forms, made: 2026-04-14, due: 2026-06-30}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
promises:
  - {id: form-list, by: us, text: A list of all forms, made: 2026-04-14, due: 2026-06-30, met_on: 2026-06-29}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
