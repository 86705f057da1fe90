// Plots: lines, steps and points between two axes.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "render/svg.h"
#include "render/svg_axis.h"
#include "render/svg_labels.h"

namespace brm {
namespace {

double figure_of(const Rational& number) { return static_cast<double>(number); }

struct LookClasses {
  std::string_view stroke;
  double radius;  ///< Of its marks; 0: none.
};

LookClasses classes_of(Look look) {
  switch (look) {
    case Look::measured:
      return {"measured", 3.2};
    case Look::planned:
      return {"planned", 4.2};
    case Look::compared:
      return {"compared", 0};
    case Look::curve:
      return {"measured", 0};
    case Look::points:
      return {"", 5};
  }
  return {"", 0};
}

void draw_mark(Look look, SvgPoint at, Tone tone, SvgCanvas& canvas) {
  const bool is_singled_out = look == Look::curve && tone != Tone::plain;
  const double radius = is_singled_out ? 4 : classes_of(look).radius;
  if (radius == 0) return;
  if (look == Look::planned) {
    canvas.diamond(at, radius, "open");
  } else {
    canvas.mark(at, radius, tone);
  }
}

class PlotDrawing {
 public:
  PlotDrawing(const Plot& plot, PictureSize size)
      : plot_(plot), is_small_(size == PictureSize::small) {
    width_ = is_small_ ? 320 : 720;
    height_ = is_small_ ? 200 : 380;
    find_ranges();
    const std::size_t rows = is_small_ ? 4 : 6;
    y_ticks_ = ticks_of(plot.y, y_, rows);
    x_ticks_ = ticks_of(plot.x, x_, is_small_ ? 4 : 8);
    lay_out();
  }

  Drawing draw() && {
    draw_bands();
    draw_axes();
    draw_crossing_lines();
    for (const PlotLine& line : plot_.lines) draw_line(line);
    draw_labels();
    return {width_, height_, std::move(canvas_).take(), key()};
  }

 private:
  void find_ranges() {
    bool is_first = true;
    const auto take = [&](double x, double y) {
      if (is_first) {
        x_ = {x, x};
        y_ = {y, y};
      }
      is_first = false;
      x_.take(x);
      y_.take(y);
    };
    for (const PlotLine& line : plot_.lines) {
      for (const PlotPoint& point : line.points) take(figure_of(point.x), figure_of(point.y));
    }
    for (const PlotBand& band : plot_.bands) {
      if (band.lower) y_.take(figure_of(*band.lower));
      if (band.upper) y_.take(figure_of(*band.upper));
    }
    for (const PlotMark& mark : plot_.marks) x_.take(figure_of(mark.at));
    for (const PlotMark& limit : plot_.limits) y_.take(figure_of(limit.at));
  }

  void lay_out() {
    double widest = 0;
    for (const Tick& tick : y_ticks_) widest = std::max(widest, svg_width(tick.text));
    left_ = widest + 10;
    right_ = width_ - std::max(is_small_ ? 14.0 : 24.0, room_on_the_right());
    top_ = plot_.y.title.empty() && plot_.marks.empty() ? 12 : 26;
    if (has_named_points()) top_ += 56;  // for names of what stands highest
    bottom_ = height_ - (plot_.x.title.empty() ? 24 : 42);
  }

  /// For words beside a point that stands near the edge, unless they are long.
  double room_on_the_right() const {
    constexpr double near = 0.85;
    constexpr double gap = 12;
    constexpr double most = 76;
    double room = 0;
    for (const PlotLine& line : plot_.lines) {
      if (line.look == Look::points) continue;
      for (const PlotPoint& point : line.points) {
        if (point.label.empty() || x_.share(figure_of(point.x)) < near) continue;
        const double width = svg_width(point.label) + gap;
        if (width <= most) room = std::max(room, width);
      }
    }
    return room;
  }

  bool has_named_points() const {
    return std::any_of(plot_.lines.begin(), plot_.lines.end(),
                       [](const PlotLine& line) { return line.look == Look::points; });
  }

  SvgPoint at(const Rational& x, const Rational& y) const {
    return {across(figure_of(x)), down(figure_of(y))};
  }
  double across(double x) const { return left_ + x_.share(x) * (right_ - left_); }
  double down(double y) const { return bottom_ - y_.share(y) * (bottom_ - top_); }

  void draw_bands() {
    for (const PlotBand& band : plot_.bands) {
      const double upper = band.upper ? down(figure_of(*band.upper)) : top_;
      const double lower = band.lower ? down(figure_of(*band.lower)) : bottom_;
      canvas_.rectangle({left_, upper}, right_ - left_, lower - upper, "band");
      for (const auto& edge : {band.upper, band.lower}) {
        if (!edge) continue;
        const double y = down(figure_of(*edge));
        canvas_.line({left_, y}, {right_, y}, "edge");
      }
    }
  }

  void draw_axes() {
    for (const Tick& tick : y_ticks_) {
      const double y = down(tick.at);
      canvas_.line({left_, y}, {right_, y}, "grid");
      canvas_.text({left_ - 6, y + 4}, tick.text, Anchor::end, "soft");
    }
    draw_x_ticks();
    canvas_.line({left_, bottom_}, {right_, bottom_}, "axis");
    if (!plot_.y.title.empty()) {
      canvas_.text({0, 12}, plot_.y.title, Anchor::start, "soft", width_ * 0.6);
    }
    if (!plot_.x.title.empty()) {
      canvas_.text({(left_ + right_) / 2, height_ - 5}, plot_.x.title, Anchor::middle, "soft",
                   right_ - left_);
    }
  }

  void draw_x_ticks() {
    constexpr double gap = 8;
    double free_from = 0;  // the words of two ticks must not touch
    std::optional<double> first;
    for (const Tick& tick : x_ticks_) {
      const double x = across(tick.at);
      const double half = svg_width(tick.text) / 2;
      if (x < left_ - 1 || x > right_ + 1) continue;
      canvas_.line({x, bottom_}, {x, bottom_ + 4}, "axis");
      const double middle = std::min(x, width_ - half - 1);
      if (middle - half < free_from) continue;
      canvas_.text({middle, bottom_ + 17}, tick.text, Anchor::middle, "soft");
      free_from = middle + half + gap;
      if (!first) first = middle - half;
    }
    if (plot_.x.scale != Scale::date) return;
    // Where it begins, if there is room before the first tick.
    constexpr std::size_t month = 7;  // `2026-04`
    const Date day{static_cast<std::int32_t>(x_.least)};
    const std::string begin = to_text(day).substr(0, month);
    const double half = svg_width(begin) / 2;
    const double middle = std::max(left_, half + 1);
    if (middle + half + gap > first.value_or(right_)) return;
    canvas_.line({left_, bottom_}, {left_, bottom_ + 4}, "axis");
    canvas_.text({middle, bottom_ + 17}, begin, Anchor::middle, "soft");
  }

  void draw_crossing_lines() {
    for (const PlotMark& mark : plot_.marks) {
      const double x = across(figure_of(mark.at));
      canvas_.line({x, top_ - 8}, {x, bottom_}, "today");
      const double half = svg_width(mark.name) / 2;
      const double middle = std::clamp(x, half, width_ - half);
      canvas_.text({middle, top_ - 12}, mark.name, Anchor::middle, "soft");
    }
    for (const PlotMark& limit : plot_.limits) {
      const double y = down(figure_of(limit.at));
      canvas_.line({left_, y}, {right_, y}, "limit");
      canvas_.text({right_, y - 5}, limit.name, Anchor::end, "soft", right_ - left_);
    }
  }

  void draw_line(const PlotLine& line) {
    std::vector<SvgPoint> points;
    for (const PlotPoint& point : line.points) {
      const SvgPoint next = at(point.x, point.y);
      if (line.is_stepped && !points.empty()) points.push_back({next.x, points.back().y});
      points.push_back(next);
    }
    if (line.look != Look::points) canvas_.path(points, classes_of(line.look).stroke);
    for (const PlotPoint& point : line.points) {
      draw_mark(line.look, at(point.x, point.y), point.tone, canvas_);
    }
  }

  void draw_labels() {
    const double above = has_named_points() ? top_ - 18 : 6;
    SvgLabels labels({left_ + 1, top_ - above}, {width_, bottom_ - 2});
    for (const PlotLine& line : plot_.lines) {
      for (const PlotPoint& point : line.points) {
        labels.avoid(at(point.x, point.y), classes_of(line.look).radius + 1);
      }
    }
    for (const PlotLine& line : plot_.lines) {
      for (const PlotPoint& point : line.points) {
        if (!point.label.empty()) labels.put(at(point.x, point.y), point.label, canvas_);
      }
    }
  }

  std::vector<KeyEntry> key() const {
    std::vector<KeyEntry> out;
    for (const PlotLine& line : plot_.lines) {
      if (line.name.empty() || line.points.empty()) continue;
      SvgCanvas sample;
      if (line.look != Look::points) sample.path({{1, 7}, {27, 7}}, classes_of(line.look).stroke);
      draw_mark(line.look, {14, 7}, line.points.front().tone, sample);
      out.push_back({std::move(sample).take(), line.name});
    }
    for (const PlotBand& band : plot_.bands) {
      SvgCanvas sample;
      sample.rectangle({2, 2}, 24, 10, "band edge");
      out.push_back({std::move(sample).take(), band.name});
    }
    return out;
  }

  const Plot& plot_;
  bool is_small_;
  double width_ = 0;
  double height_ = 0;
  double left_ = 0;
  double right_ = 0;
  double top_ = 0;
  double bottom_ = 0;
  AxisRange x_;
  AxisRange y_;
  std::vector<Tick> x_ticks_;
  std::vector<Tick> y_ticks_;
  SvgCanvas canvas_;
};

}  // namespace

Drawing draw_plot(const Plot& plot, PictureSize size) { return PlotDrawing(plot, size).draw(); }

}  // namespace brm
