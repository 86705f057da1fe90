// Records as they were in several states: each version of a file is read once.
#pragma once

#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <vector>

#include "read/read_portfolio.h"

namespace brm {

/// What is to be read. `folder` has each version under a name of its own that ends in `/` and the
/// file's path, because it is known by that.
struct AskedVersions {
  const Folder& folder;
  std::vector<std::string> names;
  /// Which of them is brm.yaml, by which the others are read.
  std::optional<std::size_t> office = {};
  const Item* known_office = nullptr;  ///< Instead of it, where that is read already.
};

struct VersionReading {
  /// Of each name; null where it holds no record.
  std::vector<const Item*> records;
  /// Of each name: why something in it could not be read; empty where all was.
  std::vector<std::string> lacks;
  std::vector<SourceFile> sources;  ///< As items know them, those of `beside` first.
  std::vector<std::unique_ptr<std::pmr::monotonic_buffer_resource>> arenas;
};

/// `beside`: another reading whose items will stand beside these, in one portfolio; it outlives
/// them. What the office ignores is read, too: the caller knows by which office it is judged.
VersionReading read_versions(const AskedVersions& asked, const ReadOptions& options,
                             const Reading& beside);

}  // namespace brm
