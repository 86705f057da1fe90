#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_date{
    .name = "bad-date",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A date that is not a real day written as YYYY-MM-DD.",
    .why =
        "`03/04/2025` is a day in March to one reader and a day in April to another, and 30 "
        "February is none at all. A date that is guessed wrong moves a deadline, and a notice "
        "period may be over before anyone is reminded.",
    .mend =
        "Write year, month and day with four, two and two digits: `2025-03-04`. Years run from "
        "1900 to 2200, and a time of day is left out.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
complaints:
  - id: lost-case
    opened: 03/04/2025
    closed: 2025-04-11
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
complaints:
  - id: lost-case
    opened: 2025-03-04
    closed: 2025-04-11
)",
};

}  // namespace brm::faults
