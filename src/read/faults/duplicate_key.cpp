#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords duplicate_key{
    .name = "duplicate-key",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A field that is written twice.",
    .why =
        "Only one of the two values can be used, and nothing tells which one is right. With two "
        "`manager` lines, reports would go on naming the person who left.",
    .mend =
        "Delete the one that is out of date. If both are true, write them as two items of one list "
        "where the field takes a list.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
manager: sam-lee
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: sam-lee
)",
};

}  // namespace brm::faults
