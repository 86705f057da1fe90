#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords empty_item{
    .name = "empty-item",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "An empty place in a list between brackets.",
    .why =
        "Two commas in a row leave open whether an item was forgotten or a comma is too many. A "
        "list of parties or shares with a hole in it gives wrong counts.",
    .mend = "Delete the extra comma, or write the item that belongs there.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
tags: [benefits,, eligibility]
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
