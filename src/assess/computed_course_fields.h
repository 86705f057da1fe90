// The computed fields of how a course is kept: more rows of the table in computed_fields.cpp.
#pragma once

#include "assess/facts.h"

namespace brm {

std::span<const ComputedField> computed_course_fields();

}  // namespace brm
