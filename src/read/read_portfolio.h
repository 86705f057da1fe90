// A records folder to a portfolio, in one pass.
#pragma once

#include <vector>

#include "model/portfolio.h"
#include "read/folder.h"
#include "source/finding.h"

namespace brm {

/// `portfolio` holds what could be read. `findings` says what is wrong inside files, `troubles`
/// which files could not be read at all (status 2).
struct Reading {
  Portfolio portfolio{{}, {}};
  Findings findings;
  std::vector<Failure> troubles;
  std::size_t files_read = 0;
};

/// On as many threads as the machine has cores where that pays. What comes out does not depend on
/// their number.
Reading read_portfolio(const Folder& folder);

}  // namespace brm
