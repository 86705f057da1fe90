#include <fmt/format.h>

#include "model/relationship_fields.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Whether a denominator was written that no share can have.
bool has_empty_whole(const Of<kinds::measurement>& measurement) {
  const auto whole = measurement.get<"denominator">();
  return whole && !(whole->value > Decimal{0, 0});
}

void check_measurement(const Rule& rule, const Of<kinds::measurement>& measurement,
                       bool is_pass_fail, Findings& findings) {
  const auto value = measurement.get<"value">();
  const auto part = measurement.get<"numerator">();
  const auto met = measurement.get<"met">();
  if (met && (value || part)) return;  // conflicting-fields says so
  if (met && !is_pass_fail) {
    findings.add(
        rule.words, met->span, "`met` says nothing about an outcome that is measured in numbers",
        "write the value; or `kind: pass_fail` in the indicator, where nothing is counted");
  }
  if (is_pass_fail && (value || part)) {
    findings.add(rule.words, value ? value->span : part->span,
                 "a number says nothing about an outcome that is met or not",
                 "write `met: true` or `met: false`; or another `kind` in the indicator");
  }
  if (has_empty_whole(measurement)) {
    findings.add(
        rule.words, measurement.get<"denominator">()->span,
        "no share can be taken of this denominator",
        "write how many there were in all; leave the measurement out where there were none");
  }
}

template <const Kind& K>
void check_series(const Rule& rule, const Of<K>& measured, Findings& findings) {
  const auto indicator = measured.template get<"indicator">();
  const bool is_pass_fail = indicator && indicator->template is<"kind", "pass_fail">();
  for (const auto measurement : measured.template get<"measurements">()) {
    check_measurement(rule, measurement, is_pass_fail, findings);
  }
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    check_series(rule, Of<kinds::outcome>(*outcome), findings);
  }
  for (const Item* level : assessed.portfolio().all(kinds::service_level)) {
    check_series(rule, Of<kinds::service_level>(*level), findings);
  }
}

}  // namespace

extern constinit const Rule unjudgeable_measurement{
    .words =
        {
            .name = "unjudgeable-measurement",
            .summary = "A measurement of which no verdict can be made.",
            .why = "An outcome in numbers is judged by values, one that is met or not by `met`. A "
                   "failed result written in the other form would be passed over, and the verdict "
                   "would rest on the better ones before it.",
            .mend =
                "Write the result in the form its indicator asks for, or correct the indicator.",
            .faulty = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}]
outcomes:
  - id: on-time
    title: Decisions are made on time
    indicator: {measure: decided in 30 days, unit: percent, direction: increase, kind: hold}
    target: {at_least: 90}
    measurements:
      - {date: 2026-05-31, value: 95}
      - {date: 2026-06-30, met: false}
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
            .sound = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}]
outcomes:
  - id: on-time
    title: Decisions are made on time
    indicator: {measure: decided in 30 days, unit: percent, direction: increase, kind: hold}
    target: {at_least: 90}
    measurements:
      - {date: 2026-05-31, value: 95}
      - {date: 2026-06-30, numerator: 34, denominator: 40}
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
