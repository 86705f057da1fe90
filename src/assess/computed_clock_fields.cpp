#include "assess/computed_clock_fields.h"

#include <array>

#include "assess/clocks.h"

namespace brm {
namespace {

using A = const Assessment&;
using I = const Item&;

Fact due_fact(const std::optional<NextDate>& next) { return next ? Fact{next->due} : Fact{}; }

AgreementTerm term_of(A assessed, I agreement) {
  return agreement_term(Of<kinds::agreement>(agreement), assessed.as_of(), assessed.policy());
}

const std::array table{
    ComputedField{"agreement", "state", Type::choice, agreement_state_words(),
                  "Where it stands in its term, from its dates alone.",
                  [](A a, I i) { return Fact{std::string(to_text(term_of(a, i).state))}; }},
    ComputedField{"agreement",
                  "ends",
                  Type::date,
                  {},
                  "Its last day, as the newest amendment has it.",
                  [](A a, I i) { return date_fact(term_of(a, i).end); }},
    ComputedField{"agreement",
                  "notice",
                  Type::date,
                  {},
                  "The last day on which notice can be given.",
                  [](A a, I i) { return date_fact(term_of(a, i).notice); }},
    ComputedField{"agreement",
                  "notice_passed",
                  Type::boolean,
                  {},
                  "Whether that day went by undecided, while it is still in force.",
                  [](A a, I i) { return Fact{term_of(a, i).has_passed_notice(a.as_of())}; }},
    ComputedField{"outcome",
                  "next_measurement",
                  Type::date,
                  {},
                  "The day the next measurement is due.",
                  [](A a, I i) { return due_fact(measurement_due(a, i)); }},
    ComputedField{"body",
                  "next_meeting",
                  Type::date,
                  {},
                  "The next planned meeting, else one cadence after the last.",
                  [](A a, I i) { return due_fact(next_meeting(Of<kinds::body>(i), a.as_of())); }},
};

}  // namespace

std::span<const ComputedField> computed_clock_fields() { return table; }

}  // namespace brm
