#include "render/svg_labels.h"

#include <algorithm>
#include <cmath>

namespace brm {
namespace {

constexpr double gap = 8;
constexpr double longest = 210;

}  // namespace

SvgLabels::SvgLabels(SvgPoint upper_left, SvgPoint lower_right)
    : frame_{upper_left.x, upper_left.y, lower_right.x, lower_right.y} {}

void SvgLabels::avoid(SvgPoint centre, double radius) {
  taken_.push_back({centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius});
}

bool SvgLabels::is_free(const Box& box) const {
  if (box.left < frame_.left || box.right > frame_.right || box.top < frame_.top ||
      box.bottom > frame_.bottom) {
    return false;
  }
  return std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) {
    return box.left < other.right && other.left < box.right && box.top < other.bottom &&
           other.top < box.bottom;
  });
}

void SvgLabels::put(SvgPoint point, const std::string& words, SvgCanvas& canvas) {
  const double width = std::min(svg_width(words), longest);
  constexpr int furthest = 9;
  for (int row = 0; row <= furthest; ++row) {
    for (const int up : {-1, 1}) {
      for (const bool is_right : {true, false}) {
        const double base = point.y + 4 + up * row * (svg_letters + 3);
        const double from = is_right ? point.x + gap : point.x - gap - width;
        const Box box{from - 2, base - svg_letters + 1, from + width + 2, base + 3};
        if (!is_free(box)) continue;
        taken_.push_back(box);
        if (row > 0) {
          const double end = is_right ? from - 2 : from + width + 2;
          canvas.line(point, {end, base - 4}, "lead");
        }
        canvas.text({is_right ? from : from + width, base}, words,
                    is_right ? Anchor::start : Anchor::end, "label", longest);
        return;
      }
    }
  }
}

}  // namespace brm
