#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_id{
    .name = "bad-id",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "An `id` that is not made of small letters, digits and hyphens.",
    .why =
        "Other records refer to this one by its id, and the file is named after it. Capitals, "
        "blanks and dots are told apart on some computers and not on others, so a reference that "
        "works for one analyst would lead nowhere for the next.",
    .mend =
        "Use up to 63 small letters, digits and hyphens, beginning with a letter or a digit, and "
        "rename the file to match. Names that Windows keeps for itself, such as `con` or `aux`, "
        "cannot be used.",
    .faulty = R"(# relationships/DHHS.yaml
kind: relationship
id: DHHS
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
