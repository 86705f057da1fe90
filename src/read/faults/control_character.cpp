#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords control_character{
    .name = "control-character",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "An invisible control character in the text.",
    .why =
        "Such a character cannot be seen in an editor, yet it can wipe a line off the screen, "
        "change its colors or split a row of an exported table, so that the report people read is "
        "not the record that was written. Often it is a mistake nobody meant: between double "
        "quotes, the `\\b` of a folder name means backspace.",
    .mend =
        "Delete the character at the marked place. If it comes from a backslash between double "
        "quotes, put the text between single quotes, where a backslash is just a backslash.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: "Service catalog is in F:\budget"
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: 'Service catalog is in F:\budget'
)",
};

}  // namespace brm::faults
