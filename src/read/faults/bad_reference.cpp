#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_reference{
    .name = "bad-reference",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A text that cannot be the id of a record.",
    .why =
        "A reference leads to another record by that record's id. With a full name in its place "
        "the link is lost: the work of `Jane Doe` would be missing from the list of what "
        "`jane-doe` has to do.",
    .mend =
        "Write the `id` of the record that is meant, or `record/part` for a part of it, such as "
        "`elig-portal/decision-days`.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: Jane Doe
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
