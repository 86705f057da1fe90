// What stands around the program: looked at for `brm doctor` alone, and made up by its tests.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "read/find_git.h"

namespace brm {

using Named = std::pair<std::string, std::string>;

/// What the program was made of.
struct Build {
  std::string compiler;
  std::string kind;              ///< `Release`
  std::vector<Named> libraries;  ///< Names and versions.
};

struct Surroundings {
  Build build;
  Date today_in_utc;
  std::string out_is;              ///< `a terminal`, `a pipe`, `a file`, ...
  std::vector<Named> environment;  ///< All of it, sorted.
  unsigned umask = 0;
  std::optional<GitFolder> git;  ///< Of the folder that was asked about.
};

/// From the compiler's and CMake's own words.
Build this_build();

/// The day of this version, fixed: what is made from it is the same whenever it is built.
Date release_day();

}  // namespace brm
