#include "read/find_root.h"

#include <fmt/format.h>

#include <filesystem>
#include <new>
#include <system_error>

#include "base/utf8.h"

namespace brm {

Result<std::string> find_root(const std::string& start) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(start, error);
  if (status.type() == fs::file_type::not_found) {
    return Failure{fmt::format("{}: there is no such folder", visible(start)),
                   "give the records folder with -C, or change into it"};
  }
  if (error) return Failure{fmt::format("{}: {}", visible(start), error.message()), ""};
  if (!fs::is_directory(status)) {
    return Failure{fmt::format("{}: is not a folder", visible(start)),
                   "give the folder the record is in"};
  }
  fs::path folder = fs::canonical(start, error);
  if (error) return Failure{fmt::format("{}: {}", visible(start), error.message()), ""};
  for (;; folder = folder.parent_path()) {
    // Whatever is called brm.yaml marks the root; what it is, the reader will say.
    if (fs::symlink_status(folder / "brm.yaml", error).type() != fs::file_type::not_found &&
        !error) {
      return folder.string();
    }
    if (folder == folder.parent_path()) return start;
  }
}

std::string path_below(const std::string& root, const std::string& path) {
  namespace fs = std::filesystem;
  const auto canonical = [](const std::string& name) {
    std::error_code error;
    fs::path found = fs::canonical(name, error);
    if (error == std::errc::not_enough_memory)
      throw std::bad_alloc();  // "" would be another answer
    return found;
  };
  // Relative to nothing, and of nothing, is nothing.
  const std::string below = canonical(path).lexically_relative(canonical(root)).generic_string();
  return below == ".." || below.starts_with("../") ? "" : below;
}

}  // namespace brm
