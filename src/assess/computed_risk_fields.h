// The computed fields of risks: more rows of the table in computed_fields.cpp.
#pragma once

#include "assess/facts.h"

namespace brm {

std::span<const ComputedField> computed_risk_fields();

}  // namespace brm
