#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords merge_key{
    .name = "merge-key",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "The key `<<`, which would copy fields from elsewhere.",
    .why =
        "Some programs take `<<` as an order to copy in the fields of another entry, others as a "
        "field with a strange name. Either way a reader of the record cannot see what it holds, "
        "and a change in one place would alter partners nobody looked at.",
    .mend = "Write the fields out in the record and delete the `<<` line.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
<<: {tags: [benefits]}
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
