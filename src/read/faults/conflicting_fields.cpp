#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords conflicting_fields{
    .name = "conflicting-fields",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "Two fields of which only one may be given.",
    .why =
        "Each of the two says the same thing in its own way, and they can disagree: a measurement "
        "with a value and with `met` could fail by its number and pass by its word, and the "
        "verdict would depend on which one is looked at.",
    .mend = "Keep the one that is known best and delete the other.",
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
    likelihood: {percent: 15, scale: 2}
    impact: {amount: 250000}
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
    impact: {amount: 250000}
    response: [avoid]
    managed_by: jane-doe
    status: closed
)",
};

}  // namespace brm::faults
