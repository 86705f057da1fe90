// One record as every commit left it that touched it, back to where it was added, also under other
// ids and in other files.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands/states.h"
#include "history/repository.h"
#include "read/read_portfolio.h"

namespace brm {

struct RecordVersion {
  std::optional<Commit> commit = {};  ///< Empty for the folder, where it is not committed yet.
  std::string path = {};
  std::unique_ptr<Reading> reading = nullptr;  ///< The record and the office of that time.
  /// Null where it could not be read, was not looked at, or was taken away.
  const Item* record = nullptr;
  bool has_file = false;
  bool is_ignored = false;      ///< It is there, and `ignore` of brm.yaml leaves it out.
  std::string renamed_to = {};  ///< Where it was taken away: the id that it has from then on.
  std::string instead_of = {};  ///< Where it was added: whose record its file held before.
};

struct RecordVersions {
  std::vector<RecordVersion> list;  ///< The newest first.
  bool is_cut_off = false;          ///< Older ones were not fetched.
  bool is_folder_known = true;      ///< False where what the folder has of it cannot be read.

  bool has_record() const;
};

/// `path`: where a file of it is, or was last, below the records folder; it is followed by its
/// file's name into other folders, and to another id as record_counterparts() has it. `present`:
/// the folder; null where there is none besides the revisions. By first parents; each file is read
/// once.
Result<RecordVersions> find_versions(const Repository& repository, const std::string& id,
                                     const std::string& path, const State* present,
                                     const ReadOptions& options);

}  // namespace brm
