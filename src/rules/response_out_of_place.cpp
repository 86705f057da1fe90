#include <fmt/format.h>

#include <algorithm>

#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

// Share and accept fit both: NIST IR 8286.
constexpr std::string_view of_threats[]{"avoid", "transfer", "mitigate"};
constexpr std::string_view of_opportunities[]{"realize", "enhance"};

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::risk)) {
    const Of<kinds::risk> risk(*item);
    const bool is_opportunity = assessed.risk(*item).is_opportunity;
    const Words unfit = is_opportunity ? Words(of_threats) : Words(of_opportunities);
    for (const auto response : risk.get<"response">()) {
      if (std::find(unfit.begin(), unfit.end(), response.value) == unfit.end()) continue;
      findings.add(rule.words, response.span,
                   fmt::format("to {} is a response to {}, and this is {}", response.value,
                               is_opportunity ? "a threat" : "an opportunity",
                               is_opportunity ? "an opportunity" : "a threat"),
                   is_opportunity ? "choose realize, enhance, share or accept; or `type: threat`"
                                  : "write `type: opportunity`, or choose accept, avoid, transfer, "
                                    "mitigate or share");
    }
  }
}

}  // namespace

extern constinit const Rule response_out_of_place{
    .words =
        {
            .name = "response-out-of-place",
            .severity = Severity::warning,
            .summary = "A response that does not fit a threat, or not an opportunity.",
            .why = "One avoids, mitigates or transfers a threat; one realizes or enhances an "
                   "opportunity. A word from the other list means that the risk is on the wrong "
                   "side of every sum: gains counted as losses, or losses as gains.",
            .mend = "Write `type: opportunity` if it would help, or choose a response that fits. "
                    "Both can be shared, and both accepted.",
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
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [enhance]
    response_text: Two more people learn it by June.
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [dhhs]
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
    type: opportunity
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [enhance]
    response_text: Two more people learn it by June.
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [dhhs]
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
