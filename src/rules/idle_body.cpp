#include <fmt/format.h>

#include "assess/governance.h"
#include "base/spelling.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Of one without a meeting or a charter nobody knows since when it should have met: a note.
void add_unknown(const Rule& rule, const Item& body, Findings& findings) {
  findings
      .add(rule.words, body.place(), "no meeting of this body is on record, held or planned",
           "write its meetings under `meetings`, the next planned one too")
      .severity = Severity::note;
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::body)) {
    const Of<kinds::body> body(*item);
    const auto silence = find_silence(body, assessed.as_of(), assessed.policy());
    if (!silence) continue;
    if (!silence->since) {
      add_unknown(rule, *item, findings);
      continue;
    }
    const auto days = static_cast<std::size_t>(assessed.as_of() - *silence->since);
    const auto cadence = body.get<"cadence">();
    findings.add(rule.words, cadence->span,
                 fmt::format("it is to meet {}, and {} on record is of {}, {} ago", cadence->value,
                             silence->has_met ? "the last meeting" : "no meeting held: its charter",
                             to_text(*silence->since), counted(days, "day")),
                 "hold the next meeting, write down those that were held, or set a `cadence` that "
                 "is kept");
  }
}

}  // namespace

extern constinit const Rule idle_body{
    .words =
        {
            .name = "idle-body",
            .severity = Severity::warning,
            .summary = "A body that has not met for longer than its cadence allows.",
            .why =
                "A body that does not meet decides nothing, and what should be decided there waits "
                "or is decided where nobody is heard. It counts as idle when its last meeting held "
                "(where there is none, its first charter) is more than `quiet_factor` cadences "
                "ago. A body of which neither is on record is a note.",
            .mend = "Hold a meeting and write it under `meetings` with `held: true`. If the body "
                    "meets less often by now, say so in `cadence`; if nobody misses it, end it.",
            .faulty = R"(# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: monthly
meetings:
  - {date: 2019-11-06, held: true}
  - {date: 2019-12-04, held: false}
review_by: 2029-12-31
)",
            .sound = R"(# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: P99Y
meetings:
  - {date: 2019-11-06, held: true}
  - {date: 2019-12-04, held: false}
review_by: 2029-12-31
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
