#include "read/find_git.h"

#include <filesystem>
#include <new>
#include <system_error>

namespace brm {
namespace {

/// A repository without a checkout: what `.git` would hold lies in the folder itself.
bool is_bare(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  return fs::is_regular_file(folder / "HEAD", error) &&
         fs::is_directory(folder / "objects", error) && fs::is_directory(folder / "refs", error);
}

}  // namespace

std::optional<GitFolder> find_git(const std::string& start) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path folder = fs::canonical(start, error);
  if (error == std::errc::not_enough_memory)
    throw std::bad_alloc();  // rather than say none is here
  if (error) return std::nullopt;
  for (;; folder = folder.parent_path()) {
    const fs::path git = folder / ".git";
    const fs::file_status status = fs::status(git, error);
    if (fs::is_regular_file(status)) return GitFolder{folder.string(), true, false};
    if (fs::is_directory(status)) {
      return GitFolder{folder.string(), false, fs::exists(git / "shallow", error)};
    }
    if (is_bare(folder))
      return GitFolder{folder.string(), false, fs::exists(folder / "shallow", error)};
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

}  // namespace brm
