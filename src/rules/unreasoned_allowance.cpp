#include <fmt/format.h>

#include "base/utf8.h"
#include "rules/allowances.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* record : assessed.portfolio().records()) {
    for (const Allowance& allowance : allowances_of(*record)) {
      if (!allowance.because.empty()) continue;
      findings.add(rule.words, allowance.rule_place,
                   fmt::format("`{}` is accepted without a reason", visible(allowance.rule)),
                   "add `because`; without it nothing is accepted");
    }
  }
}

}  // namespace

extern constinit const Rule unreasoned_allowance{
    .words =
        {
            .name = "unreasoned-allowance",
            .severity = Severity::warning,
            .summary = "A finding that is accepted without a reason.",
            .why = "A fault may stay for a while when somebody had a reason. Without it the next "
                   "reader cannot tell what was weighed from what was swept aside, and so it is "
                   "not accepted.",
            .mend = "Add `because` with the reason, in a few words.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
shared_purpose: Families get help in days, not weeks
cadence: quarterly
executive_sponsor: sam-roe
x-allow:
  - {rule: vague-title, until: 2026-12-31}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
shared_purpose: Families get help in days, not weeks
cadence: quarterly
x-allow:
  - {rule: no-executive-sponsor, until: 2026-12-31, because: being recruited}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
