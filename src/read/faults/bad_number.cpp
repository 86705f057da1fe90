#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_number{
    .name = "bad-number",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A value that is not a plain decimal number, or not one this field takes.",
    .why =
        "`1,250` is more than a thousand to one reader and little more than one to another. A "
        "value that is guessed wrong can turn an outcome that is off track into one that looks "
        "fine.",
    .mend =
        "Write digits with at most one decimal point: no commas, units, leading zeros or powers of "
        "ten. The unit has a field of its own. Some fields take whole numbers only, or only a "
        "certain range, and the message says so.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
priority: 2nd
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
priority: 2
)",
};

}  // namespace brm::faults
