// The records folder as it was in a revision: names and bytes from git, for the same reader.
#pragma once

#include <string>
#include <vector>

#include "history/repository.h"
#include "read/folder.h"

namespace brm {

class RevisionFolder final : public Folder {
 public:
  /// `files` sorted by path, as Repository::files_of() gives them. Keeps a reference.
  RevisionFolder(const Repository& repository, std::vector<RevisionFile> files)
      : repository_(repository), files_(std::move(files)) {}

  Listing list() const override;
  Result<FileBytes> read(const std::string& path, std::string memory = {}) const override;
  const std::vector<RevisionFile>& files() const { return files_; }

 private:
  const Repository& repository_;
  std::vector<RevisionFile> files_;
};

}  // namespace brm
