#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords anchor{
    .name = "anchor",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A value that starts with `&` or `*`.",
    .why =
        "At the start of a value these two signs do not stand for themselves: `&` gives the value "
        "a name and `*` copies the value of that name from elsewhere. brm takes no copies, because "
        "a change in one place would then change figures in another that nobody looked at.",
    .mend =
        "If the sign belongs to the text, put the whole value between quotes. If a copy was meant, "
        "write the value out in both places.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: &name Department of Human Services
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
