#include <fmt/format.h>

#include <optional>

#include "assess/gaps.h"
#include "rules/measured.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

using Outcome = Of<kinds::outcome>;

/// Two dates in the wrong order are dates-out-of-order's: the values are then the wrong way round
/// for the same cause.
bool dates_are_in_order(const Outcome& outcome) {
  return outcome.get<"baseline">()->get<"date">()->value <
         outcome.get<"target">()->get<"date">()->value;
}

void check_way(const RuleWords& words, const Outcome& outcome, Findings& findings) {
  if (reach_gaps(outcome) != std::vector<Gap>{Gap::target_against_direction}) return;
  if (!dates_are_in_order(outcome)) return;
  const auto baseline = outcome.get<"baseline">()->get<"value">();
  const auto target = outcome.get<"target">()->get<"value">();
  const auto direction = outcome.get<"indicator">()->get<"direction">();
  Finding& finding =
      findings.add(words, target->span,
                   fmt::format("from a baseline of {} to a target of {} is no {}",
                               to_text(baseline->value), to_text(target->value), direction->value),
                   "correct the value that is wrong, or the direction");
  finding.second = SecondPlace{direction->span, "the direction"};
}

/// The bound on the side to which nothing needs to be bounded, where it is the only one.
template <const Kind& K>
std::optional<Span> wrong_bound(const Of<K>& target, Direction direction) {
  const auto lower = target.template get<"at_least">();
  const auto upper = target.template get<"at_most">();
  if (direction == Direction::increase && upper && !lower) return upper->span;
  if (direction == Direction::decrease && lower && !upper) return lower->span;
  return std::nullopt;
}

/// Each of the standing target and those of single periods is written by itself; of several with
/// the wrong bound the first is pointed at.
template <const Kind& K>
void check_level(const RuleWords& words, const Of<K>& measured, Direction direction,
                 Findings& findings) {
  std::optional<Span> first;
  std::size_t count = 0;
  const auto add = [&](const std::optional<Span>& place) {
    if (place && ++count == 1) first = place;
  };
  const auto target = measured.template get<"target">();
  if (target) add(wrong_bound(*target, direction));
  for (const auto measurement : measured.template get<"measurements">()) {
    if (const auto own = measurement.template get<"target">()) add(wrong_bound(*own, direction));
  }
  if (!first) return;
  const bool increases = direction == Direction::increase;
  const std::string_view wrong = increases ? "at_most" : "at_least";
  const std::string_view right = increases ? "at_least" : "at_most";
  Finding& finding = findings.add(words, *first,
                                  fmt::format("`{}` is the only bound, and {} is better{}", wrong,
                                              increases ? "more" : "less", such_targets(count)),
                                  fmt::format("write `{}`, or correct the direction", right));
  const auto way = measured.template get<"indicator">()->template get<"direction">();
  finding.second = SecondPlace{way->span, "the direction"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::outcome)) {
    check_way(rule.words, Outcome(*item), findings);
  }
  for_each_measured(assessed.portfolio(), [&](const auto& measured, const Manner& manner) {
    if (manner.judging != Judging::hold) return;
    check_level(rule.words, measured, manner.direction, findings);
  });
}

}  // namespace

extern constinit const Rule target_against_direction{
    .words =
        {
            .name = "target-against-direction",
            .summary = "A target that lies against the direction of its indicator.",
            .why = "The direction says which way is better, and the target says the opposite. "
                   "Either number or word is wrong, and as long as nobody says which, getting "
                   "worse could count as progress, and the best month of all as a failure.",
            .mend = "Look at the measure: if fewer are better, the direction is `decrease`, the "
                    "target lies below the baseline, and a level is held with `at_most`. If more "
                    "are better, it is `increase`, above, and `at_least`.",
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
    indicator: {measure: median days to decide, unit: days, direction: increase}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
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
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
