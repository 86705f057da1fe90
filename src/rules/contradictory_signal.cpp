#include "assess/radar.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::signal)) {
    const Of<kinds::signal> signal(*item);
    const auto came_true = signal.get<"came_true">();
    const auto day = signal.get<"came_true_on">();
    if (!came_true || came_true->value || !day) continue;
    Finding& finding =
        findings.add(rule.words, day->span, "it has a day on which it came true, and did not",
                     "write `came_true: true`, or delete `came_true_on`");
    finding.second = SecondPlace{came_true->span, "that it did not"};
  }
}

}  // namespace

extern constinit const Rule contradictory_signal{
    .words =
        {
            .name = "contradictory-signal",
            .severity = Severity::warning,
            .summary = "A signal that did not come true, with the day on which it did.",
            .why = "One of the two is wrong. Lead times are told from the signals that came true, "
                   "and who warned in time is told from lead times; until it is mended this one "
                   "counts as one that did not.",
            .mend = "Write `came_true: true` if it did. Otherwise delete `came_true_on`; what "
                    "happened on that day belongs into `notes`.",
            .faulty = R"(# radar/phones-first.yaml
kind: signal
id: phones-first
title: Most claimants have no computer
date: 2019-04-22
source: Spring survey, question 11
reported_by: jane-doe
steep: [social]
why: Forms drawn for a desk are given up on a phone.
response: watch
came_true: false
came_true_on: 2020-04-22
)",
            .sound = R"(# radar/phones-first.yaml
kind: signal
id: phones-first
title: Most claimants have no computer
date: 2019-04-22
source: Spring survey, question 11
reported_by: jane-doe
steep: [social]
why: Forms drawn for a desk are given up on a phone.
response: watch
came_true: true
came_true_on: 2020-04-22
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
