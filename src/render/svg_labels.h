// Where words find room between points: beside the point they name, or further off with a line to
// it.
#pragma once

#include <string>
#include <vector>

#include "render/svg_canvas.h"

namespace brm {

/// Everything that is put down keeps its place; what comes later goes where there is room, or is
/// left out.
class SvgLabels {
 public:
  /// Words stay inside.
  SvgLabels(SvgPoint upper_left, SvgPoint lower_right);

  /// Keeps words off it.
  void avoid(SvgPoint centre, double radius);
  void put(SvgPoint point, const std::string& words, SvgCanvas& canvas);

 private:
  struct Box {
    double left, top, right, bottom;
  };
  bool is_free(const Box& box) const;

  Box frame_;
  std::vector<Box> taken_;
};

}  // namespace brm
