#include <fmt/format.h>

#include <optional>

#include "assess/unit_words.h"
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

/// By its unit, or by limits that leave room for nothing else.
bool takes_shares(const Of<kinds::indicator>& indicator) {
  const std::string_view unit = indicator.text<"unit">();
  if (unit.empty() || is_share(unit)) return true;
  const auto limits = indicator.get<"limits">();
  const auto most = limits ? limits->get<"max">() : std::nullopt;
  return most && most->value <= Decimal{1, 0};
}

/// A share of which more than all, or less than none, would count. Where that can be, as with
/// rates, limits say so.
bool is_beyond_whole(const Measurement& measurement, const std::optional<Limits>& limits,
                     std::string_view unit) {
  const auto part = measurement.get<"numerator">();
  const auto whole = measurement.get<"denominator">();
  if (!part || !whole || !is_part_of_whole(unit)) return false;
  if (part->value < Decimal{0, 0}) return !limits || !limits->has<"min">();
  return part->value > whole->value && (!limits || !limits->has<"max">());
}

/// Whether this finds fault with how it is written, before any limit is asked for.
bool check_share(const RuleWords& words, const Measurement& measurement,
                 const Of<kinds::indicator>& indicator, Findings& findings) {
  const auto part = measurement.get<"numerator">();
  const auto whole = measurement.get<"denominator">();
  if (!part || !whole || !(whole->value > Decimal{0, 0})) return false;
  const std::string_view unit = indicator.text<"unit">();
  const auto limits = indicator.get<"limits">();
  const std::string text = fmt::format("{} of {}", to_text(part->value), to_text(whole->value));
  if (!takes_shares(indicator)) {
    Finding& finding = findings.add(
        words, part->span, fmt::format("`{}` is a share, and this is measured in {}", text, unit),
        fmt::format("write the value in {}; or `unit: percent`, where a share is meant", unit));
    finding.second = SecondPlace{indicator.get<"unit">()->span, "the unit"};
    return true;
  }
  if (!is_beyond_whole(measurement, limits, unit)) return false;
  const bool is_below = part->value < Decimal{0, 0};
  findings.add(
      words, part->span,
      fmt::format("`{}` is {}", text, is_below ? "less than nothing" : "more than the whole"),
      fmt::format("correct it; or write `limits: {{{}}}` in the indicator, where such a "
                  "value can be",
                  is_below ? "min: ..." : "max: ..."));
  return true;
}

/// A share is 0.75 where 45 of 60 count, or 75 where the unit is percent.
std::optional<Measured> measured(const Measurement& measurement, std::string_view unit) {
  if (const auto value = measurement.get<"value">()) {
    return Measured{to_rational(value->value), to_text(value->value), value->span};
  }
  const auto part = measurement.get<"numerator">();
  const auto whole = measurement.get<"denominator">();
  if (!part || !whole || whole->value.coefficient == 0) return std::nullopt;
  Rational share = to_rational(part->value) / to_rational(whole->value);
  if (is_percent(unit)) share *= 100;
  return Measured{std::move(share),
                  fmt::format("{} of {}", to_text(part->value), to_text(whole->value)), part->span};
}

void check_measurement(const RuleWords& words, const Measurement& measurement,
                       const Of<kinds::indicator>& indicator, Findings& findings) {
  if (check_share(words, measurement, indicator, findings)) return;
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
            .why = "A share of 740 percent, a waiting time below zero or a share where days are "
                   "counted is a slip of the hand or another unit, and one such value is enough to "
                   "call an outcome achieved, or to "
                   "bend the slope from which its arrival is reckoned.",
            .mend =
                "Correct the value. If it is true, the limits are wrong: correct `limits` of the "
                "indicator. With numerator and denominator the limits are those of the share, 0 to "
                "1, or 0 to 100 where the unit is percent. Only a unit of shares takes them: "
                "percent, `share`, `ratio` or the like, `per` something, or limits up to 1; and "
                "where more than all can count, as of a plan, `limits` says how much.",
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
