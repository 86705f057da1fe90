#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords content_after_marker{
    .name = "content-after-marker",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "Text on the same line as the `---` marker.",
    .why =
        "What follows the marker on its own line is easily read as something other than the first "
        "field, and the rest of the record then no longer belongs to it. Half a record would give "
        "a partner without a manager or a tier.",
    .mend = "Move the text to the next line, or delete the `---`: a record does not need it.",
    .faulty = R"(# relationships/dhhs.yaml
--- kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
    .sound = R"(# relationships/dhhs.yaml
---
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
