// The entries below `records` of a mapping, read against the fields of the kinds they make.
#pragma once

#include "exchange/mapping.h"
#include "exchange/mapping_tree.h"

namespace brm {

/// Adds the rule at `node` to `mapping`, whose tables are all there. What is wrong is a finding.
void read_rule(MappingTree& tree, std::uint32_t node, Mapping& mapping);

}  // namespace brm
