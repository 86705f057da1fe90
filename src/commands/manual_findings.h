// Of the page of rules: findings in other programs, and what was there before.
#pragma once

#include "commands/mdoc.h"

namespace brm {

inline constexpr std::string_view allowance_example =
    "x-allow:\n"
    "  - rule: no-executive-sponsor\n"
    "    until: 2027-03-31\n"
    "    because: being recruited\n";

/// FINDINGS IN OTHER PROGRAMS and ONLY WHAT IS NEW.
void add_finding_formats(Mdoc& page);

}  // namespace brm
