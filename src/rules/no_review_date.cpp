#include "model/people_fields.h"
#include "model/technology_fields.h"
#include "rules/lost_values.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// What goes out of date without anybody noticing.
struct Reviewed {
  const Kind* kind;
  std::string_view message;
};

constexpr Reviewed reviewed[] = {
    {&kinds::body, "no day is set on which the charter of this body is looked at again"},
    {&kinds::technology, "no day is set on which this technology is looked at again"},
};

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const LostValues lost(findings);
  for (const Reviewed& each : reviewed) {
    for (const Item* item : assessed.portfolio().all(*each.kind)) {
      if (item->find("review_by") != nullptr || lost.touch(*item)) continue;
      findings.add(rule.words, item->place(), std::string(each.message),
                   "write `review_by: YYYY-MM-DD`");
    }
  }
}

}  // namespace

extern constinit const Rule no_review_date{
    .words =
        {
            .name = "no-review-date",
            .severity = Severity::warning,
            .summary = "A body or a technology without a day on which it is looked at again.",
            .why = "A governance structure should evolve, and a place on the radar should move. "
                   "What has no day of review stays as it was when somebody last had time: the "
                   "council keeps the seats of people who left, and last year's trial is still "
                   "advice.",
            .mend = "Set `review_by` to a day within the next twelve months, and move it on each "
                    "time the review is held.",
            .faulty = R"(# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: monthly
)",
            .sound = R"(# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: monthly
review_by: 2027-01-31
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
