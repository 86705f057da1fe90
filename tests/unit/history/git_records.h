// A folder of the disk that the git program keeps, with commits of fixed days.
#pragma once

#include <cstdlib>

#include "unit/read/temporary_folder.h"

namespace brm::test {

class GitRecords {
 public:
  GitRecords() { git("init -q -b main"); }

  void git(const std::string& command, const std::string& day = "2026-01-01T12:00:00+0000") const {
    const std::string whole =
        "cd '" + folder_.path() +
        "' && env -i PATH=\"$PATH\" HOME=/nonexistent GIT_AUTHOR_NAME=Ada "
        "GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=a@example.org "
        "GIT_AUTHOR_DATE=" +
        day + " GIT_COMMITTER_DATE=" + day + " git " + command + " > /dev/null 2>&1";
    REQUIRE(std::system(whole.c_str()) == 0);  // NOLINT(concurrency-mt-unsafe)
  }
  void write(const std::string& path, const std::string& bytes) const {
    if (path.find('/') != std::string::npos) folder_.make_folder(path.substr(0, path.rfind('/')));
    folder_.write(path, bytes);
  }
  void commit(const std::string& path, const std::string& bytes, const std::string& day) const {
    write(path, bytes);
    git("add -A", day);
    git("commit -q -m 'write " + path + "'", day);
  }
  /// All that is there now, at noon.
  void commit_all(const std::string& day) const {
    git("add -A", day + "T12:00:00+0000");
    git("commit -q -m 'records of " + day + "'", day + "T12:00:00+0000");
  }
  std::string path(const std::string& below = "") const {
    return below.empty() ? folder_.path() : folder_.at(below);
  }
  const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

}  // namespace brm::test
