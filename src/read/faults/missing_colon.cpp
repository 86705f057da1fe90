#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords missing_colon{
    .name = "missing-colon",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A field without the colon after its name.",
    .why =
        "Without the colon, name and value are one piece of text with no meaning. The value would "
        "be lost: a due date written this way asks nobody for anything.",
    .mend = "Put a colon and a blank after the name of the field: `notes: ...`.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes Runs the eligibility portal.
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: Runs the eligibility portal.
)",
};

}  // namespace brm::faults
