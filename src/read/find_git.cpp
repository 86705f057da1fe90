#include "read/find_git.h"

#include <filesystem>
#include <system_error>

namespace brm {

std::optional<GitFolder> find_git(const std::string& start) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path folder = fs::canonical(start, error);
  if (error) return std::nullopt;
  for (;; folder = folder.parent_path()) {
    const fs::path git = folder / ".git";
    const fs::file_status status = fs::status(git, error);
    if (fs::is_regular_file(status)) return GitFolder{folder.string(), true, false};
    if (fs::is_directory(status)) {
      return GitFolder{folder.string(), false, fs::exists(git / "shallow", error)};
    }
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

}  // namespace brm
