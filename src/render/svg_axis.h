// An axis of a plot: where a figure stands on it, and which figures are written beside it.
#pragma once

#include <string>
#include <vector>

#include "document/chart.h"

namespace brm {

struct Tick {
  double at = 0;  ///< A figure of the axis.
  std::string text;
};

/// `least` to `most`, at least a little apart.
struct AxisRange {
  double least = 0;
  double most = 1;

  void take(double figure);
  /// 0 at its beginning, 1 at its end.
  double share(double figure) const { return (figure - least) / (most - least); }
};

/// Widened to whole steps, of which there are about `count`.
std::vector<Tick> ticks_of(const Axis& axis, AxisRange& range, std::size_t count);

}  // namespace brm
