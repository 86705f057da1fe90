#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_percent{
    .name = "bad-percent",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A percentage that is not a number from 0 to 100.",
    .why =
        "No likelihood and no share can be more than the whole. A risk of 150 percent would count "
        "for more than the loss itself and push the risks that matter down the list.",
    .mend = "Write a number from 0 to 100 without the percent sign: a quarter is `25`, not `0.25`.",
    .faulty = R"(# relationships/northgate.yaml
kind: relationship
id: northgate
title: Northgate Software
type: private_partner
tier: transactional
manager: jane-doe
risks:
  - id: vendor-exit
    event: The vendor leaves the market
    likelihood: {percent: 150}
    impact: {amount: 150000}
    response: [avoid]
    managed_by: jane-doe
    status: closed
)",
    .sound = R"(# relationships/northgate.yaml
kind: relationship
id: northgate
title: Northgate Software
type: private_partner
tier: transactional
manager: jane-doe
risks:
  - id: vendor-exit
    event: The vendor leaves the market
    likelihood: {percent: 15}
    impact: {amount: 150000}
    response: [avoid]
    managed_by: jane-doe
    status: closed
)",
};

}  // namespace brm::faults
