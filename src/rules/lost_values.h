// Where something was written that could not be read: what is not in the portfolio because of it
// was found once, and is not missing as well.
#pragma once

#include <vector>

#include "model/item.h"
#include "source/finding.h"

namespace brm::rules {

class LostValues {
 public:
  /// Of what the reader found: rules lose nothing.
  explicit LostValues(const Findings& findings);

  /// Whether a field of this item itself was lost, and not one of a part in it.
  bool touch(const Item& item) const;
  /// The same of a part that may not be there.
  bool touch(const Item* part) const { return part != nullptr && touch(*part); }

 private:
  std::vector<Span> places_;  // by file and offset
};

}  // namespace brm::rules
