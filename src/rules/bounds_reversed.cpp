#include <fmt/format.h>

#include "model/office_fields.h"
#include "rules/rule.h"
#include "rules/walk.h"

namespace brm::rules {
namespace {

/// A kind with a lower and an upper bound. The same field twice: a list of the two.
struct Bounded {
  const Kind* kind;
  std::string_view low;
  std::string_view high;
};

constexpr Bounded kinds_with_bounds[] = {
    {&kinds::target, "between", "between"},        {&kinds::target, "at_least", "at_most"},
    {&kinds::period_target, "between", "between"}, {&kinds::period_target, "at_least", "at_most"},
    {&kinds::likelihood, "low", "high"},           {&kinds::impact, "low", "high"},
    {&kinds::likelihood_level, "low", "high"},     {&kinds::impact_level, "low", "high"},
};

/// Amounts in two currencies have no order here.
bool is_above(Type type, const Value& a, const Value& b) {
  if (type != Type::money) return a.as_decimal() > b.as_decimal();
  return a.currency == b.currency && a.number > b.number;
}

std::string shown(Type type, const Value& value) {
  return type == Type::money ? to_text(value.as_money()) : to_text(value.as_decimal());
}

void check_item(const RuleWords& words, const Bounded& bounded, const Item& item,
                Findings& findings) {
  const Value* low = item.find(bounded.low);
  const Value* high = item.find(bounded.high);
  if (low == nullptr || high == nullptr) return;
  const Type type = item.kind->field(low->field).type;
  if (low == high) {
    const std::span<const Value> pair = elements_of(item, *low);
    if (pair.size() != 2) return;  // one of the two could not be read
    low = &pair[0];
    high = &pair[1];
  }
  if (!is_above(type, *low, *high)) return;
  Finding& finding = findings.add(words, item.span_of(*high),
                                  fmt::format("the upper bound {} is below the lower bound {}",
                                              shown(type, *high), shown(type, *low)),
                                  bounded.low == bounded.high
                                      ? fmt::format("write the lower one first: [{}, {}]",
                                                    shown(type, *high), shown(type, *low))
                                      : fmt::format("`{}` is the lower of the two, `{}` the higher",
                                                    bounded.low, bounded.high));
  finding.second = SecondPlace{item.span_of(*low), "the lower bound"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Bounded& bounded : kinds_with_bounds) {
    for (const Item* item : assessed.portfolio().all(*bounded.kind)) {
      check_item(rule.words, bounded, *item, findings);
    }
  }
}

}  // namespace

extern constinit const Rule bounds_reversed{
    .words =
        {
            .name = "bounds-reversed",
            .summary = "A range whose lower end is above its upper end.",
            .why =
                "Nothing lies between 60 and 40: a target written so is missed for ever, however "
                "good the work, and a risk written so has no exposure that could be reckoned.",
            .mend =
                "Write the lower value first. For a risk `low` and `high` are the two ends of what "
                "you think possible, and for losses, too, `high` is the larger amount.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {low: 40, high: 10}
    impact: {amount: 250000}
    response: [mitigate]
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {low: 10, high: 40}
    impact: {amount: 250000}
    response: [mitigate]
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
