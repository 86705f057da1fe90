#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_cadence{
    .name = "bad-cadence",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "An interval that brm cannot turn into dates.",
    .why =
        "The next review, report or measurement is worked out from this interval. Without it brm "
        "cannot tell that a partner has not been met with for half a year, and no one would be "
        "reminded.",
    .mend =
        "Write weekly, biweekly, monthly, quarterly, semiannual or annual, or a number of days "
        "such as `P45D`.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
cadence: every four weeks
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
cadence: P28D
)",
};

}  // namespace brm::faults
