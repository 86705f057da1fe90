#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_escape{
    .name = "bad-escape",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A backslash between double quotes that stands for no character.",
    .why =
        "Between double quotes a backslash starts a code such as `\\n`, which means a new line. A "
        "path from Windows holds backslashes that were never meant as codes, and the place it "
        "points to would not be found again.",
    .mend =
        "Put the text between single quotes, where a backslash is just a backslash, or write every "
        "backslash twice.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: "Service catalog is in C:\Users\jane"
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: 'Service catalog is in C:\Users\jane'
)",
};

}  // namespace brm::faults
