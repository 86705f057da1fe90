#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "rules/measured.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Which fields of a target count for each way of judging, and what to do about the others.
struct Use {
  std::string_view what;  ///< `this outcome is to reach a value by a day`
  std::string_view help;
  std::array<std::string_view, 6> fields;
};

constexpr Use use_of(Judging judging) {
  switch (judging) {
    case Judging::reach:
      return {"a value is to be reached by a day",
              "`value` and `date` count; a level that is to be held needs `kind: hold`",
              {"value", "date"}};
    case Judging::hold:
      return {"a level is to be held",
              "the last day of a level is its `until`; a value that is to be reached by a day "
              "needs `kind: reach`, a direction and a baseline",
              {"value", "at_least", "at_most", "between", "from", "until"}};
    case Judging::pass_fail:
      return {"it is met or not",
              "`date` counts; where something is counted, another `kind` does",
              {"date"}};
  }
  return {};
}

void check_fields(const RuleWords& words, const Item& target, Judging judging, Findings& findings) {
  const Use use = use_of(judging);
  const Of<kinds::target> written(target);
  const bool has_bounds =
      written.has<"at_least">() || written.has<"at_most">() || written.has<"between">();
  if (has_bounds && written.has<"value">()) return;  // conflicting-fields says so
  std::vector<std::string> idle;
  Span first;
  for (const Value& value : target.fields()) {
    const std::string_view name = target.kind->field(value.field).name;
    if (std::find(use.fields.begin(), use.fields.end(), name) != use.fields.end()) continue;
    if (idle.empty()) first = target.span_of(value);
    idle.push_back(fmt::format("`{}`", name));
  }
  if (idle.empty()) return;
  const std::vector<std::string_view> names(idle.begin(), idle.end());
  findings.add(words, first,
               fmt::format("{} {} no effect here: {}", join_and(names),
                           idle.size() == 1 ? "has" : "have", use.what),
               std::string(use.help));
}

template <const Kind& K>
bool has_both_bounds(const Of<K>& target) {
  return target.template has<"between">() ||
         (target.template has<"at_least">() && target.template has<"at_most">());
}

/// The one number that was given; null where none or enough was.
template <const Kind& K>
const Value* lone_bound(const Of<K>& target) {
  if (has_both_bounds(target)) return nullptr;
  for (const std::string_view name : {"value", "at_least", "at_most"}) {
    if (const Value* value = target.item().find(name)) return value;
  }
  return nullptr;
}

/// The standing target and those of single periods were written in one go.
template <const Kind& K>
void check_maintained(const RuleWords& words, const Of<K>& measured, Findings& findings) {
  std::size_t count = 0;
  Span first;
  const auto look_at = [&](const auto& target) {
    const Value* bound = lone_bound(target);
    if (bound != nullptr && ++count == 1) first = target.item().span_of(*bound);
  };
  if (const auto standing = measured.template get<"target">()) look_at(*standing);
  for (const auto measurement : measured.template get<"measurements">()) {
    if (const auto own = measurement.template get<"target">()) look_at(*own);
  }
  if (count == 0) return;
  findings.add(words, first,
               "a single number bounds nothing that is to be maintained" + such_targets(count),
               "write `between: [lowest, highest]`; or `direction: increase` or `decrease`, where "
               "only one side matters");
}

template <const Kind& K>
void check_own_targets(const RuleWords& words, const Of<K>& measured, Judging judging,
                       Findings& findings) {
  std::size_t count = 0;
  Span first;
  for (const auto measurement : measured.template get<"measurements">()) {
    const auto own = measurement.template get<"target">();
    if (own && ++count == 1) first = own->item().span();
  }
  if (count == 0) return;
  findings.add(words, first,
               fmt::format("the target of this measurement has no effect: {}{}",
                           use_of(judging).what, such_targets(count)),
               judging == Judging::reach
                   ? "write what should be reached on the way under `interim`; a level that is to "
                     "be held needs `kind: hold`"
                   : "leave it out; where something is counted, another `kind` does");
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_measured(assessed.portfolio(), [&](const auto& measured, const Manner& manner) {
    if (manner.direction == Direction::none) return;  // no indicator, or missing-field's
    if (const auto target = measured.template get<"target">()) {
      check_fields(rule.words, target->item(), manner.judging, findings);
    }
    if (manner.judging != Judging::hold) {
      check_own_targets(rule.words, measured, manner.judging, findings);
    } else if (manner.direction == Direction::maintain) {
      check_maintained(rule.words, measured, findings);
    }
  });
}

}  // namespace

extern constinit const Rule target_without_effect{
    .words =
        {
            .name = "target-without-effect",
            .severity = Severity::warning,
            .summary = "A target, or a part of one, by which nothing is judged.",
            .why = "What is written as a target is taken for a promise by whoever reads the "
                   "record. If the way this outcome is judged does not look at it, the promise "
                   "can be broken every month and the verdict stays as good as it was.",
            .mend = "Write the target in the form that its indicator asks for: `value` and "
                    "`date` to reach a value; `at_least`, `at_most` or `between`, with `from` "
                    "and `until`, to hold a level; both bounds to maintain one; `date` alone for "
                    "what is met or not.",
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
  - id: case-load
    title: No caseworker has fewer than 60 or more than 80 open cases
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because new cases go to whoever has the fewest
    indicator: {measure: open cases per caseworker, unit: cases, direction: maintain}
    target: {at_most: 80}
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
  - id: case-load
    title: No caseworker has fewer than 60 or more than 80 open cases
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because new cases go to whoever has the fewest
    indicator: {measure: open cases per caseworker, unit: cases, direction: maintain}
    target: {between: [60, 80]}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
