#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords unindented_quote{
    .name = "unindented-quote",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A quoted text that goes on at or left of its key.",
    .why =
        "The next lines of a quoted text must stand further in than its key. When they do not, the "
        "usual cause is a forgotten quote, and the fields in between would quietly turn into words "
        "of a note.",
    .mend =
        "If the text really goes on, indent its further lines. If not, add the closing quote where "
        "the text ends.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
notes: 'Runs the eligibility portal
and the call center.'
type: agency
tier: transactional
manager: jane-doe
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
notes: 'Runs the eligibility portal
  and the call center.'
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
