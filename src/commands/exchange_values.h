// What may be written for arguments about what goes to other programs and comes from them.
#pragma once

#include "commands/values.h"

namespace brm::values {

extern const Values export_format, exported, graph_format, schema_kind;

}  // namespace brm::values
