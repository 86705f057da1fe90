#include <fmt/format.h>

#include <algorithm>

#include "rules/allowances.h"

namespace brm::rules {
namespace {

/// Whether there is anything to accept; what loses data is unsilenceable-rule's.
bool is_needed(const Allowance& allowance, std::span<const Finding> list) {
  return std::any_of(list.begin(), list.end(), [&](const Finding& finding) {
    return finding.place.file == allowance.item->file && finding.rule->name == allowance.rule;
  });
}

void review(const Rule& rule, const Review& all, Findings& findings) {
  for (const Item* record : all.assessed.portfolio().records()) {
    for (const Allowance& allowance : allowances_of(*record)) {
      if (!allowance.is_in_force(all.assessed.as_of())) continue;
      const RuleWords* words = find_rule(all, allowance.rule);
      if (words == nullptr || !may_be_silenced(*words) || is_needed(allowance, findings.earlier()))
        continue;
      findings.add(
          rule.words, allowance.rule_place,
          fmt::format("`{}` is accepted here, and nothing of the kind was found", allowance.rule),
          "delete it, so that it hides no fault to come");
    }
  }
}

}  // namespace

extern constinit const Rule needless_allowance{
    .words =
        {
            .name = "needless-allowance",
            .severity = Severity::warning,
            .summary = "A finding that is accepted and does not exist.",
            .why = "What is accepted was mended, or never was. Left behind, it would hide the same "
                   "fault when somebody makes it again.",
            .mend = "Delete it from the `x-allow` of its record, and the list with it when it was "
                    "the last.",
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
  - {rule: no-executive-sponsor, until: 2026-12-31, because: being recruited}
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
    .scope = Scope::findings,
    .review = review,
};

}  // namespace brm::rules
