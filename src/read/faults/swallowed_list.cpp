#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords swallowed_list{
    .name = "swallowed-list",
    .severity = Severity::warning,
    .loses = Loses::nothing,
    .summary = "A text that runs on into lines that look like a list.",
    .why =
        "Because the text began on the line of its field, the lines with dashes under it are more "
        "of the same text. What looks like three promises would be shown as one long sentence, and "
        "none of them would be counted.",
    .mend =
        "If a list is meant, move the text away from the field's line and leave only the items. If "
        "it is one text, write `|` after the colon and start the text on the next line, so that "
        "its lines are kept.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: Still waiting for
  - the signed agreement
  - the new contact
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: |
  Still waiting for
  - the signed agreement
  - the new contact
)",
};

}  // namespace brm::faults
