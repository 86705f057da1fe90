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
    if (!term.has_passed_notice(as_of)) continue;
    findings.add(
        rule.words, term.notice_place,
        fmt::format("notice was due by {}, {} ago, and nobody decided: it {} {}",
                    to_text(*term.notice),
                    counted(static_cast<std::size_t>(as_of - *term.notice), "day"),
                    term.renews_itself ? "renews itself after" : "ends on", to_text(*term.end)),
        "decide now: write an amendment that renews it or ends it early, with its date");
  }
}

}  // namespace

extern constinit const Rule passed_notice{
    .words =
        {
            .name = "passed-notice",
            .severity = Severity::warning,
            .summary = "An agreement whose day of notice went by without a decision.",
            .why = "Until the day of notice both sides can choose; after it the contract "
                   "chooses. An agreement that renews itself runs for another term at the old "
                   "price, and one that does not ends before its successor is bought.",
            .mend = "Decide what is still possible: write the renewal as an amendment with its "
                    "`end_change`, or ask for an early end. An amendment dated from the opening "
                    "of the notice window on settles it.",
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
    period: {start: 2023-10-01, end: 2026-09-30}
    renewal: {auto: true, notice_days: 90}
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
    period: {start: 2023-10-01, end: 2026-09-30}
    renewal: {auto: true, notice_days: 30}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
