// The tables of `brm report experiments`.
#pragma once

#include <vector>

#include "assess/assessment.h"
#include "assess/experiment.h"
#include "document/document.h"

namespace brm::experiment_tables {

struct Judged {
  const Item* experiment = nullptr;
  ExperimentJudgement judgement;
};
using Experiments = std::vector<Judged>;  ///< In the order they were written.

/// Longest first.
Table undecided(const Assessment& assessed, const Experiments& experiments);
/// Those with a result: predictions that did not come true first, then those not judged.
Table results(const Assessment& assessed, const Experiments& experiments);
/// Running, then planned; by their end.
Table ahead(const Assessment& assessed, const Experiments& experiments);
/// Sums of caps, one row for each currency and stage.
Table caps(const Experiments& experiments);

}  // namespace brm::experiment_tables
