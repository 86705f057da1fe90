// Lanes of days: what comes when, beside the day it is looked at.
#include <fmt/format.h>

#include <algorithm>

#include "render/svg.h"
#include "render/svg_axis.h"

namespace brm {
namespace {

constexpr double width = 900;
constexpr double right = width - 16;
constexpr double lane_height = 28;
constexpr double longest_name = 330;

/// Worse tones stand before better ones.
int weight_of(Tone tone) {
  return tone == Tone::bad ? 3 : tone == Tone::doubtful ? 2 : tone == Tone::good ? 0 : 1;
}

/// Days that would cover each other are one mark with their number.
struct Cluster {
  double from = 0;
  double to = 0;
  std::size_t count = 0;
  Tone tone = Tone::good;
  bool is_hollow = true;
};

class TimelineDrawing {
 public:
  explicit TimelineDrawing(const Timeline& timeline) : timeline_(timeline) {
    double widest = 0;
    for (const TimelineLane& lane : timeline.lanes) {
      widest = std::max(widest, svg_width(lane.name));
    }
    left_ = std::min(widest, longest_name) + 18;
    range_ = {static_cast<double>(timeline.first.days), static_cast<double>(timeline.last.days)};
    Axis axis;
    axis.scale = Scale::date;
    ticks_ = ticks_of(axis, range_, 8);
    lay_out_days();
    bottom_ = top_ + lane_height * static_cast<double>(timeline.lanes.size());
  }

  Drawing draw() && {
    draw_axis();
    for (std::size_t i = 0; i < timeline_.lanes.size(); ++i) draw_lane(i);
    return {width, bottom_ + 26, std::move(canvas_).take()};
  }

 private:
  double across(Date date) const {
    return left_ + range_.share(static_cast<double>(date.days)) * (right - left_);
  }

  /// Names of days stand above the lanes, as many lines as it takes so that none touch.
  void lay_out_days() {
    std::vector<double> ends;  // of each line
    for (const TimelineDay& day : timeline_.days) {
      const double half = svg_width(day.name) / 2;
      const double middle = std::clamp(across(day.date), std::min(half, width / 2), width - half);
      std::size_t line = 0;
      while (line < ends.size() && ends[line] > middle - half) ++line;
      if (line == ends.size()) ends.push_back(0);
      ends[line] = middle + half + 8;
      days_.push_back({middle, line});
    }
    top_ = 10 + 16 * static_cast<double>(ends.size());
  }

  void draw_axis() {
    for (std::size_t i = 0; i < timeline_.lanes.size(); ++i) {
      if (i % 2 == 1) continue;
      canvas_.rectangle({0, top_ + lane_height * static_cast<double>(i)}, width, lane_height,
                        "lane");
    }
    double free_from = 0;
    for (const Tick& tick : ticks_) {
      const double x = across({static_cast<std::int32_t>(tick.at)});
      const double half = svg_width(tick.text) / 2;
      canvas_.line({x, top_}, {x, bottom_ + 4}, "grid");
      if (x - half < free_from || x + half > width) continue;
      canvas_.text({x, bottom_ + 18}, tick.text, Anchor::middle, "soft");
      free_from = x + half + 8;
    }
    canvas_.line({left_, bottom_}, {right, bottom_}, "axis");
    for (std::size_t i = 0; i < timeline_.days.size(); ++i) {
      const double x = across(timeline_.days[i].date);
      const double base = 12 + 16 * static_cast<double>(days_[i].line);
      canvas_.line({x, base + 4}, {x, bottom_}, "today");
      canvas_.text({days_[i].middle, base}, timeline_.days[i].name, Anchor::middle, "soft", width);
    }
  }

  std::vector<Cluster> clusters_of(const TimelineLane& lane) const {
    std::vector<TimelineMark> marks = lane.marks;
    std::stable_sort(marks.begin(), marks.end(),
                     [](const TimelineMark& a, const TimelineMark& b) { return a.date < b.date; });
    constexpr double too_close = 15;
    std::vector<Cluster> out;
    for (const TimelineMark& mark : marks) {
      const double x = across(mark.date);
      if (out.empty() || x - out.back().to >= too_close || x - out.back().from > 2 * too_close) {
        out.push_back({x, x, 0, mark.tone, mark.is_hollow});
      }
      Cluster& last = out.back();
      last.to = x;
      ++last.count;
      last.is_hollow = last.is_hollow && mark.is_hollow;
      if (weight_of(mark.tone) > weight_of(last.tone)) last.tone = mark.tone;
    }
    return out;
  }

  void draw_lane(std::size_t number) {
    const TimelineLane& lane = timeline_.lanes[number];
    const double middle = top_ + lane_height * (static_cast<double>(number) + 0.5);
    canvas_.text({6, middle + 4}, lane.name, Anchor::start, "", longest_name);
    for (const Cluster& cluster : clusters_of(lane)) {
      const SvgPoint at{(cluster.from + cluster.to) / 2, middle};
      if (cluster.count == 1) {
        canvas_.mark(at, 5, cluster.tone, cluster.is_hollow);
        continue;
      }
      draw_count(at, cluster);
    }
  }

  /// Square where something is overdue, else round, and as wide as its number.
  void draw_count(SvgPoint at, const Cluster& cluster) {
    const std::string number = std::to_string(cluster.count);
    const double half = std::max(10.0, svg_width(number) / 2 + 5);
    const std::string look = fmt::format("{} hollow", fill_of(cluster.tone));
    canvas_.rectangle({at.x - half, at.y - 10}, 2 * half, 20, look,
                      cluster.tone == Tone::bad ? 0 : 10);
    canvas_.text({at.x, at.y + 4}, number, Anchor::middle);
  }

  struct DayName {
    double middle = 0;
    std::size_t line = 0;
  };

  const Timeline& timeline_;
  double left_ = 0;
  double top_ = 0;
  double bottom_ = 0;
  AxisRange range_;
  std::vector<Tick> ticks_;
  std::vector<DayName> days_;
  SvgCanvas canvas_;
};

}  // namespace

Drawing draw_timeline(const Timeline& timeline) { return TimelineDrawing(timeline).draw(); }

}  // namespace brm
