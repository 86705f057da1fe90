// What is said of a format, be it one for documents or one for findings.
#pragma once

#include <string_view>

namespace brm {

struct FormatWords {
  std::string_view name;
  std::string_view ending;   ///< Of its files' names: `.md`.
  std::string_view summary;  ///< One sentence with its full stop.
};

}  // namespace brm
