// What to say of an id that no record or part has.
#pragma once

#include <string>

#include "base/result.h"
#include "model/portfolio.h"

namespace brm {

/// Names the nearest: of a record that is there its parts, else of all records.
Failure unknown_id(const Portfolio& portfolio, const std::string& id);

/// Of one that is of another kind than what is asked for.
Failure other_kind(const Item& item, const std::string& id, const Kind& asked);

/// The nearest record of the kind; none of another is meant.
Failure unknown_id(const Portfolio& portfolio, const std::string& id, const Kind& asked);

}  // namespace brm
