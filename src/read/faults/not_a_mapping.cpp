#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords not_a_mapping{
    .name = "not-a-mapping",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A file that is a list or plain text instead of named fields.",
    .why =
        "A record is a set of fields, each with its name and a colon. In a list or a plain text "
        "there is no `kind` and no `id` to find, so the record could be neither counted nor "
        "referred to.",
    .mend =
        "Write every field as `name: value`, starting in the first column. If the file lists "
        "several records, give each of them a file of its own, without the dash.",
    .faulty = R"(# relationships/dhhs.yaml
- kind: relationship
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
