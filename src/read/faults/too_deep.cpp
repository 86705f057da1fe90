#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords too_deep{
    .name = "too-deep",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "Values nested more than 32 levels deep.",
    .why =
        "No record needs more than about ten levels. Deeper nesting comes from damaged or "
        "generated text, and what it was meant to say cannot be told from what is there.",
    .mend =
        "Look at the marked place for brackets or dashes that were repeated by mistake, and delete "
        "the extra ones.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[benefits]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
tags: [benefits]
)",
};

}  // namespace brm::faults
