// What may be written for arguments about the past.
#pragma once

#include "commands/values.h"

namespace brm::values {

extern const Values field, revision, since, step;

}  // namespace brm::values
