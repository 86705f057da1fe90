// What to say of an id that no record or part has.
#pragma once

#include <string>

#include "base/result.h"
#include "model/portfolio.h"

namespace brm {

/// Names the nearest: of a record that is there its parts, else of all records.
Failure unknown_id(const Portfolio& portfolio, const std::string& id);

}  // namespace brm
