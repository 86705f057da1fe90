// Where a records folder begins.
#pragma once

#include <string>

#include "base/result.h"

namespace brm {

/// The nearest folder from `start` upward that holds brm.yaml, else `start`; fails when `start` is
/// no folder.
Result<std::string> find_root(const std::string& start);

}  // namespace brm
