// A grid of named places, and what moved between them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "render/svg.h"

namespace brm {
namespace {

constexpr double left = 128;
constexpr double cell_width = 116;
constexpr double cell_height = 72;
constexpr double top = 22;
constexpr double radius = 10;

/// What stands in a place: something as it was, is or is to be.
enum class Stage : std::uint8_t { from, at, to };

constexpr std::string_view ground_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "w-good";
    case Tone::doubtful:
      return "w-doubtful";
    case Tone::bad:
      return "w-bad";
    case Tone::plain:
    case Tone::faint:
    case Tone::strong:
      break;
  }
  return "w-plain";
}

class GridDrawing {
 public:
  explicit GridDrawing(const Grid& grid) : grid_(grid) {}

  Drawing draw() && {
    draw_cells();
    draw_titles();
    std::vector<SvgPoint> from;
    std::vector<SvgPoint> to;
    std::vector<SvgPoint> now;
    // What is now stands first in its place, then where others came from.
    for (const GridMove& move : grid_.moves) now.push_back(slot(move.at, move.number));
    for (const GridMove& move : grid_.moves) {
      from.push_back(move.from ? slot(*move.from, move.number) : SvgPoint{});
      to.push_back(move.to ? slot(*move.to, move.number) : SvgPoint{});
    }
    for (std::size_t i = 0; i < grid_.moves.size(); ++i) {
      if (grid_.moves[i].from) draw_arrow(from[i], now[i], "moved");
      if (grid_.moves[i].to) draw_arrow(now[i], to[i], "to-go");
    }
    for (std::size_t i = 0; i < grid_.moves.size(); ++i) {
      const GridMove& move = grid_.moves[i];
      if (move.from) draw_stone(from[i], move.number, Stage::from, canvas_);
      if (move.to) draw_stone(to[i], move.number, Stage::to, canvas_);
      draw_stone(now[i], move.number, Stage::at, canvas_);
    }
    const double width = left + cell_width * static_cast<double>(grid_.columns.size()) + 2;
    const double height = top + cell_height * static_cast<double>(grid_.rows.size()) + 40;
    return {width, height, std::move(canvas_).take(), key()};
  }

 private:
  static SvgPoint corner_of(GridPlace place) {
    return {left + cell_width * static_cast<double>(place.column),
            top + cell_height * static_cast<double>(place.row)};
  }

  /// Everything has a place of its own in each cell, if that is free, so that its ways do not lead
  /// through others; with many they stand closer.
  SvgPoint slot(GridPlace place, std::size_t known_by) {
    constexpr std::size_t in_a_row = 4;
    constexpr std::size_t in_a_layer = 2 * in_a_row;
    std::set<std::size_t>& taken = taken_[place];
    std::size_t number = (std::max<std::size_t>(known_by, 1) - 1) % in_a_layer;
    if (taken.size() >= in_a_layer) number += taken.size() / in_a_layer * in_a_layer;
    for (std::size_t tried = 0; taken.contains(number) && tried < in_a_layer; ++tried) {
      number = number / in_a_layer * in_a_layer + (number + 1) % in_a_layer;
    }
    taken.insert(number);
    const SvgPoint corner = corner_of(place);
    const auto column = static_cast<double>(number % in_a_row);
    const auto row = static_cast<double>(number / in_a_row % 2);
    const auto layer = static_cast<double>(number / in_a_layer);
    return {corner.x + 17 + column * 26 + layer * 4, corner.y + 31 + row * 25 + layer * 4};
  }

  void draw_cells() {
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
      for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
        const GridCell& cell = grid_.cells[row][column];
        const SvgPoint corner = corner_of({row, column});
        canvas_.rectangle({corner.x + 1, corner.y + 1}, cell_width - 2, cell_height - 2,
                          ground_of(cell.tone));
        canvas_.text({corner.x + 7, corner.y + 15}, cell.word, Anchor::start, "soft",
                     cell_width - 12);
      }
    }
  }

  void draw_titles() {
    canvas_.text({0, 13}, grid_.row_title, Anchor::start, "soft", left - 8);
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
      canvas_.text({left - 8, corner_of({row, 0}).y + cell_height / 2 + 4}, grid_.rows[row],
                   Anchor::end, "", left - 8);
    }
    const double below = corner_of({grid_.rows.size(), 0}).y;
    for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
      canvas_.text({corner_of({0, column}).x + cell_width / 2, below + 16}, grid_.columns[column],
                   Anchor::middle, "", cell_width - 4);
    }
    canvas_.text({left + cell_width * static_cast<double>(grid_.columns.size()) / 2, below + 35},
                 grid_.column_title, Anchor::middle, "soft");
  }

  void draw_arrow(SvgPoint from, SvgPoint to, std::string_view look) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (length < 2 * radius + 4) return;
    const SvgPoint along{(to.x - from.x) / length, (to.y - from.y) / length};
    const SvgPoint begin{from.x + along.x * radius, from.y + along.y * radius};
    const SvgPoint end{to.x - along.x * (radius + 1), to.y - along.y * (radius + 1)};
    canvas_.line(begin, end, look);
    canvas_.head(begin, end, "tip");
  }

  static void draw_stone(SvgPoint at, std::size_t number, Stage stage, SvgCanvas& canvas) {
    const double size = std::max(radius, svg_width(std::to_string(number)) / 2 + 4);
    if (stage == Stage::to) {
      canvas.rectangle({at.x - size, at.y - size}, 2 * size, 2 * size, "stone");
    } else {
      canvas.circle(at, size, stage == Stage::at ? "stone now" : "stone was");
    }
    canvas.text({at.x, at.y + 4}, std::to_string(number), Anchor::middle,
                stage == Stage::at ? "on-now" : "");
  }

  std::vector<KeyEntry> key() const {
    const auto sample = [](Stage stage) {
      SvgCanvas canvas;
      if (stage == Stage::to) {
        canvas.rectangle({8, 1}, 12, 12, "stone");
      } else {
        canvas.circle({14, 7}, 6, stage == Stage::at ? "stone now" : "stone was");
      }
      return std::move(canvas).take();
    };
    const auto any = [&](const auto& is_true) {
      return std::any_of(grid_.moves.begin(), grid_.moves.end(), is_true);
    };
    std::vector<KeyEntry> out{{sample(Stage::at), "now"}};
    if (any([](const GridMove& move) { return move.from.has_value(); })) {
      out.push_back({sample(Stage::from), "before any response"});
    }
    if (any([](const GridMove& move) { return move.to.has_value(); })) {
      out.push_back({sample(Stage::to), "where it is to go"});
    }
    return out;
  }

  const Grid& grid_;
  SvgCanvas canvas_;
  std::map<GridPlace, std::set<std::size_t>> taken_;
};

}  // namespace

Drawing draw_grid(const Grid& grid) { return GridDrawing(grid).draw(); }

}  // namespace brm
