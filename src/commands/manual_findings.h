// Of the page of rules: findings in other programs, and what was there before.
#pragma once

#include "commands/mdoc.h"

namespace brm {

/// FINDINGS IN OTHER PROGRAMS and ONLY WHAT IS NEW.
void add_finding_formats(Mdoc& page);

}  // namespace brm
