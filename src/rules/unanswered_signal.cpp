#include <fmt/format.h>

#include "assess/radar.h"
#include "base/spelling.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::signal)) {
    const Of<kinds::signal> signal(*item);
    if (!judge_signal(signal, assessed.as_of()).is_unanswered) continue;
    const auto review = signal.get<"review_by">();
    findings.add(
        rule.words, review->span,
        fmt::format("it was to be looked at again by {}, {} ago, and no response is on record",
                    to_text(review->value),
                    counted(static_cast<std::size_t>(assessed.as_of() - review->value), "day")),
        "write what the office does in `response` (watch, study, experiment, act or dismiss), and "
        "the next `review_by`");
  }
}

}  // namespace

extern constinit const Rule unanswered_signal{
    .words =
        {
            .name = "unanswered-signal",
            .severity = Severity::warning,
            .summary = "A sign of change whose day of review has passed without a response.",
            .why = "Whoever reports a sign of change and hears nothing reports no second one. To "
                   "dismiss it is a response, too, and can be learned from when it comes true.",
            .mend = "Decide what the office does about it and write it in `response`; set the "
                    "next `review_by`. If it came true, or did not, write `came_true`.",
            .faulty = R"(# radar/phones-first.yaml
kind: signal
id: phones-first
title: Most claimants have no computer
date: 2019-04-22
source: Spring survey, question 11
reported_by: jane-doe
steep: [social]
why: Forms drawn for a desk are given up on a phone.
review_by: 2020-04-22
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
review_by: 2020-04-22
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
