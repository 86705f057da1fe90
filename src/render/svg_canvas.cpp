#include "render/svg_canvas.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "render/html_text.h"

namespace brm {
namespace {

std::string class_of(std::string_view look) {
  return look.empty() ? "" : fmt::format(" class=\"{}\"", look);
}

std::string points_of(const std::vector<SvgPoint>& points) {
  std::string out;
  for (const SvgPoint& point : points) {
    out += (out.empty() ? "" : " ") + svg_number(point.x) + "," + svg_number(point.y);
  }
  return out;
}

}  // namespace

double svg_width(std::string_view text) {
  constexpr double of_a_letter = 0.58;  // of its height, in fonts that run wide
  return static_cast<double>(display_width(text)) * of_a_letter * svg_letters;
}

std::string svg_number(double number) {
  std::string out = fmt::format("{:.2f}", number);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out == "-0" ? "0" : out;
}

void SvgCanvas::line(SvgPoint from, SvgPoint to, std::string_view look) {
  out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>\n", svg_number(from.x),
                      svg_number(from.y), svg_number(to.x), svg_number(to.y), class_of(look));
}

void SvgCanvas::path(const std::vector<SvgPoint>& points, std::string_view look) {
  if (points.size() < 2) return;
  out_ += fmt::format("<polyline points=\"{}\"{}/>\n", points_of(points), class_of(look));
}

void SvgCanvas::bow(SvgPoint from, SvgPoint to, std::string_view look) {
  const std::string middle = svg_number((from.x + to.x) / 2);
  out_ +=
      fmt::format("<path d=\"M{0} {1}C{2} {1} {2} {4} {3} {4}\"{5}/>\n", svg_number(from.x),
                  svg_number(from.y), middle, svg_number(to.x), svg_number(to.y), class_of(look));
}

void SvgCanvas::rectangle(SvgPoint corner, double width, double height, std::string_view look,
                          double rounded) {
  out_ += fmt::format(
      "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}{}/>\n", svg_number(corner.x),
      svg_number(corner.y), svg_number(width), svg_number(height),
      rounded > 0 ? fmt::format(" rx=\"{}\"", svg_number(rounded)) : "", class_of(look));
}

void SvgCanvas::circle(SvgPoint centre, double radius, std::string_view look) {
  out_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n", svg_number(centre.x),
                      svg_number(centre.y), svg_number(radius), class_of(look));
}

void SvgCanvas::diamond(SvgPoint centre, double radius, std::string_view look) {
  out_ += fmt::format("<polygon points=\"{}\"{}/>\n",
                      points_of({{centre.x, centre.y - radius},
                                 {centre.x + radius, centre.y},
                                 {centre.x, centre.y + radius},
                                 {centre.x - radius, centre.y}}),
                      class_of(look));
}

void SvgCanvas::mark(SvgPoint centre, double radius, Tone tone, bool is_hollow) {
  const std::string look = fmt::format("{}{}", fill_of(tone), is_hollow ? " hollow" : "");
  if (tone == Tone::bad) {
    const double side = radius * 0.9;
    rectangle({centre.x - side, centre.y - side}, 2 * side, 2 * side, look);
  } else if (tone == Tone::doubtful) {
    const double side = radius * 1.15;
    out_ += fmt::format("<polygon points=\"{}\"{}/>\n",
                        points_of({{centre.x, centre.y - side},
                                   {centre.x + side, centre.y + side * 0.8},
                                   {centre.x - side, centre.y + side * 0.8}}),
                        class_of(look));
  } else {
    circle(centre, radius, look);
  }
}

void SvgCanvas::text(SvgPoint at, std::string_view words, Anchor anchor, std::string_view look,
                     double most) {
  constexpr std::string_view anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
  const auto room = static_cast<std::size_t>(std::floor(most / svg_width("x")));
  const std::string shown = svg_width(words) > most ? cut_to(words, room) : std::string(words);
  out_ += fmt::format("<text x=\"{}\" y=\"{}\"{}{}>{}</text>\n", svg_number(at.x), svg_number(at.y),
                      anchors[static_cast<std::size_t>(anchor)], class_of(look), html_line(shown));
}

void SvgCanvas::head(SvgPoint from, SvgPoint to, std::string_view look) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length < 1) return;
  constexpr double size = 7;
  constexpr double half = 3.5;
  const SvgPoint along{(to.x - from.x) / length, (to.y - from.y) / length};
  const SvgPoint base{to.x - along.x * size, to.y - along.y * size};
  out_ += fmt::format("<polygon points=\"{}\"{}/>\n",
                      points_of({to,
                                 {base.x - along.y * half, base.y + along.x * half},
                                 {base.x + along.y * half, base.y - along.x * half}}),
                      class_of(look));
}

std::string_view fill_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "f-good";
    case Tone::doubtful:
      return "f-doubtful";
    case Tone::bad:
      return "f-bad";
    case Tone::faint:
      return "f-soft";
    case Tone::plain:
    case Tone::strong:
      break;
  }
  return "f-main";
}

}  // namespace brm
