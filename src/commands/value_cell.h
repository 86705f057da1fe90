// What is written or computed, as cells of an answer.
#pragma once

#include <string>

#include "assess/facts.h"
#include "document/document.h"

namespace brm {

/// One value of a field; a part as one line, the way it would be written.
Cell cell_of(const Field& field, const Value& value);

}  // namespace brm
