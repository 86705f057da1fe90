// A finished picture in three columns. Nothing in it is fetched or run; its colours follow the
// reader's screen, and every one of them has a shape and a word beside it.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "render/graph.h"
#include "render/graph_columns.h"
#include "render/html_text.h"
#include "render/svg_canvas.h"

namespace brm {
namespace {

constexpr std::string_view style = R"(<style>
svg{--paper:#fff;--ink:#1b2530;--soft:#566372;--line:#c3ccd6;--wash:#f4f6f9;--good:#17683a;--doubtful:#805200;--bad:#b0221b;
--good-wash:#e4f3e9;--doubtful-wash:#fcf0d5;--bad-wash:#fce7e5;--main:#17508c;background:var(--paper);
font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans","DejaVu Sans",sans-serif}
@media screen and (prefers-color-scheme:dark){svg{--paper:#12171d;--ink:#e5eaf0;--soft:#9dabba;--line:#465360;--wash:#1a2129;
--good:#7fd49a;--doubtful:#f0c063;--bad:#ff9d93;--good-wash:#16301f;--doubtful-wash:#382b0e;--bad-wash:#42201d;--main:#8fc0f5}}
text{fill:var(--ink)}.soft{fill:var(--soft)}.head{font-weight:600}.big{font-size:18px;font-weight:650}
.box{stroke:var(--line)}.over{stroke:var(--soft);stroke-dasharray:5 3}.in-trouble{stroke:var(--bad);stroke-width:2}
.w-plain{fill:var(--paper)}.w-faint{fill:var(--wash)}.w-good{fill:var(--good-wash)}.w-doubtful{fill:var(--doubtful-wash)}.w-bad{fill:var(--bad-wash)}
.f-good{fill:var(--good)}.f-doubtful{fill:var(--doubtful)}.f-bad{fill:var(--bad)}.f-soft{fill:var(--soft)}
.hollow{fill:var(--paper);stroke:var(--soft);stroke-width:1.5}
.tie{fill:none;stroke-width:1.5;opacity:.75}.t0{stroke:var(--main);stroke-width:2.4}.t1{stroke:var(--ink)}
.t2{stroke:var(--good);stroke-dasharray:7 4}.t3{stroke:var(--doubtful);stroke-dasharray:2 3;stroke-width:2}
.t4{stroke:var(--soft);stroke-dasharray:10 3 2 3}.t5{stroke:var(--soft);stroke-dasharray:4 3}.t6{stroke:var(--main);stroke-dasharray:4 3}
.t7{stroke:var(--bad);stroke-dasharray:1 3;stroke-width:2.4}
.h0,.h6{fill:var(--main)}.h1{fill:var(--ink)}.h2{fill:var(--good)}.h3{fill:var(--doubtful)}.h4,.h5{fill:var(--soft)}.h7{fill:var(--bad)}
.many .tie{opacity:.4;stroke-width:1.2}.many .t0,.many .t7{stroke-width:1.7}.l{pointer-events:stroke}
.l:hover .tie.tie{opacity:1;stroke-width:4}
)";

/// So many lines run into each other where they are as strong as those of a few.
constexpr std::size_t many_lines = 80;

constexpr double margin = 20;
constexpr double top = 118;
constexpr double gap = 10;
constexpr double line_height = 15;

struct ColumnShape {
  double left;
  double width;
  std::string_view title;
};
constexpr ColumnShape shapes[] = {
    {margin, 240, "relied on"}, {400, 320, "the work"}, {860, 240, "who benefits"}};

std::string_view wash_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "w-good";
    case Tone::doubtful:
      return "w-doubtful";
    case Tone::bad:
      return "w-bad";
    case Tone::faint:
      return "w-faint";
    case Tone::plain:
    case Tone::strong:
      break;
  }
  return "w-plain";
}

struct Box {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  std::vector<std::string> lines;
  double right() const { return left + width; }
};

class GraphPicture {
 public:
  explicit GraphPicture(const Graph& graph) : graph_(graph), columns_(arrange(graph)) {
    boxes_.resize(columns_.stands.size());
    double height = 0;
    for (std::size_t i = 0; i < std::size(shapes); ++i) height = std::max(height, set_boxes(i));
    for (std::size_t i = 0; i < std::size(shapes); ++i) spread(i, height);
    height_ = top + height + margin;
    ports_.resize(columns_.lines.size());
    set_ports(true);
    set_ports(false);
  }

  std::string draw() && {
    draw_key();
    draw_heads();
    draw_lines();
    for (std::size_t i = 0; i < boxes_.size(); ++i) draw_box(i);
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"name text\" "
        "viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\">\n<title id=\"name\">{2}</title>\n"
        "<desc id=\"text\">{3}</desc>\n{4}{5}</style>\n<rect width=\"100%\" height=\"100%\" "
        "class=\"w-plain\"/>\n{6}</svg>\n",
        svg_number(width_), svg_number(height_), html_line(graph_.title), html_line(graph_.summary),
        style, pointed_at(), std::move(canvas_).take() + out_);
  }

 private:
  /// Their sizes, from above without gaps; the height of all.
  double set_boxes(std::size_t column) {
    constexpr std::size_t most_lines = 2;
    const ColumnShape& shape = shapes[column];
    double height = 0;
    for (const std::size_t stand : columns_.columns[column]) {
      const GraphNode& node = graph_.nodes[columns_.stands[stand].node];
      Box& box = boxes_[stand];
      const double letter = svg_width("x") * (column == 1 ? 1.09 : 1.0);  // bold ones are wider
      const auto room = static_cast<std::size_t>((shape.width - 20) / letter);
      box.lines = wrapped(visible(node.name), room);
      if (box.lines.size() > most_lines) {
        box.lines.resize(most_lines);
        box.lines.back() = cut_to(box.lines.back() + " ……", room);
      }
      const std::size_t lines = box.lines.size() + (node.note.empty() ? 0U : 1U);
      box.left = shape.left;
      box.width = shape.width;
      box.height = static_cast<double>(lines) * line_height + 11;
      height += box.height + gap;
    }
    return height;
  }

  /// Over the height of the highest column.
  void spread(std::size_t column, double height) {
    const auto& stands = columns_.columns[column];
    double own = 0;
    for (const std::size_t stand : stands) own += boxes_[stand].height + gap;
    const double more = stands.empty() ? 0 : (height - own) / static_cast<double>(stands.size());
    double y = top + more / 2;
    for (const std::size_t stand : stands) {
      boxes_[stand].top = y;
      y += boxes_[stand].height + gap + more;
    }
  }

  /// Under a pointer a box keeps its lines, and all others fade.
  std::string pointed_at() const {
    std::string out;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      out += fmt::format(
          "svg:has(.b{0}:hover) .l:not(.e{0}){{opacity:.07}}svg:has(.b{0}:hover) "
          ".e{0} .tie{{opacity:1}}\n",
          i);
    }
    return out;
  }

  void draw_heads() {
    canvas_.text({margin, 30}, graph_.title, Anchor::start, "big", (width_ - 2 * margin) / 1.55);
    canvas_.text({margin, 50}, graph_.summary, Anchor::start, "soft", width_ - 2 * margin);
    for (std::size_t i = 0; i < std::size(shapes); ++i) {
      if (columns_.columns[i].empty()) continue;
      canvas_.text({shapes[i].left, top - 10}, shapes[i].title, Anchor::start, "soft head");
    }
  }

  void draw_key() {
    double x = margin;
    for (const GraphTieWords& words : graph_tie_words) {
      const bool is_used =
          std::any_of(columns_.lines.begin(), columns_.lines.end(),
                      [&](const GraphLine& line) { return line.tie == words.tie; });
      if (!is_used) continue;
      canvas_.line({x, 74}, {x + 26, 74}, look_of(words.tie));
      canvas_.text({x + 32, 78}, words.name, Anchor::start, "soft");
      x += 32 + svg_width(words.name) + 22;
    }
    const std::size_t last = columns_.columns.back().empty() ? 1 : 2;
    width_ = std::max(shapes[last].left + shapes[last].width + margin, x);
  }

  static std::string look_of(GraphTie tie) {
    return fmt::format("tie t{}", static_cast<std::size_t>(tie));
  }

  /// Lines meet a side of a box at places of their own, in the order of their other ends.
  void set_ports(bool is_right) {
    std::vector<std::vector<std::pair<double, std::size_t>>> sides(boxes_.size());
    for (std::size_t i = 0; i < columns_.lines.size(); ++i) {
      const GraphLine& line = columns_.lines[i];
      if (columns_.stands[line.from].column == columns_.stands[line.to].column) continue;
      const std::size_t own = is_right ? line.from : line.to;
      const std::size_t other = is_right ? line.to : line.from;
      sides[own].emplace_back(boxes_[other].top, i);
    }
    for (std::size_t stand = 0; stand < sides.size(); ++stand) {
      std::sort(sides[stand].begin(), sides[stand].end());
      const double step = boxes_[stand].height / (static_cast<double>(sides[stand].size()) + 1);
      double y = boxes_[stand].top;
      for (const auto& [top_of_other, line] : sides[stand]) {
        y += step;
        (is_right ? ports_[line].first : ports_[line].second) = y;
      }
    }
  }

  void draw_lines() {
    out_ += columns_.lines.size() > many_lines ? "<g class=\"many\">\n" : "<g>\n";
    for (std::size_t i = 0; i < columns_.lines.size(); ++i) {
      const GraphLine& line = columns_.lines[i];
      const GraphColumn from = columns_.stands[line.from].column;
      out_ += fmt::format("<g class=\"l e{} e{}\">", line.from, line.to);
      if (from == columns_.stands[line.to].column) {
        draw_arc(line, from == GraphColumn::work);
      } else {
        const SvgPoint start{boxes_[line.from].right(), ports_[i].first};
        const SvgPoint end{boxes_[line.to].left, ports_[i].second};
        const std::string middle = svg_number((start.x + end.x) / 2);
        draw_tie(line, fmt::format("M{0} {1}C{2} {1} {2} {4} {3} {4}", svg_number(start.x),
                                   svg_number(start.y), middle, svg_number(end.x - 5),
                                   svg_number(end.y)));
        draw_arrow({end.x - 10, end.y}, end, line.tie);
      }
      out_ += "</g>\n";
    }
    out_ += "</g>\n";
  }

  /// Within a column, round its side.
  void draw_arc(const GraphLine& line, bool is_right) {
    const Box& from = boxes_[line.from];
    const Box& to = boxes_[line.to];
    const double x = is_right ? from.right() : from.left;
    const double start = from.top + from.height / 2;
    const double end = to.top + to.height / 2;
    const double bow = std::min(70.0, 18 + std::abs(end - start) / 8) * (is_right ? 1 : -1) *
                       (is_right ? 1 : 0.25);
    draw_tie(line, fmt::format("M{0} {1}C{2} {1} {2} {3} {0} {3}", svg_number(x), svg_number(start),
                               svg_number(x + bow), svg_number(end)));
    draw_arrow({x + bow, end}, {x, end}, line.tie);
  }

  void draw_tie(const GraphLine& line, const std::string& path) {
    const auto name = [&](std::size_t stand) {
      return html_line(graph_.nodes[columns_.stands[stand].node].name);
    };
    out_ += fmt::format("<path class=\"{}\" d=\"{}\"><title>{} → {}: {}</title></path>\n",
                        look_of(line.tie), path, name(line.from), name(line.to), to_text(line.tie));
  }

  void draw_arrow(SvgPoint from, SvgPoint to, GraphTie tie) {
    SvgCanvas arrow;
    arrow.head(from, to, fmt::format("h{}", static_cast<std::size_t>(tie)));
    out_ += std::move(arrow).take();
  }

  void draw_box(std::size_t stand) {
    const GraphNode& node = graph_.nodes[columns_.stands[stand].node];
    const Box& box = boxes_[stand];
    const bool is_party = node.sort == GraphNodeSort::party;
    SvgCanvas canvas;
    canvas.rectangle({box.left, box.top}, box.width, box.height,
                     fmt::format("box {}{}{}", wash_of(node.tone), node.is_over ? " over" : "",
                                 node.tone == Tone::bad ? " in-trouble" : ""),
                     is_party ? 12 : 2);
    double y = box.top + line_height;
    for (const std::string& line : box.lines) {
      canvas.text({box.left + 10, y}, line, Anchor::start, is_party ? "" : "head");
      y += line_height;
    }
    if (!node.note.empty()) {
      const bool has_mark = node.tone != Tone::plain;
      if (has_mark) canvas.mark({box.left + 15, y - 4}, 4.5, node.tone, node.tone == Tone::faint);
      canvas.text({box.left + (has_mark ? 25 : 10), y}, node.note, Anchor::start, "soft",
                  box.width - 35);
    }
    out_ += fmt::format("<g class=\"b{}\"><title>{} ({}): {}</title>\n{}</g>\n", stand,
                        html_line(node.name), html_line(node.id), html_line(node.note),
                        std::move(canvas).take());
  }

  const Graph& graph_;
  GraphColumns columns_;
  std::vector<Box> boxes_;
  std::vector<std::pair<double, double>> ports_;  // where each line begins and ends
  double width_ = 0;
  double height_ = 0;
  SvgCanvas canvas_;
  std::string out_;  // lines, and boxes above them
};

}  // namespace

std::string render_svg(const Graph& graph) { return GraphPicture(graph).draw(); }

}  // namespace brm
