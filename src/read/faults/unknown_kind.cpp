#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords unknown_kind{
    .name = "unknown-kind",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A `kind` that brm does not know.",
    .why =
        "The kind decides which fields a record has and in which reports it counts. A record of an "
        "unknown kind would be in none of them: a new partner entered as `kind: agency` would "
        "never come up for a review.",
    .mend =
        "Write one of office, relationship, initiative, person, body, technology or signal. "
        "Agencies, vendors and other governments are all relationships, told apart by their "
        "`type`.",
    .faulty = R"(# relationships/dhhs.yaml
kind: agency
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
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
