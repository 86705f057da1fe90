// The computed fields of value and of service levels: more rows of the table in
// computed_fields.cpp.
#pragma once

#include "assess/facts.h"

namespace brm {

std::span<const ComputedField> computed_value_fields();

}  // namespace brm
