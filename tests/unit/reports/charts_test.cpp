// What reports draw: the figures of the records, and nothing that is dated later than the as-of
// day.
#include <fmt/format.h>

#include "assess/clocks.h"
#include "assess/horizon.h"
#include "reports/clock_charts.h"
#include "reports/horizon_chart.h"
#include "reports/outcome_charts.h"
#include "reports/relationship_charts.h"
#include "reports/risk_charts.h"
#include "reports/risk_tables.h"
#include "unit/assess/judged.h"
#include "unit/assess/risk_folder.h"

namespace brm::test {
namespace {

std::vector<Chart> drawn(const std::string& fields, const std::string& as_of = "2026-07-08") {
  const Assessed read(folder_with(fields), date_of(as_of));
  return outcome_charts::trajectories(read.assessment, {&read.item("work/it")}).charts;
}

/// `2026-01-31 0, 2026-10-31 2 [9]`
std::string words_of(const PlotLine& line) {
  std::string out;
  for (const PlotPoint& point : line.points) {
    const Date date{static_cast<std::int32_t>(floor_of(point.x))};
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", to_text(date), point.y.str());
    if (!point.label.empty()) out += " [" + point.label + "]";
  }
  return out;
}

const std::string reach =
    "    indicator: {measure: m, unit: days, direction: increase, frequency: monthly}\n"
    "    baseline: {date: 2026-01-31, value: 0}\n    target: {date: 2027-06-30, value: 9}\n"
    "    interim: [{date: 2026-10-31, value: 2}]\n";

std::string place_words(const std::optional<GridPlace>& place) {
  return place ? fmt::format("{}/{}", place->row, place->column) : std::string("-");
}

}  // namespace

TEST_CASE("charts: an outcome's plan and what was measured up to the day") {
  const auto charts = drawn(reach +
                            "    measurements:\n      - {date: 2026-06-30, value: 1.50}\n"
                            "      - {date: 2026-07-09, value: 8}\n");
  REQUIRE(charts.size() == 1);
  const Plot& plot = std::get<Plot>(charts.front().drawing);
  REQUIRE(plot.lines.size() == 2);
  CHECK(words_of(plot.lines[0]) == "2026-01-31 0, 2026-10-31 2, 2027-06-30 9 [9]");
  CHECK(words_of(plot.lines[1]) == "2026-01-31 0, 2026-06-30 3/2 [1.50]");
  CHECK(plot.y.title == "days");
  CHECK(plot.bands.empty());
  CHECK(charts.front().note == "too_early");
  CHECK(charts.front().summary.starts_with("too_early: "));
}

TEST_CASE("charts: a standing target is a band, and what is met or not is not drawn") {
  const auto charts = drawn(
      "    indicator: {measure: m, unit: u, direction: decrease, kind: hold, frequency: monthly}\n"
      "    target: {at_most: 12, from: 2026-01-01}\n"
      "    measurements: [{date: 2026-05-31, value: 11}, {date: 2026-06-30, value: 13}]\n");
  REQUIRE(charts.size() == 1);
  const Plot& plot = std::get<Plot>(charts.front().drawing);
  REQUIRE(plot.bands.size() == 1);
  CHECK(plot.bands.front().upper == Rational(12));
  CHECK(!plot.bands.front().lower);
  CHECK(plot.lines.size() == 1);
  CHECK(drawn("    indicator: {measure: m, kind: pass_fail}\n    target: {date: 2026-12-31}\n"
              "    measurements: [{date: 2026-06-30, met: false}]\n")
            .empty());
}

TEST_CASE("charts: as many outcomes as a page bears") {
  std::string fields = reach;
  for (int i = 0; i < 20; ++i) fields += fmt::format("  - id: it{}\n    title: T\n{}", i, reach);
  const Assessed read(folder_with(fields), date_of("2026-07-08"));
  const auto& outcomes = read.reading.portfolio.all(kinds::outcome);
  REQUIRE(outcomes.size() == 21);
  const Section section = outcome_charts::trajectories(read.assessment, outcomes);
  CHECK(section.charts.size() == 18);
  CHECK(section.title == "Where they stand: 18 of 21, live work and the worst first");
  CHECK(is_silent(section));  // for formats without pictures
}

TEST_CASE("charts: a risk goes from before any response to its target") {
  const Assessed read(
      folder_with_risks({{"a",
                          "event: A\nlikelihood: {scale: 4}\nimpact: {scale: 5}\n"
                          "assessments: [{date: 2026-01-01, likelihood: {scale: 3}, impact: "
                          "{scale: 5}}]\ntarget: {likelihood: {scale: 2}, impact: {scale: 3}}\n"},
                         {"b", "event: B\nlikelihood: {scale: 1}\nimpact: {scale: 1}\n"}}),
      date_of("2026-07-08"));
  const auto threats =
      risk_tables::ordinal_threats(read.assessment, read.reading.portfolio.all(kinds::risk));
  const Chart chart = risk_charts::matrix(read.assessment, threats);
  const Grid& grid = std::get<Grid>(chart.drawing);
  CHECK(grid.rows.front().starts_with("5 "));
  CHECK(grid.columns.front().starts_with("1 "));
  CHECK(grid.cells.size() == 5);
  REQUIRE(grid.moves.size() == 2);
  std::string moves;
  for (const GridMove& move : grid.moves) {
    moves += fmt::format("{}: {} {} {}; ", move.number, place_words(move.from),
                         place_words(move.at), place_words(move.to));
  }
  CHECK(moves == "1: 1/4 2/4 3/2; 2: - 4/0 -; ");
  CHECK(chart.summary.find("2 open threats") == 0);
}

TEST_CASE("charts: where many risks stand in one place, their number does") {
  std::vector<std::pair<std::string, std::string>> risks;
  for (int i = 0; i < 9; ++i) {
    risks.emplace_back(fmt::format("r{}", i),
                       "event: A\nlikelihood: {scale: 4}\nimpact: {scale: 5}\n");
  }
  risks.emplace_back("s", "event: B\nlikelihood: {scale: 1}\nimpact: {scale: 1}\n");
  const Assessed read(folder_with_risks(risks), date_of("2026-07-08"));
  const Chart chart = risk_charts::matrix(read.assessment, read.reading.portfolio.all(kinds::risk));
  const Grid& grid = std::get<Grid>(chart.drawing);
  REQUIRE(grid.moves.size() == 2);
  CHECK(grid.moves[0].number == 9);
  CHECK(place_words(grid.moves[0].at) == "1/4");
  CHECK(grid.moves[1].number == 1);
  CHECK(chart.title == "How many risks there are in each place now");
}

TEST_CASE("charts: targets of single periods are a line of steps") {
  const auto charts = drawn(
      "    indicator: {measure: m, unit: u, direction: decrease, kind: hold, frequency: monthly}\n"
      "    measurements:\n      - {date: 2026-05-31, value: 11, target: {at_most: 12}}\n"
      "      - {date: 2026-06-30, value: 13, target: {at_most: 10}}\n");
  REQUIRE(charts.size() == 1);
  const Plot& plot = std::get<Plot>(charts.front().drawing);
  REQUIRE(plot.lines.size() == 3);
  CHECK(plot.lines[0].points.empty());
  CHECK(words_of(plot.lines[1]) == "2026-05-31 12, 2026-06-30 10");
  CHECK(plot.lines[1].is_stepped);
}

TEST_CASE("charts: the curve falls from the share of years with anything") {
  const Assessed read(
      folder_with_risks({{"a", "event: A\nlikelihood: {percent: 40}\nimpact: {amount: 1000}\n"}}),
      date_of("2026-07-08"));
  const auto& risks = read.reading.portfolio.all(kinds::risk);
  const auto made = risk_tables::simulated(read.assessment, risks, {.years = 1000});
  REQUIRE(made.charts.size() == 1);
  const Plot& plot = std::get<Plot>(made.charts.front().drawing);
  REQUIRE(plot.lines.size() == 1);
  const auto& points = plot.lines.front().points;
  CHECK(points.front().y > Rational(1, 4));
  CHECK(points.front().y < Rational(1, 2));
  for (std::size_t i = 1; i < points.size(); ++i) CHECK(points[i].y <= points[i - 1].y);
}

TEST_CASE("charts: parties by what hangs on them and the reviews held, and who takes part") {
  const Assessed read(
      {{"brm.yaml", "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n"},
       {"r/a.yaml",
        "kind: relationship\nid: a\ntitle: Agency A\ntype: agency\ntier: strategic\n"
        "cadence: quarterly\nreviews: [{date: 2025-07-01}, {date: 2026-06-01}]\n"},
       {"r/b.yaml", "kind: relationship\nid: b\ntitle: Agency B\ntype: agency\n"},
       {"w.yaml",
        "kind: initiative\nid: w\ntitle: Work\ntype: project\nstatus: active\n"
        "parties: [{relationship: a, role: sponsor}, {relationship: a, role: funder}, "
        "{relationship: b, role: deliverer}]\n"}},
      date_of("2026-07-08"));
  const SharedWorks works(read.assessment);
  const auto rows = compute_parties(read.assessment, works, Where{}, 0);
  const auto reliance = relationship_charts::reliance(read.assessment, rows);
  REQUIRE(reliance);
  const auto& points = std::get<Plot>(reliance->drawing).lines.front().points;
  REQUIRE(points.size() == 1);  // no review of B was planned yet
  CHECK(points.front().label == "Agency A");
  CHECK(points.front().y == Rational(1, 4));
  const auto chart = relationship_charts::map(read.assessment, rows);
  REQUIRE(chart);
  const Map& map = std::get<Map>(chart->drawing);
  CHECK(map.left.size() == 2);
  CHECK(map.right.size() == 1);
  REQUIRE(map.lines.size() == 2);
  CHECK(map.lines.front().kinds == std::vector<std::size_t>{0, 3});
}

TEST_CASE("charts: nothing to draw is no chart") {
  const Assessed read(std::map<std::string, std::string>{}, date_of("2026-07-08"));
  CHECK(!relationship_charts::reliance(read.assessment, {}));
  CHECK(!relationship_charts::map(read.assessment, {}));
  CHECK(clock_calendar(read.assessment.as_of(), {}, date_of("2026-10-06")).charts.empty());
  CHECK(!horizon_chart(read.assessment.as_of(), {}, {}));
  CHECK(outcome_charts::trajectories(read.assessment, {}).charts.empty());
}

TEST_CASE("charts: a calendar looks back no further than ahead, and counts what is older") {
  const Date today = date_of("2026-07-08");
  const auto clock = [&](int days) {
    Clock out;
    out.kind = days < 0 ? ClockKind::review : ClockKind::promise;
    out.due = today + days;
    out.days_left = days;
    return out;
  };
  const std::vector<Clock> clocks{clock(-400), clock(-40), clock(3), clock(60)};
  const Section section = clock_calendar(today, clocks, today + 90);
  REQUIRE(section.charts.size() == 1);
  const Timeline& timeline = std::get<Timeline>(section.charts.front().drawing);
  CHECK(to_text(timeline.first) == to_text(today + -90));
  REQUIRE(timeline.lanes.size() == 2);
  CHECK(timeline.lanes[0].marks.size() == 1);
  CHECK(timeline.lanes[0].marks[0].tone == Tone::bad);
  CHECK(timeline.lanes[1].marks.size() == 2);
  CHECK(section.charts.front().note == "2 overdue, 1 of them since before 2026-04-09");
  CHECK(is_silent(section));
}

TEST_CASE("charts: days of proof, in part hollow, beside the days ahead") {
  Proof proof;
  proof.what = Proof::What::planned;
  proof.points = {date_of("2026-01-01"), date_of("2026-09-01"), date_of("2027-03-01")};
  Horizon horizon;
  horizon.date = date_of("2026-11-03");
  horizon.what = "Governor";
  const std::vector<Horizon> horizons{horizon};
  const auto chart =
      horizon_chart(date_of("2026-07-08"), horizons, {{"It", Verdict::at_risk, &proof}});
  REQUIRE(chart);
  const Timeline& timeline = std::get<Timeline>(chart->drawing);
  REQUIRE(timeline.lanes.size() == 1);
  REQUIRE(timeline.lanes.front().marks.size() == 2);
  CHECK(timeline.lanes.front().marks[0].is_hollow);
  CHECK(!timeline.lanes.front().marks[1].is_hollow);
  CHECK(to_text(timeline.last) == "2027-03-01");
  CHECK(timeline.days.back().name == "election: Governor");
}

}  // namespace brm::test
