// The records that `brm init` begins a folder with: few, whole, and without a finding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace brm {

struct StarterFile {
  std::string path;          ///< From the root of the records folder.
  std::string_view meaning;  ///< For the list of what was written.
  std::string text;
};

struct StarterOffice {
  std::string_view jurisdiction;
  std::string_view currency;
};

/// Dated from `as_of` on. Each record but brm.yaml begins with the line that editors look for.
std::vector<StarterFile> starter_files(const StarterOffice& office, Date as_of);

}  // namespace brm
