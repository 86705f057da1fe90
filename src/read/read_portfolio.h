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
  Portfolio portfolio;
  Findings findings;
  std::vector<Failure> troubles;
};

Reading read_portfolio(const Folder& folder);

}  // namespace brm
