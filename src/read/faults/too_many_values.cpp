#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords too_many_values{
    .name = "too-many-values",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "More than 100,000 values in one file.",
    .why =
        "A record with so many values is an export of raw data and not something a person keeps up "
        "to date. Reading it would slow down every report, and no report could show it in a useful "
        "way.",
    .mend =
        "Leave the raw data where it comes from, keep in the record only the monthly or quarterly "
        "results, and name the place of the data under `sources`. If the file is not a record, "
        "name it under `ignore` in brm.yaml.",
    .faulty = "",
    .sound = "",
};

}  // namespace brm::faults
