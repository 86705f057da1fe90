// What may be written for arguments of the commands that write into records.
#pragma once

#include "commands/values.h"

namespace brm::values {

extern const Values currency, day, effect, new_id, new_kind, new_value, recorded, scale, text;

}  // namespace brm::values
