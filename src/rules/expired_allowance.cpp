#include <fmt/format.h>

#include "base/spelling.h"
#include "base/utf8.h"
#include "rules/allowances.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* record : assessed.portfolio().records()) {
    for (const Allowance& allowance : allowances_of(*record)) {
      if (allowance.until >= assessed.as_of()) continue;
      const auto days = static_cast<std::size_t>(assessed.as_of() - allowance.until);
      findings.add(rule.words, allowance.until_place,
                   fmt::format("`{}` was accepted until {}, {} ago", visible(allowance.rule),
                               to_text(allowance.until), counted(days, "day")),
                   "mend it and delete this, or write a new day and why");
    }
  }
}

}  // namespace

extern constinit const Rule expired_allowance{
    .words =
        {
            .name = "expired-allowance",
            .severity = Severity::warning,
            .summary = "A finding that was accepted until a day that has gone by.",
            .why = "Whoever accepts a fault for a while says until when. After that day it is what "
                   "it was, a fault, and the record says something that is no longer so.",
            .mend = "Mend what was accepted and delete the line, or write a new day and why it may "
                    "stay until then.",
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
  - {rule: no-executive-sponsor, until: 2026-03-31, because: being recruited}
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
executive_sponsor: sam-roe
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
