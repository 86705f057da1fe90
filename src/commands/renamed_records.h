// Records that were given another id since: the same file, or one that says nearly the same.
#pragma once

#include "rules/fingerprint.h"

namespace brm {

struct EarlierRecord {
  std::string id;
  std::string path;                     ///< As messages show it.
  std::vector<std::size_t> lines = {};  ///< Hashes, sorted; none where the file is not at hand.
};

/// Lines are those of files that have their bytes.
std::vector<EarlierRecord> earlier_records(const Portfolio& portfolio);

/// A record is an earlier one where it has an id of its own, the earlier one is nowhere any more,
/// and its file is the same, or both files are nowhere else and at least half of their lines are
/// the same, as git knows a file again.
EarlierIds earlier_ids(const std::vector<EarlierRecord>& before, const Portfolio& now);

}  // namespace brm
