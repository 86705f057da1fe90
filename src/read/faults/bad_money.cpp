#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_money{
    .name = "bad-money",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "An amount of money that is not written as brm takes it.",
    .why =
        "Dollar signs, commas and words can be read in more than one way, and an amount that is "
        "guessed wrong goes into totals where nobody can find it again.",
    .mend =
        "Write the bare amount in the office's currency, `125000.50`, or with another currency's "
        "code before it, `EUR 125000.50`. Leave out commas, and write no more decimals than the "
        "currency has.",
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
    likelihood: {percent: 15}
    impact: {amount: $125000}
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
    impact: {amount: 125000}
    response: [avoid]
    managed_by: jane-doe
    status: closed
)",
};

}  // namespace brm::faults
