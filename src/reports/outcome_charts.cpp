#include "reports/outcome_charts.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/bounds_in_force.h"
#include "reports/words.h"

namespace brm::outcome_charts {
namespace {

constexpr std::size_t most_drawn = 18;

PlotPoint point_at(Date date, const Amount& amount, std::string label = {},
                   Tone tone = Tone::plain) {
  return {Rational(date.days), amount.value, std::move(label), tone};
}

/// Baseline, interim targets and target, as far as they are written.
PlotLine planned_line(const Series& series) {
  PlotLine line{"plan, with interim targets", Look::planned, false, {}};
  if (series.judging != Judging::reach || !series.baseline || !series.target) return line;
  line.points.push_back(point_at(series.baseline->date, series.baseline->amount));
  for (const PlanPoint& point : series.interim) {
    line.points.push_back(point_at(point.date, point.amount));
  }
  line.points.push_back(
      point_at(series.target->date, series.target->amount, series.target->amount.text()));
  return line;
}

/// From the baseline on; nothing that is dated later than the as-of date.
PlotLine measured_line(const Series& series, Date as_of) {
  PlotLine line{"measured", Look::measured, false, {}};
  if (series.baseline && series.baseline->date <= as_of) {
    line.points.push_back(point_at(series.baseline->date, series.baseline->amount));
  }
  const Entry* last = nullptr;
  for (const Entry& entry : series.entries) {
    if (!entry.amount || entry.date > as_of) continue;
    line.points.push_back(point_at(entry.date, *entry.amount));
    last = &entry;
  }
  if (last != nullptr) line.points.back().label = last->amount->text();
  return line;
}

std::vector<PlotBand> bands_of(const Series& series) {
  if (series.judging != Judging::hold || !series.standing.is_usable()) return {};
  const auto figure = [](const std::optional<Amount>& amount) {
    return amount ? std::optional(amount->value) : std::nullopt;
  };
  return {{"target to hold", figure(series.standing.lower), figure(series.standing.upper)}};
}

/// Where periods have targets of their own: those in force at each measurement.
std::vector<PlotLine> own_targets(const Series& series, Date as_of) {
  const bool has_own = std::any_of(series.entries.begin(), series.entries.end(),
                                   [](const Entry& entry) { return entry.own_target.is_usable(); });
  if (series.judging != Judging::hold || !has_own) return {};
  PlotLine lower{"target in force", Look::compared, true, {}};
  PlotLine upper = lower;
  for (const Entry& entry : series.entries) {
    if (!entry.amount || entry.date > as_of) continue;
    const Bounds& bounds = bounds_in_force(series, entry);
    if (bounds.lower) lower.points.push_back(point_at(entry.date, *bounds.lower));
    if (bounds.upper) upper.points.push_back(point_at(entry.date, *bounds.upper));
  }
  return {std::move(lower), std::move(upper)};
}

std::optional<Chart> trajectory(const Assessment& assessed, const Item& outcome) {
  const Series series = series_of(Of<kinds::outcome>(outcome));
  const Judgement& judgement = assessed.outcome(outcome);
  Plot plot;
  plot.x.scale = Scale::date;
  plot.y.title = series.unit;
  PlotLine planned = planned_line(series);
  PlotLine measured = measured_line(series, assessed.as_of());
  plot.lines = own_targets(series, assessed.as_of());
  if (plot.lines.empty()) plot.bands = bands_of(series);
  const bool has_target = !planned.points.empty() || !plot.bands.empty() || !plot.lines.empty();
  if (measured.points.empty() || (measured.points.size() < 2 && !has_target)) return std::nullopt;
  if (!planned.points.empty()) plot.lines.push_back(std::move(planned));
  plot.lines.push_back(std::move(measured));
  plot.marks = {{"as of", Rational(assessed.as_of().days)}};
  const VerdictWords& words = words_of(judgement.verdict);
  return Chart{"trajectory",
               std::string(title_of(outcome)),
               fmt::format("{}: {}.", words.name, judgement.reason),
               std::string(words.name),
               tone_of(words.mood),
               std::move(plot)};
}

}  // namespace

Section trajectories(const Assessment& assessed, const std::vector<const Item*>& outcomes) {
  Section section;
  bool is_all = true;
  for (const Item* outcome : outcomes) {
    std::optional<Chart> chart = trajectory(assessed, *outcome);
    if (!chart) continue;
    is_all = section.charts.size() < most_drawn;
    if (!is_all) break;  // there is one more: how many does not matter, and drawing them takes time
    section.charts.push_back(*std::move(chart));
  }
  section.title = is_all ? "Where they come from, and where they stand"
                         : fmt::format(
                               "Where they stand: {} of {}, live work and the "
                               "worst first",
                               section.charts.size(), outcomes.size());
  return section;
}

}  // namespace brm::outcome_charts
