#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords unknown_key{
    .name = "unknown-key",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A field that this kind of record does not have.",
    .why =
        "A misspelt name leaves its value unread and nobody notices: `measurments` would leave the "
        "outcome unmeasured, and `audeince: restricted` would leave a confidential record in "
        "reports that the whole office sees.",
    .mend =
        "Correct the spelling, or move the field to the record it belongs to. A field of your own "
        "may have any name that starts with `x-`: it is kept and left alone.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
audeince: restricted
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
audience: restricted
)",
};

}  // namespace brm::faults
