#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords wrong_type{
    .name = "wrong-type",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A value of another form than its field takes.",
    .why =
        "A list where one text belongs, one text where a list belongs, or `yes` where `true` "
        "belongs would have to be bent into shape, and some of it would be lost: of two notes, "
        "only the first might be printed.",
    .mend =
        "Write the value in the form the message asks for: a list has one line with a dash for "
        "each item, a text has no dash, and a yes or no is written `true` or `false`.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes:
  - Runs the eligibility portal.
  - Moves to Lincoln Street in June.
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: Runs the eligibility portal. Moves to Lincoln Street in June.
)",
};

}  // namespace brm::faults
