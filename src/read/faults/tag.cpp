#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords tag{
    .name = "tag",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A value that starts with `!`.",
    .why =
        "At the start of a value, an exclamation mark and the word after it are taken as an order "
        "for the program and not as text. The word would be gone from the note it was written in.",
    .mend =
        "If the word belongs to the text, put the whole value between quotes. Otherwise delete it: "
        "brm knows what type each field has.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: !important Ask for the new contact.
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: '!important Ask for the new contact.'
)",
};

}  // namespace brm::faults
