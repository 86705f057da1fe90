// What stands in a folder, for whoever wants to write there.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace brm {

/// Its names, hidden ones too, sorted bytewise; nothing where there is no such folder. Fails for
/// what is no folder, or cannot be looked into.
Result<std::vector<std::string>> names_in_folder(const std::string& folder);

}  // namespace brm
