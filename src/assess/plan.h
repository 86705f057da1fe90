// What an outcome should have come to by a day.
#pragma once

#include "assess/series.h"

namespace brm {

/// The plan's share of the way on `day`, between baseline (0) and target (1), linear between the
/// known points. The series has both, and they differ.
Rational planned_on(const Series& series, Date day);

}  // namespace brm
