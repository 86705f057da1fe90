#include "reports/risk_charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/spelling.h"
#include "reports/words.h"

namespace brm::risk_charts {
namespace {

/// More in one place would cover each other.
constexpr std::size_t most_in_place = 8;

GridPlace place_of(const RiskLevel& level) {
  return {static_cast<std::size_t>(RiskMatrix::levels - level.likelihood_level),
          static_cast<std::size_t>(level.impact_level - 1)};
}

std::optional<GridPlace> other_place(const std::optional<RiskLevel>& level, GridPlace now) {
  if (!level || !level->is_ordinal()) return std::nullopt;
  const GridPlace place = place_of(*level);
  return place == now ? std::nullopt : std::optional(place);
}

GridMove move_of(const RiskJudgement& risk, std::size_t number) {
  const GridPlace now = place_of(risk.now());
  const std::optional<RiskLevel>& goal = risk.target ? risk.target : risk.residual;
  return {number, other_place(risk.inherent, now), now, other_place(goal, now)};
}

/// Each risk's, numbered in their order.
std::vector<GridMove> moves_of(const Assessment& assessed,
                               const std::vector<const Item*>& threats) {
  std::vector<GridMove> moves;
  for (std::size_t i = 0; i < threats.size(); ++i) {
    moves.push_back(move_of(assessed.risk(*threats[i]), i + 1));
  }
  return moves;
}

bool are_crowded(const std::vector<GridMove>& moves) {
  std::map<GridPlace, std::size_t> counts;
  std::size_t most = 0;
  for (const GridMove& move : moves) {
    for (const auto& place : {move.from, std::optional(move.at), move.to}) {
      if (place) most = std::max(most, ++counts[*place]);
    }
  }
  return most > most_in_place;
}

/// How many there are now in each place.
std::vector<GridMove> counts_of(const std::vector<GridMove>& moves) {
  std::map<GridPlace, std::size_t> counts;
  for (const GridMove& move : moves) ++counts[move.at];
  std::vector<GridMove> out;
  for (const auto& [place, count] : counts) out.push_back({count, {}, place, {}});
  return out;
}

/// `1 critical, 1 high, 3 moderate`, worst first.
std::string band_counts(const Assessment& assessed, const std::vector<const Item*>& threats) {
  std::vector<std::string> parts;
  for (const Band band : {Band::critical, Band::high, Band::moderate, Band::low}) {
    const auto count = std::count_if(threats.begin(), threats.end(), [&](const Item* item) {
      return assessed.risk(*item).now().band == band;
    });
    if (count > 0) parts.push_back(fmt::format("{} {}", count, to_text(band)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// An amount as 10^-6 parts of the years that reach it.
Rational share_of(const SimulatedYears& years, double amount) {
  constexpr int parts = 1'000'000;
  return Rational(static_cast<std::int64_t>(std::floor(years.share_reaching(amount) * parts + 0.5)),
                  parts);
}

PlotLine curve_of(std::string name, Look look, const SimulatedYears& years, double most) {
  constexpr int steps = 80;
  PlotLine line{std::move(name), look, false, {}};
  for (int i = 0; i <= steps; ++i) {
    const double amount = std::max(std::floor(most * i / steps), 1.0);
    line.points.push_back({Rational(static_cast<std::int64_t>(amount)), share_of(years, amount)});
  }
  return line;
}

/// In thousands, millions or milliards of whole units.
std::string about(double minor, Currency currency) {
  double unit = 1;
  for (int i = minor_digits(currency); i > 0; --i) unit *= 10;
  const Money whole{static_cast<std::int64_t>(std::floor(minor / unit + 0.5) * unit), currency};
  const std::string text = grouped(whole);
  return text.substr(0, text.find('.'));
}

}  // namespace

Chart matrix(const Assessment& assessed, const std::vector<const Item*>& threats) {
  const RiskMatrix& bands = assessed.risk_policy().matrix;
  Grid grid;
  grid.row_title = "likelihood";
  grid.column_title = "impact";
  for (int likelihood = RiskMatrix::levels; likelihood > 0; --likelihood) {
    grid.rows.push_back(fmt::format("{} {}", likelihood, bands.likelihood_label(likelihood)));
    std::vector<GridCell> cells;
    for (int impact = 1; impact <= RiskMatrix::levels; ++impact) {
      constexpr Tone tones[] = {Tone::good, Tone::plain, Tone::doubtful, Tone::bad};
      const Band band = bands.band(likelihood, impact);
      cells.push_back({std::string(to_text(band)), tones[static_cast<std::size_t>(band)]});
    }
    grid.cells.push_back(std::move(cells));
  }
  for (int impact = 1; impact <= RiskMatrix::levels; ++impact) {
    grid.columns.push_back(fmt::format("{} {}", impact, bands.impact_label(impact)));
  }
  const std::vector<GridMove> moves = moves_of(assessed, threats);
  const bool is_crowded = are_crowded(moves);
  grid.moves = is_crowded ? counts_of(moves) : moves;
  Chart chart{"risk-matrix",
              is_crowded ? "How many risks there are in each place now"
                         : "Where each risk was, is, and is to go",
              fmt::format("{} in the matrix of likelihood and impact: {}. {}",
                          counted(threats.size(), "open threat"), band_counts(assessed, threats),
                          is_crowded ? "A number says how many there are."
                                     : "The numbers are those of the list, worst first.")};
  chart.drawing = std::move(grid);
  return chart;
}

Chart exceedance(const std::string& name, Currency currency, const Simulation& runs) {
  constexpr int nearly_all = 99;
  constexpr int bad_year = 90;
  double most = runs.independent.percentile(nearly_all);
  if (runs.has_causes) most = std::max(most, runs.together.percentile(nearly_all));
  Plot plot;
  plot.x = {fmt::format("at least so much in a year, {}", currency.text()), Scale::money, currency,
            true};
  plot.y = {"years", Scale::percent, {}, true};
  plot.lines.push_back(curve_of("each risk by itself", Look::curve, runs.independent, most));
  if (runs.has_causes) {
    plot.lines.push_back(
        curve_of("those of one common cause together", Look::compared, runs.together, most));
  }
  const SimulatedYears& worst = runs.has_causes ? runs.together : runs.independent;
  const double tenth = worst.percentile(bad_year);
  plot.marks = {{fmt::format("1 year in 10: {} or more", about(tenth, currency)),
                 Rational(static_cast<std::int64_t>(tenth))}};
  Chart chart{
      "exceedance", fmt::format("How often a year reaches an amount: {}", name),
      fmt::format("In {} made-up years one in two comes to {} or more, one in ten to {} or "
                  "more{}.",
                  worst.sums.size(), about(worst.percentile(50), currency), about(tenth, currency),
                  runs.has_causes ? ", with the risks of one common cause together" : "")};
  chart.drawing = std::move(plot);
  return chart;
}

}  // namespace brm::risk_charts
