#include "document/texts.h"

namespace brm {
namespace {

class Texts {
 public:
  void add(std::string_view text) { found_.push_back(text); }
  void add(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.value)) add(*text);
  }
  void add(const std::vector<Detail>& details) {
    for (const Detail& detail : details) add(detail.value);
  }
  void add(const Plot& plot) {
    add(plot.x.title);
    add(plot.y.title);
    for (const PlotLine& line : plot.lines) {
      for (const PlotPoint& point : line.points) add(point.label);
    }
    for (const PlotMark& mark : plot.marks) add(mark.name);
  }
  void add(const Grid& grid) {
    for (const std::string& row : grid.rows) add(row);
    for (const std::string& column : grid.columns) add(column);
  }
  void add(const Timeline& timeline) {
    for (const TimelineDay& day : timeline.days) add(day.name);
    for (const TimelineLane& lane : timeline.lanes) add(lane.name);
  }
  void add(const Map& map) {
    for (const auto* side : {&map.left, &map.right}) {
      for (const MapNode& node : *side) {
        add(node.name);
        add(node.note);
      }
    }
  }
  void add(const Chart& chart) {
    add(chart.title);
    add(chart.summary);
    add(chart.note);
    std::visit([this](const auto& drawing) { add(drawing); }, chart.drawing);
  }
  void add(const Section& section) {
    for (const std::string& paragraph : section.paragraphs) add(paragraph);
    add(section.details);
    add(section.code);
    for (const Chart& chart : section.charts) add(chart);
    for (const Table& table : section.tables) {
      for (const auto& row : table.rows) {
        for (const Cell& each : row) add(each);
      }
    }
  }
  std::vector<std::string_view> take() && { return std::move(found_); }

 private:
  std::vector<std::string_view> found_;
};

}  // namespace

std::vector<std::string_view> texts_of(const Document& document) {
  Texts texts;
  texts.add(document.title);
  texts.add(document.subtitle);
  texts.add(document.summary);
  for (const Section& section : document.sections) texts.add(section);
  texts.add(document.next);
  return std::move(texts).take();
}

}  // namespace brm
