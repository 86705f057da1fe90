#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords file_too_large{
    .name = "file-too-large",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A file of more than 1 MiB.",
    .why =
        "A record is a page or a few of text. A file this large is nearly always an export or a "
        "log that landed in the folder by accident, and reading it would hold up every report for "
        "nothing.",
    .mend =
        "If it is not a record, move it out of the records folder or name it under `ignore` in "
        "brm.yaml. If it is, leave long minutes and tables where they are kept and name that place "
        "under `sources`, or split an initiative into several that name it as their `parent`.",
    .faulty = "",
    .sound = "",
};

}  // namespace brm::faults
