// Records that lie where brm does not look: below hidden folders, and in files that `ignore` leaves
// out. Whatever is wrong with them, nobody has mended it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "commands/command.h"

namespace brm {

class UnseenFiles {
 public:
  UnseenFiles(const Invocation& invocation, const Opened& opened);

  /// A file of this path, or one of this record; without an id, one of the same name.
  bool ignores(const std::string& path, const std::string& id) const {
    return ignored_.holds(path, id);
  }
  bool hides(const std::string& path, const std::string& id) const {
    return hidden_.holds(path, id);
  }

 private:
  struct Place {
    std::set<std::string, std::less<>> paths = {};  ///< As messages show them.
    std::set<std::string, std::less<>> ids = {};
    std::set<std::string, std::less<>> names = {};  ///< Of files that say no id.

    void add(const std::string& path, const std::string& bytes);
    bool holds(const std::string& path, const std::string& id) const;
  };

  /// `folder` is below the root, without a slash at its end; empty for the root.
  void look_into(const Invocation& invocation, const std::string& root, const std::string& folder,
                 std::size_t depth);

  Place ignored_;
  Place hidden_;
  std::size_t names_ = 0;  ///< Looked at so far.
};

}  // namespace brm
