// What the manual says of changes and of the weekly report.
#pragma once

#include "commands/mdoc.h"

namespace brm {

/// CHANGES and THE WEEK of brm-rules(7).
void add_changes(Mdoc& page);

}  // namespace brm
