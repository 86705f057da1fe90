#include "render/svg.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "render/svg_axis.h"
#include "render/svg_labels.h"

namespace brm::test {
namespace {

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

std::string ticks(Axis axis, double least, double most, std::size_t wanted) {
  AxisRange range{least, most};
  std::string out;
  for (const Tick& tick : ticks_of(axis, range, wanted)) out += tick.text + "|";
  return out;
}

Axis axis_of(Scale scale) {
  Axis axis;
  axis.scale = scale;
  return axis;
}

double day(const char* text) { return read_date(text).date.days; }

Rational days(const char* text) { return Rational(read_date(text).date.days); }

Plot small_plot() {
  Plot plot;
  plot.x.scale = Scale::date;
  plot.y.title = "days <b>";
  plot.lines = {
      {"plan", Look::planned, false, {{days("2026-01-01"), 40}, {days("2027-01-01"), 10}}},
      {"measured",
       Look::measured,
       false,
       {{days("2026-01-01"), 40}, {days("2026-06-01"), 35, "35 & so"}}}};
  plot.marks = {{"as of", days("2026-07-08")}};
  return plot;
}

Chart chart_of(Plot plot) {
  Chart chart{"trajectory", "Appeals <fall>", "off_track: pace 0.18."};
  chart.note = "off_track";
  chart.tone = Tone::bad;
  chart.drawing = std::move(plot);
  return chart;
}

}  // namespace

TEST_CASE("svg: numbers have two decimals at most and no minus zero") {
  CHECK(svg_number(1) == "1");
  CHECK(svg_number(1.5) == "1.5");
  CHECK(svg_number(1.005e3) == "1005");
  CHECK(svg_number(2.0 / 3) == "0.67");
  CHECK(svg_number(-0.001) == "0");
  CHECK(svg_number(-1.256) == "-1.26");
}

TEST_CASE("svg: an axis is written in steps of 1, 2 or 5") {
  CHECK(ticks(axis_of(Scale::number), 3, 97, 5) == "0|20|40|60|80|100|");
  CHECK(ticks(axis_of(Scale::number), 300, 1840, 4) == "0|500|1,000|1,500|2,000|");
  CHECK(ticks(axis_of(Scale::number), 0.12, 0.31, 4) == "0.10|0.15|0.20|0.25|0.30|0.35|");
  CHECK(ticks(axis_of(Scale::number), 0.001, 0.003, 2) == "0.001|0.002|0.003|");
  CHECK(ticks(axis_of(Scale::number), -5, 5, 2) == "-5|0|5|");
  CHECK(ticks(axis_of(Scale::percent), 0, 1, 5) == "0 %|20 %|40 %|60 %|80 %|100 %|");
  Axis money = axis_of(Scale::money);
  CHECK(ticks(money, 0, 4'500'000'00, 5) == "0|1 M|2 M|3 M|4 M|5 M|");
  CHECK(ticks(money, 0, 2'000'00, 4) == "0|0.5 k|1.0 k|1.5 k|2.0 k|");
  money.currency = *find_currency("JPY");
  CHECK(ticks(money, 0, 2000, 2) == "0|1 k|2 k|");
}

TEST_CASE("svg: a count has no halves") {
  CHECK(ticks(axis_of(Scale::count), 0, 2, 4) == "0|1|2|");
  CHECK(ticks(axis_of(Scale::count), 0, 1, 6) == "0|1|");
  CHECK(ticks(axis_of(Scale::count), 0, 30, 4) == "0|10|20|30|");
  CHECK(ticks(axis_of(Scale::number), 0, 2, 4) == "0.0|0.5|1.0|1.5|2.0|");
}

TEST_CASE("svg: a plot over days says where it begins, unless a tick is too near") {
  const auto text_of = [](const char* first) {
    Plot plot;
    plot.x.scale = Scale::date;
    plot.lines = {{"each day", Look::curve, false, {{days(first), 1}, {days("2026-07-06"), 2}}}};
    return draw_plot(plot, PictureSize::small).body;
  };
  CHECK(count(text_of("2026-04-06"), ">2026-04<") == 1);
  CHECK(count(text_of("2026-04-29"), ">2026-04<") == 0);
  CHECK(count(text_of("2026-04-01"), ">2026-04<") == 1);
}

TEST_CASE("svg: a point of a curve that is not plain has a mark") {
  Plot plot;
  plot.x.scale = Scale::date;
  plot.lines = {{"each day",
                 Look::curve,
                 false,
                 {{days("2026-01-01"), 1}, {days("2026-02-01"), 2, {}, Tone::doubtful}}}};
  CHECK(count(draw_plot(plot, PictureSize::small).body, "f-doubtful") == 1);
}

TEST_CASE("svg: all the same, and nothing, still make an axis") {
  CHECK(ticks(axis_of(Scale::number), 100, 100, 4) == "90|95|100|105|110|");
  CHECK(ticks(axis_of(Scale::number), 0, 0, 2) == "-1|0|1|");
  Axis from_zero = axis_of(Scale::number);
  from_zero.from_zero = true;
  CHECK(ticks(from_zero, 80, 100, 2) == "0|50|100|");
}

TEST_CASE("svg: days are written by the month or the year") {
  const Axis axis = axis_of(Scale::date);
  CHECK(ticks(axis, day("2025-11-20"), day("2026-03-05"), 4) == "2025-12|2026-01|2026-02|2026-03|");
  CHECK(ticks(axis, day("2025-01-01"), day("2027-06-30"), 4) ==
        "2025-01|2025-07|2026-01|2026-07|2027-01|");
  CHECK(ticks(axis, day("1990-01-01"), day("2027-06-30"), 4) == "1990|2000|2010|2020|");
  CHECK(ticks(axis, day("2026-01-02"), day("2026-01-02"), 4).empty());
}

TEST_CASE("svg: a picture has a name, words for who cannot see it, and shows texts as texts") {
  const std::string page = html_charts({chart_of(small_plot())}, "trajectory");
  CHECK(page.find("<figcaption>Appeals &lt;fall&gt; <span class=\"bad\">off_track</span>") !=
        std::string::npos);
  CHECK(page.find("role=\"img\" aria-labelledby=\"trajectory-name trajectory-text\"") !=
        std::string::npos);
  CHECK(page.find("<title id=\"trajectory-name\">Appeals &lt;fall&gt;</title>\n"
                  "<desc id=\"trajectory-text\">off_track: pace 0.18.</desc>") !=
        std::string::npos);
  CHECK(page.find(">days &lt;b&gt;</text>") != std::string::npos);
  CHECK(page.find(">35 &amp; so</text>") != std::string::npos);
  CHECK(count(page, "class=\"planned\"") == 2);  // the line and its key
  CHECK(page.find("nan") == std::string::npos);
  CHECK(page.find("style=") == std::string::npos);
}

TEST_CASE("svg: several plots are small and share one key") {
  const std::string page =
      html_charts({chart_of(small_plot()), chart_of(small_plot())}, "trajectory");
  CHECK(count(page, "viewBox=\"0 0 320 200\"") == 2);
  CHECK(count(page, "<ul class=\"key\">") == 1);
  CHECK(count(page, "id=\"trajectory-2-name\"") == 1);
}

TEST_CASE("svg: a step goes level and then down") {
  Plot plot;
  plot.lines = {{"", Look::curve, true, {{0, 1}, {10, 0}}}};
  const std::string body = draw_plot(plot, PictureSize::small).body;
  const std::size_t from = body.find("<polyline points=\"") + 18;
  const std::string points = body.substr(from, body.find('"', from) - from);
  CHECK(std::count(points.begin(), points.end(), ',') == 3);
}

TEST_CASE("svg: words that have no room are left out, and none cover each other") {
  SvgCanvas canvas;
  SvgLabels labels({0, 0}, {300, 60});
  for (int i = 0; i < 9; ++i) labels.put({100, 30}, "twelve words", canvas);
  const std::string out = std::move(canvas).take();
  CHECK(count(out, "<text") > 1);
  CHECK(count(out, "<text") < 9);
}

TEST_CASE("svg: the grid shows where something was, is and is to go") {
  Grid grid{"likelihood", "impact", {"2 likely", "1 rare"}, {"1 minor", "2 severe"}, {}, {}};
  grid.cells = {{{"low", Tone::good}, {"high", Tone::bad}},
                {{"low", Tone::good}, {"mid", Tone::plain}}};
  grid.moves = {{1, GridPlace{0, 1}, GridPlace{1, 1}, GridPlace{1, 0}},
                {2, {}, GridPlace{0, 0}, {}}};
  const Drawing drawing = draw_grid(grid);
  CHECK(count(drawing.body, "class=\"stone now\"") == 2);
  CHECK(count(drawing.body, "class=\"stone was\"") == 1);
  CHECK(count(drawing.body, "class=\"stone\"") == 1);
  CHECK(count(drawing.body, "class=\"moved\"") == 1);
  CHECK(count(drawing.body, "class=\"to-go\"") == 1);
  CHECK(count(drawing.body, "class=\"w-bad\"") == 1);
  CHECK(drawing.key.size() == 3);
}

TEST_CASE("svg: days that would cover each other become one with their number and the worst tone") {
  Timeline timeline;
  timeline.first = read_date("2026-01-01").date;
  timeline.last = read_date("2026-12-31").date;
  timeline.days = {{read_date("2026-07-08").date, "as of"}};
  const Date june = read_date("2026-06-01").date;
  timeline.lanes = {
      {"review", {{june, Tone::plain}, {june + 1, Tone::bad}, {june + 90, Tone::plain}}}};
  const std::string body = draw_timeline(timeline).body;
  CHECK(count(body, "class=\"f-bad hollow\"") == 1);
  CHECK(body.find(" rx=") == std::string::npos);  // square, as it is overdue
  CHECK(body.find(">2</text>") != std::string::npos);
  CHECK(count(body, "class=\"f-main\"") == 1);
}

TEST_CASE("svg: the map draws each kind of tie in its own stroke") {
  Map map;
  map.left = {{"Revenue"}, {"Labor"}};
  map.right = {{"Portal", "active"}};
  map.kinds = {"sponsor", "deliverer", "funder"};
  map.lines = {{0, 0, {0, 2}}, {1, 0, {2}}};
  const Drawing drawing = draw_map(map);
  CHECK(count(drawing.body, "class=\"tie k0\"") == 1);
  CHECK(count(drawing.body, "class=\"tie k2\"") == 2);
  CHECK(drawing.key.size() == 2);  // nobody delivers
}

}  // namespace brm::test
