#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords bad_currency{
    .name = "bad-currency",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A currency that is not a three-letter code such as USD.",
    .why =
        "Every amount without a code of its own is in the office's currency. \"Dollars\" are "
        "Canadian or Australian as well as American, so totals and comparisons with other offices "
        "would be open to doubt.",
    .mend =
        "Write the three capital letters of the international code (ISO 4217): `USD`, `CAD`, "
        "`EUR`.",
    .faulty = R"(# brm.yaml
kind: office
id: ocio
title: Office of the Chief Information Officer
jurisdiction: State of Franklin
currency: dollars
)",
    .sound = R"(# brm.yaml
kind: office
id: ocio
title: Office of the Chief Information Officer
jurisdiction: State of Franklin
currency: USD
)",
};

}  // namespace brm::faults
