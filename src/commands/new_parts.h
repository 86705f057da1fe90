// Which kinds `brm new` can begin, and where in the records each belongs.
#pragma once

#include "model/fields.h"

namespace brm {

/// The list of `record` that holds parts of this kind; null where it has none.
const Field* list_for(const Kind& record, const Kind& part);

/// A record, or a part with an id that stands in a list of one.
bool can_be_begun(const Kind& kind);

}  // namespace brm
