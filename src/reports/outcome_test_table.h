// The four tests of outcomes as a matrix: `brm report outcomes --tests`.
#pragma once

#include <vector>

#include "assess/assessment.h"
#include "document/document.h"

namespace brm::outcome_tests {

/// One row an outcome, those that pass least first; how many pass each test goes into `summary`.
Section section(const Assessment& assessed, const std::vector<const Item*>& outcomes,
                std::vector<Detail>& summary);

}  // namespace brm::outcome_tests
