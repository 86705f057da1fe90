// Calendar months added to a day.
#pragma once

#include "base/date.h"

namespace brm {

/// The same day of the month `count` months later; where that month is shorter, its last day.
Date months_later(Date date, int count);

}  // namespace brm
