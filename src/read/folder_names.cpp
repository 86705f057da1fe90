#include "read/folder_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/utf8.h"

namespace brm {

Result<std::vector<std::string>> names_in_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator each(folder, error);
  if (error == std::errc::no_such_file_or_directory) return names;
  for (; !error && each != fs::directory_iterator(); each.increment(error)) {
    names.push_back(each->path().filename().string());
  }
  if (error) return Failure{fmt::format("{}: {}", visible(folder), error.message()), ""};
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace brm
