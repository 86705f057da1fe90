// Charts as inline SVG: a picture with a name, what is to be seen in it in words, and the key to
// its shapes.
#pragma once

#include <string>
#include <vector>

#include "document/chart.h"
#include "render/svg_canvas.h"

namespace brm {

/// How much room a picture has: all of the page's width, or that of a phone, several beside each
/// other.
enum class PictureSize : std::uint8_t { wide, small };

/// One entry of a key: a piece of the drawing, 28 by 14, and what it means.
struct KeyEntry {
  std::string sample;
  std::string name;
};

struct Drawing {
  double width = 0;
  double height = 0;
  std::string body;
  std::vector<KeyEntry> key = {};
};

Drawing draw_plot(const Plot& plot, PictureSize size);
Drawing draw_grid(const Grid& grid);
Drawing draw_timeline(const Timeline& timeline);
Drawing draw_map(const Map& map);

/// The charts of one section, `id` being that of the first. Several plots stand beside each other
/// and share one key.
std::string html_charts(const std::vector<Chart>& charts, const std::string& id);

}  // namespace brm
