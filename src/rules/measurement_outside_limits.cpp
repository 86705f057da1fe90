#include <fmt/format.h>

#include <optional>

#include "base/rational.h"
#include "model/of.h"
#include "model/outcome_fields.h"
#include "rules/rule.h"
#include "rules/walk.h"

namespace brm::rules {
namespace {

using Measurement = Of<kinds::measurement>;
using Limits = Of<kinds::limits>;

/// What was measured, as computed with and as it is called in a message.
struct Measured {
  Rational value;
  std::string text;
  Span place;
};

/// A share is 0.75 where 45 of 60 count, or 75 where the unit is percent.
std::optional<Measured> measured(const Measurement& measurement, std::string_view unit) {
  if (const auto value = measurement.get<"value">()) {
    return Measured{to_rational(value->value), to_text(value->value), value->span};
  }
  const auto part = measurement.get<"numerator">();
  const auto whole = measurement.get<"denominator">();
  if (!part || !whole || whole->value.coefficient == 0) return std::nullopt;
  Rational share = to_rational(part->value) / to_rational(whole->value);
  if (unit == "percent" || unit == "%") share *= 100;
  return Measured{std::move(share),
                  fmt::format("{} of {}", to_text(part->value), to_text(whole->value)), part->span};
}

void check_measurement(const RuleWords& words, const Measurement& measurement,
                       const Of<kinds::indicator>& indicator, Findings& findings) {
  const auto limits = indicator.get<"limits">();
  if (!limits) return;
  const auto least = limits->get<"min">();
  const auto most = limits->get<"max">();
  if (least && most && least->value > most->value) return;  // said of the limits themselves
  // Most are numbers within them, which shows without a fraction or a text.
  const auto value = measurement.get<"value">();
  const bool is_within =
      value && (!least || value->value >= least->value) && (!most || value->value <= most->value);
  if (is_within) return;
  const auto found = measured(measurement, indicator.text<"unit">());
  if (!found) return;
  const auto add = [&](std::string_view side, const Located<Decimal>& limit) {
    Finding& finding =
        findings.add(words, found->place,
                     fmt::format("`{}` is {} {} {}, which is the limit of this indicator",
                                 found->text, side, to_text(limit.value), indicator.text<"unit">()),
                     "correct the value; or the limit, if such a value can be");
    finding.second = SecondPlace{limit.span, "the limit"};
  };
  if (least && found->value < to_rational(least->value)) add("below", *least);
  if (most && found->value > to_rational(most->value)) add("above", *most);
}

void check_limits(const RuleWords& words, const Limits& limits, Findings& findings) {
  const auto least = limits.get<"min">();
  const auto most = limits.get<"max">();
  if (!least || !most || least->value <= most->value) return;
  Finding& finding = findings.add(words, most->span,
                                  fmt::format("no value can be at least {} and at most {}",
                                              to_text(least->value), to_text(most->value)),
                                  "`min` is the lower of the two, `max` the higher");
  finding.second = SecondPlace{least->span, "the other limit"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  for (const Item* item : portfolio.all(kinds::limits)) {
    check_limits(rule.words, Limits(*item), findings);
  }
  const Item* owner = nullptr;
  const Item* indicator = nullptr;
  for (const Item* item : portfolio.all(kinds::measurement)) {
    // Outcomes and service levels both hold an indicator and its measurements.
    if (owner != item->parent) indicator = part_of(*item->parent, "indicator");
    owner = item->parent;
    if (indicator == nullptr) continue;
    check_measurement(rule.words, Measurement(*item), Of<kinds::indicator>(*indicator), findings);
  }
}

}  // namespace

extern constinit const Rule measurement_outside_limits{
    .words =
        {
            .name = "measurement-outside-limits",
            .summary = "A measured value that its indicator cannot have.",
            .why = "A share of 740 percent or a waiting time below zero is a slip of the hand or "
                   "another unit, and one such value is enough to call an outcome achieved, or to "
                   "bend the slope from which its arrival is reckoned.",
            .mend =
                "Correct the value. If it is true, the limits are wrong: correct `limits` of the "
                "indicator. With numerator and denominator the limits are those of the share, 0 to "
                "1, or 0 to 100 where the unit is percent.",
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
        indicator:
          measure: Share of minutes in which it answers
          unit: percent
          direction: increase
          kind: hold
          limits: {min: 0, max: 100}
        target: {at_least: 99.5}
        measurements:
          - {date: 2026-01-31, value: 99.8}
          - {date: 2026-02-28, value: 997}
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
        indicator:
          measure: Share of minutes in which it answers
          unit: percent
          direction: increase
          kind: hold
          limits: {min: 0, max: 100}
        target: {at_least: 99.5}
        measurements:
          - {date: 2026-01-31, value: 99.8}
          - {date: 2026-02-28, value: 99.7}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
