#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_key{
    .name = "bad-key",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A field name that is empty, far too long, or not a text.",
    .why =
        "A value can be found only by the name before its colon. With no name, or with a list or a "
        "whole paragraph in its place, there is nothing it could be counted under, and it would "
        "drop out of every report.",
    .mend =
        "Write the name of a field before the colon; `brm explain` followed by a kind of record "
        "lists them. If the line is meant as text, put the text between quotes after the name of "
        "its field.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
: Runs the eligibility portal.
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
notes: Runs the eligibility portal.
)",
};

}  // namespace brm::faults
