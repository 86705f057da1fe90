// Two sides, and the lines between them.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/svg.h"

namespace brm {
namespace {

constexpr double width = 900;
constexpr double left = 330;
constexpr double right = 570;
constexpr double top = 34;
constexpr double row_height = 38;

/// As many strokes as a map has kinds.
constexpr std::array<std::string_view, 5> strokes{"tie k0", "tie k1", "tie k2", "tie k3", "tie k4"};

std::string_view stroke_of(std::size_t kind) { return strokes[std::min<std::size_t>(kind, 4)]; }

/// Where node `i` of a side stands; the shorter side is spread over the height of the longer.
double height_of(std::size_t i, std::size_t count, std::size_t most) {
  const double spread =
      static_cast<double>(most) / static_cast<double>(std::max<std::size_t>(count, 1));
  return top + row_height * spread * (static_cast<double>(i) + 0.5);
}

class MapDrawing {
 public:
  explicit MapDrawing(const Map& map)
      : map_(map), most_(std::max({map.left.size(), map.right.size(), std::size_t{1}})) {}

  Drawing draw() && {
    canvas_.text({left - 14, 14}, map_.left_title, Anchor::end, "soft");
    canvas_.text({right + 14, 14}, map_.right_title, Anchor::start, "soft");
    for (const MapLine& line : map_.lines) draw_line(line);
    for (std::size_t i = 0; i < map_.left.size(); ++i) draw_node(i, true);
    for (std::size_t i = 0; i < map_.right.size(); ++i) draw_node(i, false);
    return {width, top + row_height * static_cast<double>(most_) + 6, std::move(canvas_).take(),
            key()};
  }

 private:
  double y_of(std::size_t i, bool is_left) const {
    return height_of(i, is_left ? map_.left.size() : map_.right.size(), most_);
  }

  /// Several kinds run beside each other.
  void draw_line(const MapLine& line) {
    double shift = -1.5 * static_cast<double>(line.kinds.size() - 1);
    for (const std::size_t kind : line.kinds) {
      canvas_.bow({left, y_of(line.left, true) + shift}, {right, y_of(line.right, false) + shift},
                  stroke_of(kind));
      shift += 3;
    }
  }

  void draw_node(std::size_t i, bool is_left) {
    const MapNode& node = is_left ? map_.left[i] : map_.right[i];
    const double x = is_left ? left : right;
    const double y = y_of(i, is_left);
    const Anchor anchor = is_left ? Anchor::end : Anchor::start;
    const double beside = is_left ? x - 14 : x + 14;
    canvas_.circle({x, y}, 4, "f-ink");
    const double base = node.note.empty() ? y + 4 : y - 2;
    canvas_.text({beside, base}, node.name, anchor, "", left - 20);
    if (!node.note.empty()) canvas_.text({beside, y + 12}, node.note, anchor, "soft", left - 16);
  }

  std::vector<KeyEntry> key() const {
    std::vector<KeyEntry> out;
    for (std::size_t kind = 0; kind < map_.kinds.size(); ++kind) {
      const bool is_used =
          std::any_of(map_.lines.begin(), map_.lines.end(), [&](const MapLine& line) {
            return std::find(line.kinds.begin(), line.kinds.end(), kind) != line.kinds.end();
          });
      if (!is_used) continue;
      SvgCanvas sample;
      sample.line({1, 7}, {27, 7}, stroke_of(kind));
      out.push_back({std::move(sample).take(), map_.kinds[kind]});
    }
    return out;
  }

  const Map& map_;
  std::size_t most_;
  SvgCanvas canvas_;
};

}  // namespace

Drawing draw_map(const Map& map) { return MapDrawing(map).draw(); }

}  // namespace brm
