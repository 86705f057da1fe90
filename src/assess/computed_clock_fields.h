// What is computed of agreements, outcomes and bodies from their dates.
#pragma once

#include "assess/facts.h"

namespace brm {

std::span<const ComputedField> computed_clock_fields();

}  // namespace brm
