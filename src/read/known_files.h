// Reading a folder of which another reading has most files already.
#pragma once

#include "read/read_portfolio.h"

namespace brm {

/// Files that another reading has read already, byte by byte the same.
struct KnownFiles {
  const Reading* reading = nullptr;  ///< Its portfolio outlives what is read.
  std::vector<std::string> paths;    ///< Sorted.
};

/// Takes the records of known files from the other reading, as the same items, so that only what
/// differs is read. Not with an audience or a visitor, nor where brm.yaml differs: then all is
/// read. Files of which nothing is wrong are in the portfolio without their bytes. With an audience
/// what the other reading may not say is left out here, too.
Reading read_portfolio(const Folder& folder, const ReadOptions& options, const KnownFiles& known);

}  // namespace brm
