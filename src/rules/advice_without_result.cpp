#include <fmt/format.h>

#include "assess/radar.h"
#include "model/status.h"
#include "rules/effort.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::advice)) {
    const Of<kinds::advice> advice(*item);
    const auto state = judge_advice(advice, assessed.as_of());
    if (!state || !state->is_old || is_over(*item, assessed.as_of())) continue;
    findings.add(rule.words, advice.get<"date">()->span,
                 fmt::format("{} gave this advice on {}, and nothing says what came of it",
                             state->is_from_us ? "we" : "the partner", to_text(state->date)),
                 "write in `came_of_it` what was done with it; `nothing, because ...` will do");
  }
}

}  // namespace

extern constinit const Rule advice_without_result{
    .words =
        {
            .name = "advice-without-result",
            .severity = Severity::note,
            .summary = "Advice given a year ago or more, of which nobody says what came.",
            .why = "A trusted advisor is one whose advice is answered. Advice that leads nowhere, "
                   "and is not even declined, is given once.",
            .mend = "Ask whoever took the advice and write the answer in `came_of_it`, be it that "
                    "it was not followed and why.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
advice:
  - date: 2019-06-25
    from: partner
    about: change
    text: Start with the county that complains most.
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
advice:
  - date: 2019-06-25
    from: partner
    about: change
    text: Start with the county that complains most.
    came_of_it: Carver county went first; it complains about the next one now.
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
