#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords missing_space{
    .name = "missing-space",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A colon or a dash without the blank after it.",
    .why =
        "Without the blank, `a:1` is one word and not a field, and `-item` is text and not an item "
        "of a list. The value would go unread, or a list of three items would be counted as one.",
    .mend =
        "Put a blank after the colon or the dash. If the text is meant as it stands, put it "
        "between quotes.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes:Runs the eligibility portal.
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
