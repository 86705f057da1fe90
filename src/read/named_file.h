// A file that somebody named on the command line.
#pragma once

#include <string>

#include "base/result.h"

namespace brm {

/// All its bytes; fails for what is no regular file, and over 64 MiB.
Result<std::string> read_named_file(const std::string& path);

}  // namespace brm
