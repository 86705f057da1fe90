// Records for an audience beside others of which it may know no more than of these: what is left
// out of one of two states of the records is left out of both.
#pragma once

#include "model/audience.h"

namespace brm {

/// As narrow() does, and without what `elsewhere` may not say, which then is unsaid here, too.
Narrowed narrow_beside(const std::vector<const Item*>& records, Audience audience,
                       const Unsaid& elsewhere, std::pmr::memory_resource& arena);

}  // namespace brm
