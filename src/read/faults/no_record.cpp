#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords no_record{
    .name = "no-record",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A file that holds no record.",
    .why =
        "An empty file, or one with only comments, looks like a record in a list of files, but it "
        "says nothing. A partner that exists only as a file name would never be missed in a "
        "report.",
    .mend =
        "Write the record, or delete the file until there is something to write. `kind`, `id` and "
        "`title` are where every record begins.",
    .faulty = R"(# relationships/dhhs.yaml
# Waiting for the kick-off meeting in May.
)",
    .sound = R"(# relationships/dhhs.yaml
# Kick-off meeting was in May.
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
