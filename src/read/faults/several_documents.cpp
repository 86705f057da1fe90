#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords several_documents{
    .name = "several-documents",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "More text after the record has ended.",
    .why =
        "One file holds one record. Whatever follows a second `---`, or text that steps out to the "
        "left of the first line, would be left out of every report: the partner at the top of the "
        "file would be counted, and the one below it not.",
    .mend =
        "Put the second record in a file of its own, named after its `id`. If it is meant to be "
        "one record, delete the `---` between the parts and start all of its fields in the same "
        "column.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
---
kind: relationship
id: dmv
title: Department of Motor Vehicles
type: agency
tier: transactional
manager: jane-doe
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# relationships/dmv.yaml
kind: relationship
id: dmv
title: Department of Motor Vehicles
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
