// What of the older state is what of the newer one: by id, and where the id is another one by what
// was written.
#pragma once

#include <string_view>
#include <vector>

#include "model/portfolio.h"

namespace brm {

/// A record or part in both states; null where it is not there.
struct Counterparts {
  const Item* before = nullptr;
  const Item* after = nullptr;

  bool is_in_both() const { return before != nullptr && after != nullptr; }
  const Item& any() const { return after != nullptr ? *after : *before; }
};

/// By id, then by what was written; those of the newer state in its order, then those that are
/// gone.
std::vector<Counterparts> record_counterparts(const Portfolio& before, const Portfolio& after);
/// The entries of a list of parts, by the names that named_entries gives, then by what was written.
std::vector<Counterparts> part_counterparts(const Counterparts& owner, std::string_view list);

}  // namespace brm
