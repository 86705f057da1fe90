// Which of the findings that are there now an earlier state had already.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "commands/baseline.h"

namespace brm {

using Fingerprints = std::set<std::string, std::less<>>;

struct Settled {
  Fingerprints present;    ///< Of the earlier state, as far as they are still there, and new ones.
  std::vector<bool> held;  ///< Of each finding, whether it was there, and no milder.
};

/// All files with findings have their bytes.
Settled settle(const Baseline& earlier, const EarlierIds& ids, const std::vector<Finding>& findings,
               const Portfolio& portfolio);

}  // namespace brm
