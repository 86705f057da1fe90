// Outcomes as pictures: the way from the baseline to the target, and what was measured on it.
#pragma once

#include "assess/assessment.h"
#include "document/document.h"

namespace brm::outcome_charts {

/// A section of pictures alone, in the order of `outcomes`: as many of them as a page bears, of
/// those that have a figure to draw. Without one it is silent.
Section trajectories(const Assessment& assessed, const std::vector<const Item*>& outcomes);

}  // namespace brm::outcome_charts
