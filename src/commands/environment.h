// The variables of the environment that brm looks at, said once for the manual and `brm doctor`.
#pragma once

#include <span>
#include <string_view>

namespace brm {

struct Variable {
  std::string_view name;
  std::string_view meaning;  ///< One sentence with its full stop.
};

/// Those that change what brm does.
std::span<const Variable> variables();

}  // namespace brm
