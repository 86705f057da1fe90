#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords directive{
    .name = "directive",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A line that starts with `%`.",
    .why =
        "In YAML such a line changes how everything below it is read. A record needs none, and one "
        "that gets in by accident can change or swallow text nearby, so brm reads no further in "
        "this file.",
    .mend = "Delete the line. If it was meant as a remark, start it with `#` instead.",
    .faulty = R"(# relationships/dhhs.yaml
%YAML 1.2
---
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
    .sound = R"(# relationships/dhhs.yaml
---
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
