#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords unclosed_quote{
    .name = "unclosed-quote",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A quoted text whose closing quote is missing.",
    .why =
        "Without the closing quote every line below it becomes part of the text. A partner's title "
        "would run on to the end of the file, and the tier, the manager and the agreements under "
        "it would be gone.",
    .mend =
        "Add the closing quote at the end of the text. An apostrophe inside single quotes is "
        "written twice, a quote inside double quotes with a backslash before it.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: "Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: "Department of Human Services"
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
