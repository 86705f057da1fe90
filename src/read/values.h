// One written value to one typed value, or the finding that says what is wrong with it.
#pragma once

#include <optional>

#include "model/item.h"
#include "read/tree.h"

namespace brm {

/// What reading a scalar needs to know of its surroundings.
struct ScalarPlace {
  const SourceFile& source;
  std::uint32_t file = 0;
  Currency office_currency;
};

/// Reads a scalar as `field` says; empty when a finding was added instead. `node` is no null and
/// its field no part.
std::optional<Value> read_scalar(const Field& field, const Node& node, const ScalarPlace& place,
                                 Findings& findings);

}  // namespace brm
