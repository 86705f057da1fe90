#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords invalid_yaml{
    .name = "invalid-yaml",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "Text that is not valid YAML.",
    .why =
        "From the marked place on, it cannot be told which value belongs to which field. Guessing "
        "could put a date or an amount under the wrong agreement, so nothing of this file is used.",
    .mend =
        "Look at the marked line and the one above it. Text after a closing quote, and lines of "
        "one list that start in different columns, are the usual causes.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: "Department of Human Services" DHS
type: agency
tier: transactional
manager: jane-doe
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: "Department of Human Services, DHS"
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
