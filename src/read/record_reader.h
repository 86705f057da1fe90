// From a tree to a record: walks the kind's field table, so that every kind is read by one
// function.
#pragma once

#include <memory_resource>

#include "read/reading_memory.h"

namespace brm {

/// The file a tree was read from, and its index in the portfolio to be.
struct TreeSource {
  const SourceFile& source;
  std::uint32_t file = 0;
};

/// Reads the tree into `arena`; null when it holds no known kind. Texts point into the file's bytes
/// where they can.
const Item* read_record(const Tree& tree, const TreeSource& from, Currency office_currency,
                        ReadingMemory& memory, std::pmr::memory_resource& arena,
                        Findings& findings);

}  // namespace brm
