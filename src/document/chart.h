// Pictures as plain data: what is to be seen, without sizes or colours. The same figures stand in a
// table of the document, so that a format without pictures loses nothing.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/rational.h"
#include "document/tone.h"

namespace brm {

/// How an axis writes its figures; of a count nothing between whole ones.
enum class Scale : std::uint8_t { number, count, percent, date, money };

/// Of a plot. A date's place is its days since 1970, money's its minor units, 1 is 100 percent.
struct Axis {
  std::string title;  ///< `appeals`; may be empty.
  Scale scale = Scale::number;
  Currency currency = {};  ///< Of money.
  bool from_zero = false;  ///< Whether zero is shown even where no point is near it.
};

struct PlotPoint {
  Rational x;
  Rational y;
  std::string label = {};  ///< Written beside it; may be empty.
  Tone tone = Tone::plain;
};

/// What a line is to the others: each has a stroke and a mark of its own.
enum class Look : std::uint8_t {
  measured,  ///< Full, with dots.
  planned,   ///< Dashed, with diamonds.
  compared,  ///< Dashed, without marks.
  curve,     ///< Full, with marks only where the tone of a point is not plain.
  points,    ///< No line: dots alone.
};

struct PlotLine {
  std::string name;
  Look look = Look::measured;
  bool is_stepped = false;  ///< Level to the next point, then up or down.
  std::vector<PlotPoint> points;
};

/// What holds on all of the way: at least, at most, or between.
struct PlotBand {
  std::string name;
  std::optional<Rational> lower;
  std::optional<Rational> upper;
};

/// A line across: a day, or a limit.
struct PlotMark {
  std::string name;
  Rational at;
};

struct Plot {
  Axis x;
  Axis y;
  std::vector<PlotLine> lines;
  std::vector<PlotBand> bands = {};
  std::vector<PlotMark> marks = {};   ///< On the x axis.
  std::vector<PlotMark> limits = {};  ///< On the y axis.
};

/// Rows from above, columns from the left.
struct GridPlace {
  std::size_t row = 0;
  std::size_t column = 0;
  friend auto operator<=>(const GridPlace&, const GridPlace&) = default;
};

struct GridCell {
  std::string word;
  Tone tone = Tone::plain;
};

/// Something in the grid, known by its number: where it was, is and is to go.
struct GridMove {
  std::size_t number = 0;
  std::optional<GridPlace> from = {};
  GridPlace at = {};
  std::optional<GridPlace> to = {};
};

struct Grid {
  std::string row_title;
  std::string column_title;
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::vector<std::vector<GridCell>> cells;  ///< As many rows and columns as have titles.
  std::vector<GridMove> moves;
};

struct TimelineMark {
  Date date;
  Tone tone = Tone::plain;
  bool is_hollow = false;  ///< One that weighs less.
};

struct TimelineLane {
  std::string name;
  std::vector<TimelineMark> marks;
};

struct TimelineDay {
  Date date;
  std::string name;
};

/// Lanes of days, from the left to the right.
struct Timeline {
  Date first;
  Date last;
  std::vector<TimelineDay> days;  ///< Drawn through all lanes: today, an election.
  std::vector<TimelineLane> lanes;
};

/// One of two sides that lines join.
struct MapNode {
  std::string name;
  std::string note = {};  ///< Below it; may be empty.
};

/// How one node takes part in another: in the order of `Map::kinds`.
struct MapLine {
  std::size_t left = 0;
  std::size_t right = 0;
  std::vector<std::size_t> kinds;  ///< At least one; the first decides how it is drawn.
};

/// Who takes part in what.
struct Map {
  std::string left_title;
  std::string right_title;
  std::vector<MapNode> left;
  std::vector<MapNode> right;
  std::vector<std::string> kinds;  ///< `sponsor`, `deliverer`: at most five.
  std::vector<MapLine> lines;
};

struct Chart {
  std::string key;          ///< `trajectory`
  std::string title;        ///< Its name, as people read it.
  std::string summary;      ///< What is to be seen in it, for who cannot: one or two sentences.
  std::string note = {};    ///< Beside the title: `off_track`; may be empty.
  Tone tone = Tone::plain;  ///< Of the note.
  std::variant<Plot, Grid, Timeline, Map> drawing = {};
};

}  // namespace brm
