#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords unfilled_field{
    .name = "unfilled-field",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A value that is still the word TODO.",
    .why =
        "`brm new` leaves the word TODO wherever only you know what to write, and people do the "
        "same when they are called away. A record with such a gap looks complete in a list and is "
        "not: a report would print TODO to the CIO as if it were a title.",
    .mend =
        "Write the value in the place of TODO, as the message and `brm explain` say. A field that "
        "is not required can also be deleted. A text that really is this word goes into quotes.",
    .faulty = R"(# relationships/northgate.yaml
kind: relationship
id: northgate
title: Northgate Software
type: private_partner
tier: TODO
manager: jane-doe
)",
    .sound = R"(# relationships/northgate.yaml
kind: relationship
id: northgate
title: Northgate Software
type: private_partner
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
