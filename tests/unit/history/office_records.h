// The example's office, to be committed piece by piece.
#pragma once

#include <algorithm>
#include <filesystem>

#include "support/run.h"
#include "unit/history/git_records.h"

namespace brm::test {

/// The paths of its files, sorted.
inline std::vector<std::string> office_files() {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  const fs::path office = source_path("examples/office");
  for (const auto& entry : fs::recursive_directory_iterator(office)) {
    if (entry.path().extension() == ".yaml") {
      paths.push_back(fs::relative(entry.path(), office).generic_string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

inline std::string office_file(const std::string& path) {
  return read_file(source_path("examples/office/" + path));
}

}  // namespace brm::test
