// Rows of joined tables that no row around asked for: what they say would be lost without a word.
#pragma once

#include <functional>

#include "exchange/mapping.h"

namespace brm {

/// Whether the row is meant by the condition of its list, as far as it alone tells.
using IsMeant = std::function<bool(const ListRule& list, const SourceRow& row)>;
/// Whether a row around matched it.
using IsAskedFor = std::function<bool(const ListRule& list, const SourceRow& row)>;

/// The first few of each list, and one fault for the rest of them.
std::vector<RowFault> unmatched_rows(const Mapping& mapping, const IsMeant& is_meant,
                                     const IsAskedFor& is_asked_for);

}  // namespace brm
