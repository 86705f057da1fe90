// The computed fields of bodies and their decisions: more rows of the table in computed_fields.cpp.
#pragma once

#include "assess/facts.h"

namespace brm {

std::span<const ComputedField> computed_body_fields();

}  // namespace brm
