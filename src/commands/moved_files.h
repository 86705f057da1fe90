// Files whose record has no id that could be read, known again under another path.
#pragma once

#include "commands/baseline.h"

namespace brm {

/// Adds to `ids`, by the path that such a file has now, the one it had: the earlier file is nowhere
/// in `paths`, and what was found in it is found here, at least half of it, or anything where the
/// file is still called the same.
void add_moved_files(const Baseline& before, const std::vector<Finding>& findings,
                     const Portfolio& now, const std::vector<std::string>& paths, EarlierIds& ids);

}  // namespace brm
