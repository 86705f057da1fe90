#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords unclosed_bracket{
    .name = "unclosed-bracket",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A bracket or brace that is never closed, or closed by the wrong one.",
    .why =
        "Until the closing bracket, every line counts as part of the list, so the fields below it "
        "would turn into items of that list: a manager would become a tag, and the partner would "
        "have no manager.",
    .mend =
        "Close `[` with `]` and `{` with `}` where the list or the group of fields ends. A text "
        "that begins with a bracket goes between quotes.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
tags: [benefits, eligibility
type: agency
tier: transactional
manager: jane-doe
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
tags: [benefits, eligibility]
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
