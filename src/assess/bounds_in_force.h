// Which target one measurement of a hold is judged by.
#pragma once

#include "assess/series.h"

namespace brm {

/// Its own period's target, else the standing one where that is in force; not usable: no target.
inline const Bounds& bounds_in_force(const Series& series, const Entry& entry) {
  static const Bounds none;
  if (entry.own_target.is_usable()) return entry.own_target;
  const bool is_in_force = (!series.from || entry.date >= *series.from) &&
                           (!series.until || entry.date <= *series.until);
  return is_in_force ? series.standing : none;
}

}  // namespace brm
