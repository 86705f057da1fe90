#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

using Days = std::vector<TrendDay>;

/// One figure of one currency, where it is money.
struct Line {
  const TrendFigure* figure = nullptr;
  std::size_t index = 0;
  Currency currency;

  bool is_money() const { return figure->holds == Holds::money; }
  std::optional<Rational> at(const TrendDay& day) const {
    const std::int64_t count = day.figures.counts[index];
    if (count == Figures::unknown) return std::nullopt;
    if (!is_money()) return Rational(count);
    const auto found = day.figures.money.find({index, currency});
    return found == day.figures.money.end() ? Rational(0) : found->second;
  }
  Cell cell_on(const TrendDay& day) const {
    const auto value = at(day);
    if (!value) return {};
    if (is_money()) return money_cell(*value, currency);
    return {day.figures.counts[index], Tone::plain};
  }
  /// `watermelons`, `realized, EUR`
  std::string title(Currency office) const {
    const std::string name(figure->title);
    return is_money() && currency != office ? fmt::format("{}, {}", name, currency.text()) : name;
  }
  bool is_ever(const Days& days) const {
    return std::any_of(days.begin(), days.end(), [&](const TrendDay& day) {
      const auto value = at(day);
      return value && *value != 0;
    });
  }
};

/// Every figure; of money that of the office first, then of others that occur.
std::vector<Line> lines_of(const Trend& trend, const Days& days, Currency office) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < trend.figures.size(); ++i) {
    lines.push_back({&trend.figures[i], i, office});
    if (trend.figures[i].holds != Holds::money) continue;
    std::map<Currency, bool> others;
    for (const TrendDay& day : days) {
      for (const auto& [key, amount] : day.figures.money) {
        if (key.first == i && key.second != office && amount != 0) others[key.second] = true;
      }
    }
    for (const auto& [currency, is_there] : others) {
      lines.push_back({&trend.figures[i], i, currency});
    }
  }
  return lines;
}

constexpr std::size_t widest_course = 30;

/// The last day of each stretch, so that no course is wider than that.
std::vector<const TrendDay*> stretches_of(const Days& days) {
  const std::size_t count = std::min(days.size(), widest_course);
  std::vector<const TrendDay*> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(&days[(i + 1) * days.size() / count - 1]);
  return out;
}

/// `▁▁▂▅█`: from zero to the highest of all days; `·` is nothing, a blank not known.
std::string course_of(const Line& line, const Days& days) {
  static constexpr std::string_view steps[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  Rational highest = 0;
  for (const TrendDay& day : days) highest = std::max(highest, line.at(day).value_or(0));
  std::string out;
  for (const TrendDay* day : stretches_of(days)) {
    const auto value = line.at(*day);
    if (!value) {
      out += " ";
    } else if (*value <= 0) {
      out += "·";
    } else {
      const auto step = floor_of(*value * 8 / highest);
      out += steps[std::clamp<std::int64_t>(static_cast<std::int64_t>(step) - 1, 0, 7)];
    }
  }
  return out;
}

std::string change_words(const Line& line, const TrendDay& first, const TrendDay& last) {
  const auto from = line.at(first);
  const auto to = line.at(last);
  if (!from || !to) return "";
  if (*from == *to) return "=";
  const Rational change = *to - *from;
  const Rational size = change < 0 ? Rational(0) - change : change;
  const Cell words = line.is_money() ? money_cell(size, line.currency)
                                     : cell(static_cast<std::size_t>(floor_of(size)));
  return fmt::format("{}{}", change < 0 ? "-" : "+", to_text(words));
}

bool is_short(const TrendDay& day) { return day.short_files > 0; }

/// Which of the days of the courses are short of something: `·` where all was read.
std::vector<Cell> row_of_short(const Days& days) {
  std::string course;
  std::size_t from = 0;
  for (const TrendDay* last : stretches_of(days)) {
    const auto to = static_cast<std::size_t>(last - days.data()) + 1;
    const auto begin = days.begin();
    const bool is_marked = std::any_of(begin + static_cast<std::ptrdiff_t>(from),
                                       begin + static_cast<std::ptrdiff_t>(to), is_short);
    course += is_marked ? "!" : "·";
    from = to;
  }
  const auto count = std::count_if(days.begin(), days.end(), is_short);
  const auto files = [](const TrendDay& day) { return fmt::format("{}", day.short_files); };
  return {cell("files not all read", Tone::doubtful), cell(files(days.front())),
          cell(files(days.back())),
          cell("on " + counted(static_cast<std::size_t>(count), "day"), Tone::doubtful),
          cell(course, Tone::doubtful)};
}

/// For people, what all the rows of the other table come to.
Table change_table(const std::vector<Line>& lines, const Days& days, Currency office) {
  const auto picture = [](std::string key, std::string title, Align align = Align::right) {
    return Column{std::move(key), std::move(title), align, Room::picture};
  };
  Table table{"trend_change", "", {}, {}, ""};
  if (days.size() < 2) return table;
  const auto named = [](const TrendDay& day) {
    return to_text(day.day) + (day.short_files > 0 ? " (not all read)" : "");
  };
  table.columns = {picture("figure", "figure", Align::left), picture("from", named(days.front())),
                   picture("to", named(days.back())), picture("change", "change"),
                   picture("course", "course", Align::left)};
  for (const Line& line : lines) {
    if (!line.is_ever(days)) continue;
    table.rows.push_back(
        {cell(line.title(office), Tone::strong), cell(to_text(line.cell_on(days.front()))),
         cell(to_text(line.cell_on(days.back()))),
         cell(change_words(line, days.front(), days.back())), cell(course_of(line, days))});
  }
  if (std::any_of(days.begin(), days.end(), is_short)) table.rows.push_back(row_of_short(days));
  return table;
}

Table day_table(const std::vector<Line>& lines, const Days& days, Currency office) {
  Table table{"trend", days.size() < 2 ? "" : "\nDay by day", {}, {}, ""};
  table.columns = {column("day", "as of", Holds::date)};
  std::vector<const Line*> shown;
  for (const Line& line : lines) {
    if (line.is_money() && line.currency != office) continue;
    // More would not stand beside each other; the table above has all.
    const bool is_for_people = line.figure->is_drawn && line.is_ever(days);
    table.columns.push_back(column(std::string(line.figure->key), std::string(line.figure->title),
                                   line.figure->holds, is_for_people ? Room::fixed : Room::data));
    shown.push_back(&line);
  }
  const bool is_whole = std::none_of(days.begin(), days.end(), is_short);
  table.columns.push_back(
      column("short", "not all read", Holds::whole, is_whole ? Room::data : Room::fixed));
  table.columns.push_back(column("state", "state", Holds::text, Room::data));
  for (const TrendDay& day : days) {
    std::vector<Cell> row{date_cell(day.day)};
    for (const Line* line : shown) row.push_back(line->cell_on(day));
    row.push_back(cell(day.short_files, day.short_files > 0 ? Tone::doubtful : Tone::plain));
    row.push_back(cell(day.state));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// In currencies that are not the office's.
Table money_table(const std::vector<Line>& lines, const Days& days, Currency office) {
  Table table{"trend_currencies",
              "",
              {column("day", "as of", Holds::date), column("figure", "figure"),
               column("amount", "amount", Holds::money)},
              {},
              ""};
  for (const TrendDay& day : days) {
    for (const Line& line : lines) {
      if (!line.is_money() || line.currency == office) continue;
      table.rows.push_back(
          {date_cell(day.day), cell(std::string(line.figure->key)), line.cell_on(day)});
    }
  }
  if (!table.rows.empty()) table.title = "\nIn other currencies";
  return table;
}

Chart chart_of(const Line& line, const Days& days, Currency office) {
  const std::string title = line.title(office);
  Plot plot;
  plot.x.scale = Scale::date;
  plot.y.scale = line.is_money() ? Scale::money : Scale::count;
  plot.y.currency = line.currency;
  plot.y.from_zero = true;
  PlotLine drawn{"each day", Look::curve, false, {}};
  for (const TrendDay& day : days) {
    const auto value = line.at(day);
    const Tone tone = day.short_files > 0 ? Tone::doubtful : Tone::plain;
    if (value) drawn.points.push_back({Rational(day.day.days), *value, {}, tone});
  }
  if (!drawn.points.empty()) drawn.points.back().label = to_text(line.cell_on(days.back()));
  plot.lines.push_back(std::move(drawn));
  return {"trend",
          title,
          fmt::format("{} on {}, {} on {}.", to_text(line.cell_on(days.front())),
                      to_text(days.front().day), to_text(line.cell_on(days.back())),
                      to_text(days.back().day)),
          change_words(line, days.front(), days.back()),
          Tone::plain,
          std::move(plot)};
}

}  // namespace

void Figures::add(const Figures& other) {
  for (std::size_t i = 0; i < most; ++i) counts[i] += other.counts[i];
  for (const auto& [key, amount] : other.money) money[key] += amount;
}

void Figures::take(const Figures& other) {
  for (std::size_t i = 0; i < most; ++i) counts[i] -= other.counts[i];
  for (const auto& [key, amount] : other.money) money[key] -= amount;
}

Section trend_section(const Trend& trend, const std::vector<TrendDay>& days, std::string title,
                      std::vector<std::string> paragraphs, Currency office, bool draws) {
  const std::vector<Line> lines = lines_of(trend, days, office);
  Section section;
  section.title = std::move(title);
  section.paragraphs = std::move(paragraphs);
  if (days.size() > 1) section.tables.push_back(change_table(lines, days, office));
  section.tables.push_back(day_table(lines, days, office));
  section.tables.push_back(money_table(lines, days, office));
  if (days.size() < 2 || !draws) return section;
  if (std::any_of(days.begin(), days.end(), is_short)) {
    section.paragraphs.push_back(
        "A dot on a curve is a day of which not everything could be read.");
  }
  for (const Line& line : lines) {
    if (line.figure->is_drawn && line.is_ever(days)) {
      section.charts.push_back(chart_of(line, days, office));
    }
  }
  return section;
}

}  // namespace brm
