// Everything an office can set to be judged by, as it is in force, and where each comes from.
#pragma once

#include "assess/assessment.h"
#include "document/document.h"

namespace brm {

/// Thresholds and cadences, rules that weigh otherwise here, and the matrix of risks.
Document explain_policy(const Assessment& assessed);

}  // namespace brm
