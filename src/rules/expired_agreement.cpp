#include <fmt/format.h>

#include "assess/agreement_term.h"
#include "base/spelling.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Date as_of = assessed.as_of();
  for (const Item* item : assessed.portfolio().all(kinds::agreement)) {
    const Of<kinds::agreement> agreement(*item);
    const AgreementTerm term = agreement_term(agreement, as_of, assessed.policy());
    if (term.state != AgreementState::expired || term.is_closed) continue;
    if (term.start && *term.start > *term.end) continue;  // dates-out-of-order's
    findings.add(rule.words, term.end_place,
                 fmt::format("it ended on {}, {} ago, {}", to_text(*term.end),
                             counted(static_cast<std::size_t>(as_of - *term.end), "day"),
                             term.renews_itself ? "and renews itself: until when is not written"
                                                : "and is neither renewed nor closed"),
                 "add an amendment with the new `end_change`, or close it with a `final_status`");
  }
}

}  // namespace

extern constinit const Rule expired_agreement{
    .words =
        {
            .name = "expired-agreement",
            .severity = Severity::warning,
            .summary = "An agreement that is over by its dates, and neither renewed nor closed.",
            .why = "Work that goes on after the last day has no price, no service level and no "
                   "liability that anybody agreed to. And where it is really over, nobody has "
                   "said how it ended, so nothing is learned from it.",
            .mend = "Write the renewal as an amendment with its `end_change`. If it is over, "
                    "write how it ended as `final_status`, and grade the partner.",
            .faulty = R"(# relationships/larkfield.yaml
kind: relationship
id: larkfield
title: Larkfield Systems
type: private_partner
tier: transactional
manager: jane-doe
agreements:
  - id: portal
    type: contract
    title: Hosting of the portal
    period: {start: 2015-01-01, end: 2019-12-31}
)",
            .sound = R"(# relationships/larkfield.yaml
kind: relationship
id: larkfield
title: Larkfield Systems
type: private_partner
tier: transactional
manager: jane-doe
agreements:
  - id: portal
    type: contract
    title: Hosting of the portal
    period: {start: 2015-01-01, end: 2019-12-31}
    final_status: complete
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
