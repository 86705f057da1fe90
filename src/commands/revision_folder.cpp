#include "commands/revision_folder.h"

#include <algorithm>

#include "read/tree.h"

namespace brm {

Listing RevisionFolder::list() const {
  Listing listing;
  for (const RevisionFile& file : files_) {
    if (is_record_name(file.path)) listing.paths.push_back(file.path);
  }
  return listing;
}

Result<FileBytes> RevisionFolder::read(const std::string& path, std::string) const {
  const auto file = std::lower_bound(
      files_.begin(), files_.end(), path,
      [](const RevisionFile& each, const std::string& wanted) { return each.path < wanted; });
  if (file == files_.end() || file->path != path) return Failure{path + ": no such file", ""};
  auto bytes = repository_.read(file->blob, most_bytes);
  if (!bytes.ok()) {
    return Failure{path + ": " + bytes.failure().message, bytes.failure().help};
  }
  if (!bytes.value()) return FileBytes{"", true};
  return FileBytes{std::move(*std::move(bytes).value()), false};
}

}  // namespace brm
