// Why an outcome that is to go somewhere cannot be judged, for rules that need no more than that.
#pragma once

#include "assess/judgement.h"

namespace brm {

/// Of an outcome of the kind `reach` as its judgement has them; empty for the other kinds. Measured
/// values are not looked at.
std::vector<Gap> reach_gaps(const Of<kinds::outcome>& outcome);
/// The same of a series of that kind.
std::vector<Gap> reach_gaps(const Series& series);

/// What is planned, without interim targets and measurements.
Series plan_of(const Of<kinds::outcome>& outcome);

}  // namespace brm
