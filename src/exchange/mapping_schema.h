// Mapping files as JSON Schema, draft-07, for the editors in which they are written.
#pragma once

#include <string>

namespace brm {

std::string mapping_schema();

}  // namespace brm
