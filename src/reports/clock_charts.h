// Clocks as a picture.
#pragma once

#include "assess/clocks.h"
#include "document/document.h"

namespace brm {

/// A section of one picture: the clocks up to `last`, a lane for each kind. Without one it is
/// silent.
Section clock_calendar(Date as_of, std::span<const Clock> clocks, Date last);

}  // namespace brm
