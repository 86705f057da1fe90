#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords unquoted_value{
    .name = "unquoted-value",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A value that must stand between quotes.",
    .why =
        "Some signs have a meaning of their own: `@`, `%`, `>`, `|`, `{{` or a backtick at its "
        "start, and inside it a colon followed by a blank, which looks like the start of another "
        "field. brm will not guess where a title ends, because a wrong guess would cut it short in "
        "every report.",
    .mend = "Put the whole value between quotes. Single quotes keep everything as it stands.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Human Services: Eligibility
type: agency
tier: transactional
manager: jane-doe
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: 'Human Services: Eligibility'
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
