#include <fmt/format.h>

#include <optional>

#include "rules/measured.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

bool has_result(const Of<kinds::measurement>& measurement) {
  return measurement.has<"value">() || measurement.has<"numerator">() || measurement.has<"met">();
}

/// Said once for each outcome or service level; an entry without a result is one to come.
template <const Kind& K>
void check_series(const RuleWords& words, const Of<K>& measured, Date as_of, Findings& findings) {
  std::optional<Located<Date>> first;
  std::size_t count = 0;
  for (const auto measurement : measured.template get<"measurements">()) {
    const auto date = measurement.template get<"date">();
    if (!date || date->value <= as_of || !has_result(measurement)) continue;
    if (++count == 1) first = date;
  }
  if (!first) return;
  findings.add(words, first->span,
               fmt::format("{} after {}, the day to judge by, and left out of the verdict",
                           count == 1 ? "this result is"
                                      : fmt::format("this result and {} more are", count - 1),
                           to_text(as_of)),
               "correct the date if it was mistyped; a result counts from its own day on");
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_measured(assessed.portfolio(), [&](const auto& measured, const Manner&) {
    check_series(rule.words, measured, assessed.as_of(), findings);
  });
}

}  // namespace

extern constinit const Rule future_measurement{
    .words =
        {
            .name = "future-measurement",
            .severity = Severity::note,
            .summary = "A result that is dated after the day to judge by.",
            .why = "Nobody has measured tomorrow. Most often the year is mistyped, and the "
                   "newest result is left out of the verdict without anybody noticing. If "
                   "`--as-of` asks for a day in the past, this says what was not known then.",
            .mend = "Correct the date. A period that is still to come is entered with its target "
                    "and without a value.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Families have a decision in 12 days instead of 31
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
    measurements:
      - {date: 2062-06-30, value: 29}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Families have a decision in 12 days instead of 31
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
    measurements:
      - {date: 2026-06-30, value: 29}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
