#include <fmt/format.h>

#include <map>
#include <optional>

#include "rules/rule.h"

namespace brm::rules {
namespace {

/// What a threshold can be at all. A percent written for a share or a pace is the usual mistake.
struct Range {
  Decimal least;
  Decimal most;
  bool may_be_least;
  std::string_view words;
};

constexpr Range share{{0, 0}, {1, 0}, true, "a share from 0 to 1: 0.75 for three of four"};
constexpr Range pace{{0, 0}, {10, 0}, false, "a pace above 0, where 1 is as fast as planned"};
constexpr Range factor{{0, 0}, {100, 0}, false, "a factor above 0 and up to 100"};

struct Threshold {
  std::string_view name;
  const Range& range;
};

constexpr Threshold thresholds[] = {
    {"stale_factor", factor},      {"on_track", pace},       {"at_risk", pace},
    {"too_early_share", share},    {"weak_share", share},    {"hold_on_track", share},
    {"hold_off_track", share},     {"quiet_factor", factor}, {"evidenced_share", share},
    {"cadence_kept_share", share},
};

/// Of two thresholds the first is not above the second.
struct Steps {
  std::string_view lower;
  std::string_view upper;
};

constexpr Steps steps[] = {
    {"at_risk", "on_track"},
    {"hold_off_track", "hold_on_track"},
    {"weak_points", "good_points"},
};

std::string_view default_of(std::string_view name) {
  return kinds::policy.field(kinds::policy.index_of(name)).implied;
}

/// A threshold as it is in force, with its place where the office wrote it.
struct InForce {
  Decimal number;
  std::optional<Span> place;

  std::string text() const { return to_text(number) + (place ? "" : " (brm's default)"); }
};

InForce in_force(const Policy& policy, std::string_view name) {
  const Value* written = policy.written(kinds::policy.index_of(name));
  if (written == nullptr) return {read_decimal(default_of(name)).number, std::nullopt};
  return {written->as_decimal(), policy.item()->span_of(*written)};
}

bool is_in(const Range& range, const Decimal& number) {
  const bool is_above = number > range.least || (range.may_be_least && number == range.least);
  return is_above && number <= range.most;
}

void check_range(const Rule& rule, const Policy& policy, const Threshold& threshold,
                 Findings& findings) {
  const InForce found = in_force(policy, threshold.name);
  if (is_in(threshold.range, found.number)) return;
  findings.add(
      rule.words, *found.place,
      fmt::format("`{}` cannot be {}", threshold.name, to_text(found.number)),
      fmt::format("write {}; brm's own is {}", threshold.range.words, default_of(threshold.name)));
}

void check_steps(const Rule& rule, const Policy& policy, const Steps& pair, Findings& findings) {
  const InForce lower = in_force(policy, pair.lower);
  const InForce upper = in_force(policy, pair.upper);
  if (!(lower.number > upper.number)) return;
  Finding& finding = findings.add(rule.words, lower.place ? *lower.place : *upper.place,
                                  fmt::format("`{}` of {} is above `{}` of {}", pair.lower,
                                              lower.text(), pair.upper, upper.text()),
                                  fmt::format("`{}` is the lower of the two", pair.lower));
  if (lower.place && upper.place) finding.second = SecondPlace{*upper.place, "the other one"};
}

/// Money is read whole, so that a limit below nothing can be told by its sign.
void check_appetite(const Rule& rule, const Policy& policy, Findings& findings) {
  if (policy.item() == nullptr) return;
  const auto appetite = Of<kinds::policy>(*policy.item()).get<"appetite">();
  if (!appetite) return;
  if (appetite->value.minor < 0) {
    findings.add(rule.words, appetite->span,
                 fmt::format("`appetite` cannot be {}", to_text(appetite->value)),
                 "write an amount of 0 or more a year, or leave it out where there is no limit");
  }
  const auto currency = Of<kinds::office>(*policy.item()->parent).get<"currency">();
  if (!currency || appetite->value.currency.text() == currency->value) return;
  findings.add(rule.words, appetite->span,
               fmt::format("`appetite` is in {}, and the office counts in {}: no amount in {} is "
                           "held against it",
                           appetite->value.currency.text(), currency->value, currency->value),
               fmt::format("write the amount in {}", currency->value));
}

/// Two rows for one thing, of which one alone counts.
template <class Rows, class NameOf>
void check_twice(const Rule& rule, const Rows& rows, const NameOf& name_of, Findings& findings) {
  std::map<std::string, Span> seen;
  for (const auto row : rows) {
    const std::string name = name_of(row);
    if (name.empty()) continue;
    const Span place{row.item().file, row.item().offset, 0};
    const auto [first, is_new] = seen.emplace(name, place);
    if (is_new) continue;
    Finding& finding = findings.add(rule.words, place, name + " is given twice",
                                    "keep the one that is meant, and delete the other");
    finding.second = SecondPlace{first->second, "first given here"};
  }
}

void check_rows(const Rule& rule, const Policy& policy, Findings& findings) {
  if (policy.item() == nullptr) return;
  const Of<kinds::policy> view(*policy.item());
  const auto rule_of = [](const auto& row) {
    const std::string_view name = row.template text<"rule">();
    return name.empty() ? std::string() : fmt::format("the severity of `{}`", name);
  };
  check_twice(rule, view.get<"severities">(), rule_of, findings);
  const auto cell_of = [](const auto& row) {
    const auto likelihood = row.template get<"likelihood">();
    const auto impact = row.template get<"impact">();
    if (!likelihood || !impact) return std::string();
    return fmt::format("the band of likelihood {} and impact {}", likelihood->value, impact->value);
  };
  check_twice(rule, view.get<"matrix">(), cell_of, findings);
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Policy& policy = assessed.policy();
  for (const Threshold& threshold : thresholds) check_range(rule, policy, threshold, findings);
  for (const Steps& pair : steps) check_steps(rule, policy, pair, findings);
  check_appetite(rule, policy, findings);
  check_rows(rule, policy, findings);
}

}  // namespace

extern constinit const Rule policy_out_of_range{
    .words =
        {
            .name = "policy-out-of-range",
            .summary =
                "A threshold of the policy that makes no sense, or a row that is there twice.",
            .why = "Every verdict rests on the policy. A share of 90 where 0.90 was meant is "
                   "never reached, and every service level is off track; a pace that counts as "
                   "at risk only above the one that counts as on track puts no outcome at risk, "
                   "whatever happens. An appetite in a currency that no risk is counted in "
                   "sets no limit. Of two rows for one rule or one cell of the matrix only one "
                   "counts, and readers take it for the other.",
            .mend = "Shares go from 0 to 1, factors are above 0, and of two steps the lower one "
                    "is not above the higher. `brm explain policy` prints what is in force, and "
                    "brm's own numbers.",
            .faulty = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
goals:
  - {id: services-online, statement: Residents get what they need online}
policy: {hold_on_track: 90}
)",
            .sound = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
goals:
  - {id: services-online, statement: Residents get what they need online}
policy: {hold_on_track: 0.90}
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
