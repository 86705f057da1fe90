#include "assess/computed_body_fields.h"

#include <array>

#include "assess/governance.h"

namespace brm {
namespace {

Fact due_fact(const CharterState& charter) { return charter.due ? Fact{charter.due->due} : Fact{}; }

MeetingCount meetings(const Assessment& assessed, const Item& body) {
  return count_meetings(Of<kinds::body>(body), assessed.as_of(), assessed.policy());
}

CharterState charter(const Assessment& assessed, const Item& body) {
  return judge_charter(Of<kinds::body>(body), assessed.as_of(), assessed.policy());
}

/// Not there before the day it was brought up.
std::optional<Decision> decision_of(const Assessment& assessed, const Item& item) {
  return find_decision(Of<kinds::decision>(item), assessed.as_of());
}

Fact days_fact(const std::optional<Decision>& decision) {
  return decision && decision->days ? Fact{Decimal{*decision->days, 0}} : Fact{};
}

// The rows of the table below stay on a line or two each.
using A = const Assessment&;
using I = const Item&;

const std::array table{
    ComputedField{"body",
                  "held",
                  Type::whole,
                  {},
                  "Meetings held in the last 12 months, from the first one on record.",
                  [](A a, I i) { return count_fact(meetings(a, i).held); }},
    ComputedField{"body",
                  "planned",
                  Type::whole,
                  {},
                  "Meetings that its cadence asks for in the same time.",
                  [](A a, I i) { return count_fact(meetings(a, i).planned); }},
    ComputedField{"body",
                  "last_held",
                  Type::date,
                  {},
                  "The day of its last meeting held.",
                  [](A a, I i) { return date_fact(meetings(a, i).last_held); }},
    ComputedField{"body",
                  "idle",
                  Type::boolean,
                  {},
                  "Whether it has not met for too long.",
                  [](A a, I i) {
                    return Fact{
                        find_silence(Of<kinds::body>(i), a.as_of(), a.policy()).has_value()};
                  }},
    ComputedField{"body",
                  "charter_due",
                  Type::date,
                  {},
                  "The day its charter is to be reviewed at the latest.",
                  [](A a, I i) { return due_fact(charter(a, i)); }},
    ComputedField{"body",
                  "charter_overdue",
                  Type::boolean,
                  {},
                  "Whether that day has passed.",
                  [](A a, I i) { return Fact{charter(a, i).is_overdue(a.as_of())}; }},
    ComputedField{"decision",
                  "open",
                  Type::boolean,
                  {},
                  "Whether it was brought up and is not decided yet.",
                  [](A a, I i) {
                    const auto decision = decision_of(a, i);
                    return Fact{decision && decision->is_open};
                  }},
    ComputedField{"decision",
                  "days",
                  Type::whole,
                  {},
                  "Days from opened to decided, or until now while it is open.",
                  [](A a, I i) { return days_fact(decision_of(a, i)); }},
};

}  // namespace

std::span<const ComputedField> computed_body_fields() { return table; }

}  // namespace brm
