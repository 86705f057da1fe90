// From a tree to a record: walks the kind's field table, so that every kind is read by one
// function.
#pragma once

#include "model/portfolio.h"
#include "read/tree.h"

namespace brm {

/// Reads the tree of file `file` into the portfolio's memory; null when it holds no known kind.
/// Texts point into the file's bytes where they can.
const Item* read_record(const Tree& tree, std::uint32_t file, Currency office_currency,
                        Portfolio& portfolio, Findings& findings);

}  // namespace brm
