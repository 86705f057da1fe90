#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords line_break{
    .name = "line-break",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A line break in a field that takes one line.",
    .why =
        "Titles and names stand in the rows of tables. A second line would push the columns of a "
        "report apart, and in an exported sheet the rest of the row could end up in a row of its "
        "own.",
    .mend =
        "Write the value on one line, without `|` or `>` before it. Longer text goes into `notes`. "
        "If `\\n` in a path between double quotes made the break, use single quotes.",
    .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: |
  Department of Human Services
  Division of Benefits
type: agency
tier: transactional
manager: jane-doe
)",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services, Division of Benefits
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
