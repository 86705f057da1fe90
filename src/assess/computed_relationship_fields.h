// What can be asked of a relationship, a promise or a stakeholder by name beside what is stored.
#pragma once

#include "assess/facts.h"

namespace brm {

std::span<const ComputedField> computed_relationship_fields();

}  // namespace brm
