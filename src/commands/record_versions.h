// One record as every commit left it that touched it, back to where it was added.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "history/repository.h"
#include "read/read_portfolio.h"

namespace brm {

struct RecordVersion {
  std::optional<Commit> commit;  ///< Empty for the folder, where it is not committed yet.
  std::string path;
  std::unique_ptr<Reading> reading;  ///< The record and the office of that time.
  const Item* record = nullptr;      ///< Null where it could not be read, or was taken away.
};

struct RecordVersions {
  std::vector<RecordVersion> list;  ///< The newest first.
  bool is_cut_off = false;          ///< Older ones were not fetched.
};

/// `path`: where the record is now, below the records folder; it is followed by its file's name
/// into other folders. `present`: its bytes in the folder and those of brm.yaml, where there is one
/// besides the revisions. By first parents; each file is read once.
struct PresentRecord {
  std::string bytes;
  std::string office;  ///< Empty without brm.yaml.
};
Result<RecordVersions> find_versions(const Repository& repository, const std::string& path,
                                     const std::optional<PresentRecord>& present,
                                     const ReadOptions& options);

/// The newest path in the history that such a record would have: `ID.yaml` in any folder.
Result<std::optional<std::string>> find_path(const Repository& repository, const std::string& id);

}  // namespace brm
