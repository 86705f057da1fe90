#include "render/svg.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/html_table.h"
#include "render/html_text.h"

namespace brm {
namespace {

Drawing draw(const Chart& chart, PictureSize size) {
  struct Draw {
    PictureSize size;
    Drawing operator()(const Plot& plot) const { return draw_plot(plot, size); }
    Drawing operator()(const Grid& grid) const { return draw_grid(grid); }
    Drawing operator()(const Timeline& timeline) const { return draw_timeline(timeline); }
    Drawing operator()(const Map& map) const { return draw_map(map); }
  };
  return std::visit(Draw{size}, chart.drawing);
}

/// A wider one keeps its letters by being scrolled earlier: `broad` in html_style.
constexpr double widest_plain = 720;

std::string svg_of(const Chart& chart, const Drawing& drawing, const std::string& id) {
  return fmt::format(
      "<svg{5} role=\"img\" aria-labelledby=\"{0}-name {0}-text\" viewBox=\"0 0 {1} {2}\" "
      "width=\"{1}\" height=\"{2}\">\n<title id=\"{0}-name\">{3}</title>\n"
      "<desc id=\"{0}-text\">{4}</desc>\n{6}</svg>\n",
      id, svg_number(drawing.width), svg_number(drawing.height), html_line(chart.title),
      html_line(chart.summary), drawing.width > widest_plain ? " class=\"broad\"" : "",
      drawing.body);
}

std::string caption_of(const Chart& chart) {
  const std::string note =
      chart.note.empty()
          ? ""
          : fmt::format(" <span{}>{}</span>", tone_class(chart.tone), html_line(chart.note));
  return fmt::format("<figcaption>{}{}</figcaption>\n", html_line(chart.title), note);
}

std::string key_of(const std::vector<KeyEntry>& key) {
  if (key.empty()) return "";
  std::string out = "<ul class=\"key\">\n";
  for (const KeyEntry& entry : key) {
    out += fmt::format(
        "<li><svg aria-hidden=\"true\" viewBox=\"0 0 28 14\" width=\"28\" height=\"14\">{}</svg>"
        "{}</li>\n",
        entry.sample, html_line(entry.name));
  }
  return out + "</ul>\n";
}

void add_new(const std::vector<KeyEntry>& more, std::vector<KeyEntry>& key) {
  for (const KeyEntry& entry : more) {
    const bool is_known = std::any_of(
        key.begin(), key.end(), [&](const KeyEntry& each) { return each.name == entry.name; });
    if (!is_known) key.push_back(entry);
  }
}

std::string wide_figure(const Chart& chart, const std::string& id) {
  const Drawing drawing = draw(chart, PictureSize::wide);
  return fmt::format(
      "<figure>\n{}{}<section class=\"wide\" tabindex=\"0\" aria-label=\"Picture: {}\">\n{}"
      "</section>\n</figure>\n",
      caption_of(chart), key_of(drawing.key), html_line(chart.title), svg_of(chart, drawing, id));
}

}  // namespace

std::string html_charts(const std::vector<Chart>& charts, const std::string& id) {
  const bool are_small =
      charts.size() > 1 && std::all_of(charts.begin(), charts.end(), [](const Chart& each) {
        return std::holds_alternative<Plot>(each.drawing);
      });
  std::string figures;
  std::vector<KeyEntry> key;
  for (std::size_t i = 0; i < charts.size(); ++i) {
    const std::string own_id = i == 0 ? id : fmt::format("{}-{}", id, i + 1);
    if (!are_small) {
      figures += wide_figure(charts[i], own_id);
      continue;
    }
    const Drawing drawing = draw(charts[i], PictureSize::small);
    add_new(drawing.key, key);
    figures += fmt::format("<figure>\n{}{}</figure>\n", caption_of(charts[i]),
                           svg_of(charts[i], drawing, own_id));
  }
  return are_small ? key_of(key) + "<div class=\"plots\">\n" + figures + "</div>\n" : figures;
}

}  // namespace brm
