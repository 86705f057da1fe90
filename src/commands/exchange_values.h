// What may be written for arguments about what goes to other programs and comes from them.
#pragma once

#include "commands/values.h"

namespace brm::values {

extern const Values graph_format;

}  // namespace brm::values
