// Where a records folder begins.
#pragma once

#include <string>

#include "base/result.h"

namespace brm {

/// The nearest folder from `start` upward that holds brm.yaml, else `start`; fails when `start` is
/// no folder.
Result<std::string> find_root(const std::string& start);

/// `path`, from the current folder or absolute, as a path below `root` with `/`; `.` for the root
/// itself, empty when it does not exist or lies elsewhere.
std::string path_below(const std::string& root, const std::string& path);

}  // namespace brm
