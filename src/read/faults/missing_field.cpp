#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords missing_field{
    .name = "missing-field",
    .severity = Severity::error,
    .loses = Loses::nothing,
    .summary = "A required field that is absent or empty.",
    .why =
        "Reports group, sort and ask by the required fields. A relationship without a manager has "
        "nobody to remind when its agreements run out, and one without a tier belongs in no row of "
        "the overview.",
    .mend =
        "Add the field with its value. If it is there already, look for a `#` right after the "
        "colon: unless it stands between quotes, everything after it is a comment.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager:
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
