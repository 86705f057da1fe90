#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords unknown_word{
    .name = "unknown-word",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A word that is not on the field's list.",
    .why =
        "Some fields take only certain words, so that records can be counted together. A partner "
        "of type `vendor` would be missing from the count of private partners, and every share "
        "worked out from that count would be wrong.",
    .mend =
        "Use one of the words the message lists. If none of them fits, choose the nearest one and "
        "say the rest in `notes`.",
    .faulty = R"(# relationships/northgate.yaml
kind: relationship
id: northgate
title: Northgate Software
type: vendor
tier: transactional
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
