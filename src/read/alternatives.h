// Fields of which one may be given: both a value and a range, or neither.
#pragma once

#include "model/item.h"
#include "read/keys.h"

namespace brm {

/// Adds what is wrong with the alternatives of `item`, which was read from `pairs`; nothing where
/// KindPlan::is_satisfied_by says so.
void add_wrong_alternatives(const Tree& tree, const Item& item, const std::vector<Pair>& pairs,
                            Findings& findings);

}  // namespace brm
