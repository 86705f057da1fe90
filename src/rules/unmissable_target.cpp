#include <fmt/format.h>

#include <algorithm>

#include "assess/unit_words.h"
#include "base/rational.h"
#include "rules/measured.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

using Bound = std::optional<Located<Decimal>>;

/// The bound on the side that the direction looks at.
template <const Kind& K>
Bound bound_of(const Of<K>& target, Direction direction) {
  const auto side = direction == Direction::increase ? target.template get<"at_least">()
                                                     : target.template get<"at_most">();
  return side ? side : target.template get<"value">();
}

template <const Kind& K>
bool has_negative(const Of<K>& measured) {
  for (const auto measurement : measured.template get<"measurements">()) {
    const auto value = measurement.template get<"value">();
    if (value && value->value.coefficient < 0) return true;
  }
  return false;
}

/// The worst value there can be: by the indicator's limits, else none of a share.
template <const Kind& K>
std::optional<Rational> worst_value(const Of<K>& measured, Direction direction) {
  const auto indicator = measured.template get<"indicator">();
  if (!indicator) return std::nullopt;
  if (const auto limits = indicator->template get<"limits">()) {
    const auto limit = direction == Direction::increase ? limits->template get<"min">()
                                                        : limits->template get<"max">();
    const auto other = direction == Direction::increase ? limits->template get<"max">()
                                                        : limits->template get<"min">();
    const bool is_turned =
        limit && other && (limit->value > other->value) == (direction == Direction::increase);
    if (is_turned && limit->value != other->value) return std::nullopt;  // said of the limits
    if (limit) return to_rational(limit->value);
  }
  const bool is_bounded = direction == Direction::increase &&
                          is_percent(indicator->template text<"unit">()) && !has_negative(measured);
  return is_bounded ? std::optional(Rational(0)) : std::nullopt;
}

template <const Kind& K>
void check_measured(const RuleWords& words, const Of<K>& measured, Direction direction,
                    Findings& findings) {
  const auto worst = worst_value(measured, direction);
  if (!worst) return;
  const bool rises = direction == Direction::increase;
  std::size_t count = 0;
  Bound first;
  const auto look_at = [&](const auto& target) {
    const Bound bound = bound_of(target, direction);
    if (!bound) return;
    const Rational value = to_rational(bound->value);
    if (rises ? value > *worst : value < *worst) return;
    if (++count == 1) first = bound;
  };
  if (const auto target = measured.template get<"target">()) look_at(*target);
  for (const auto measurement : measured.template get<"measurements">()) {
    if (const auto own = measurement.template get<"target">()) look_at(*own);
  }
  if (count == 0) return;
  findings.add(words, first->span,
               fmt::format("no value can miss `at {} {}`{}", rises ? "least" : "most",
                           to_text(first->value), such_targets(count)),
               fmt::format("write a target that can be missed, or none; or the limits, where "
                           "there are values {} it: `limits: {{{}: ...}}`",
                           rises ? "below" : "above", rises ? "min" : "max"));
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_measured(assessed.portfolio(), [&](const auto& measured, const Manner& manner) {
    const bool has_side =
        manner.direction == Direction::increase || manner.direction == Direction::decrease;
    if (manner.judging != Judging::hold || !has_side) return;
    check_measured(rule.words, measured, manner.direction, findings);
  });
}

}  // namespace

extern constinit const Rule unmissable_target{
    .words =
        {
            .name = "unmissable-target",
            .severity = Severity::warning,
            .summary = "A target that every possible value meets.",
            .why = "At least 0 percent is met by whatever happens, so the verdict says on track "
                   "and nothing was proven. Such a target is often a blank of a spreadsheet that "
                   "became a number, or what is left of a service that no longer runs.",
            .mend = "Write the level that matters. Where there is none, leave the target out: a "
                    "value without one is not judged. If values can be worse than that after all, "
                    "say so in `limits` of the indicator.",
            .faulty = R"(# relationships/northwind.yaml
kind: relationship
id: northwind
title: Northwind Hosting
type: private_partner
tier: transactional
manager: jane-doe
agreements:
  - id: hosting
    type: contract
    title: Hosting of the eligibility portal
    period: {start: 2026-01-01, end: 2030-12-31}
    service_levels:
      - id: uptime
        title: The portal answers
        indicator: {measure: Share of minutes in which it answers, unit: percent, direction: increase, kind: hold}
        target: {at_least: 0}
        measurements:
          - {date: 2026-01-31, value: 99.8}
)",
            .sound = R"(# relationships/northwind.yaml
kind: relationship
id: northwind
title: Northwind Hosting
type: private_partner
tier: transactional
manager: jane-doe
agreements:
  - id: hosting
    type: contract
    title: Hosting of the eligibility portal
    period: {start: 2026-01-01, end: 2030-12-31}
    service_levels:
      - id: uptime
        title: The portal answers
        indicator: {measure: Share of minutes in which it answers, unit: percent, direction: increase, kind: hold}
        target: {at_least: 99.5}
        measurements:
          - {date: 2026-01-31, value: 99.8}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
