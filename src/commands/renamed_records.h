// Records that were given another id since: the same file, or one that says nearly the same.
#pragma once

#include "commands/fingerprint.h"
#include "read/folder.h"

namespace brm {

struct EarlierRecord {
  std::string id;
  std::string path;       ///< As messages show it.
  std::string file = {};  ///< As its folder calls it; empty where that is not at hand.
};

std::vector<EarlierRecord> earlier_records(const Portfolio& portfolio);

/// A record is an earlier one where it has an id of its own, the earlier one is nowhere any more,
/// and its file is the same, or both files are nowhere else and say nearly the same: half of their
/// lines with the title among them, or four fifths. `then`: where the earlier files are; may be
/// null.
EarlierIds earlier_ids(const std::vector<EarlierRecord>& before, const Folder* then,
                       const Portfolio& now, const Folder& here);

}  // namespace brm
