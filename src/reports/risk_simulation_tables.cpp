// Made-up years as tables: percentiles, and how often a year reaches an amount.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "reports/risk_charts.h"
#include "reports/risk_tables.h"

namespace brm::risk_tables {
namespace {

/// A simulated figure is no more exact than this: whole units, not minor ones.
Money rounded(double minor, Currency currency) {
  double unit = 1;
  for (int i = minor_digits(currency); i > 0; --i) unit *= 10;
  return {static_cast<std::int64_t>(std::floor(minor / unit + 0.5) * unit), currency};
}

/// In tenths of a percent, as people read a share.
Cell percent_cell(double share) {
  constexpr double tenths = 1000;
  return {Decimal{static_cast<std::int64_t>(std::floor(share * tenths + 0.5)), 1}, Tone::plain};
}

/// One group of risks that may be added up.
struct Group {
  std::string name;  ///< `threats, USD`
  Currency currency;
  std::vector<SimulatedRisk> risks;
};

/// More than an amount of money can say.
bool is_too_large(const SimulatedYears& years) {
  constexpr double most = 9e18;  // rounding and steps stay below 2^63
  return !years.sums.empty() && years.sums.back() > most;
}

void add_percentiles(const Group& group, const Simulation& runs, Table& table) {
  const auto row = [&](std::string measure, double independent, double together) {
    const auto money = [&](double minor) {
      return Cell{rounded(minor, group.currency), Tone::plain};
    };
    table.rows.push_back({cell(group.name), cell(std::move(measure)), money(independent),
                          runs.has_causes ? money(together) : Cell{}});
  };
  const double expected = expected_sum(group.risks);
  row("expected, without simulating", expected, expected);
  row("mean", runs.independent.mean, runs.together.mean);
  for (const int percent : {50, 80, 90, 95}) {
    row(fmt::format("P{0}, not exceeded in {0} of 100 years", percent),
        runs.independent.percentile(percent),
        runs.has_causes ? runs.together.percentile(percent) : 0);
  }
}

/// 1, 2 or 5 times a power of ten: ten steps or fewer reach `most`.
double step_up_to(double most) {
  constexpr double steps = 10;
  double step = 1;
  while (step * steps < most) {
    if (step * 2 * steps >= most) return step * 2;
    if (step * 5 * steps >= most) return step * 5;
    step *= 10;
  }
  return step;
}

/// As long as the share is large; `┃` where it would end with common causes.
std::string bar(double independent, double together, bool has_causes) {
  constexpr std::size_t width = 20;  // with the columns beside it less than 80
  const auto cells = [&](double share) {
    return static_cast<std::size_t>(std::floor(share * static_cast<double>(width) + 0.5));
  };
  const std::size_t filled = cells(independent);
  const std::size_t mark = has_causes ? cells(together) : width + 1;
  std::string out;
  for (std::size_t i = 0; i <= width; ++i) {
    if (i == mark) {
      out += "┃";
    } else if (i < filled) {
      out += "█";
    } else if (has_causes && i < mark) {
      out += " ";
    }
  }
  return out;
}

void add_exceedance(const Group& group, const Simulation& runs, Table& table) {
  constexpr int nearly_all = 99;
  double most = runs.independent.percentile(nearly_all);
  if (runs.has_causes) most = std::max(most, runs.together.percentile(nearly_all));
  double unit = 1;
  for (int i = minor_digits(group.currency); i > 0; --i) unit *= 10;
  const double step = std::max(step_up_to(most), unit);
  for (double amount = 0; amount <= most + step / 2; amount += step) {
    const double reached = std::max(amount, unit);  // the first row: years that are not without any
    const double independent = runs.independent.share_reaching(reached);
    const double together = runs.has_causes ? runs.together.share_reaching(reached) : 0;
    table.rows.push_back({cell(group.name),
                          {Money{static_cast<std::int64_t>(reached), group.currency}, Tone::plain},
                          percent_cell(independent),
                          runs.has_causes ? percent_cell(together) : Cell{},
                          cell(bar(independent, together, runs.has_causes))});
  }
}

std::vector<Group> groups_of(const Assessment& assessed, const Risks& risks) {
  std::set<Currency> currencies;
  for (const Item* item : risks) {
    const RiskLevel& now = assessed.risk(*item).now();
    if (now.is_money()) currencies.insert(now.currency);
  }
  std::vector<Group> out;
  for (const bool opportunities : {false, true}) {
    for (const Currency currency : currencies) {
      auto chosen = simulated_risks(assessed, risks, opportunities, currency);
      if (chosen.empty()) continue;
      out.push_back(
          {fmt::format("{}, {}", opportunities ? "opportunities" : "threats", currency.text()),
           currency, std::move(chosen)});
    }
  }
  return out;
}

}  // namespace

Simulated simulated(const Assessment& assessed, const Risks& risks,
                    const SimulationRequest& request) {
  std::vector<Chart> charts;
  Table percentiles{"simulated_percentiles",
                    "",
                    {{"of", "of"},
                     {"measure", "a year", Align::left, Room::shrink},
                     {"independent", "independent", Align::right, Room::fixed, Holds::money},
                     {"together", "common causes", Align::right, Room::fixed, Holds::money}},
                    {},
                    "No open risk in money to simulate."};
  Table exceedance{"simulated_exceedance",
                   "\nHow often a year reaches an amount",
                   {{"of", "of"},
                    {"amount", "at least", Align::right, Room::fixed, Holds::money},
                    {"independent_percent", "years %", Align::right, Room::fixed, Holds::number},
                    {"together_percent", "common %", Align::right, Room::fixed, Holds::number},
                    {"line", "", Align::left, Room::picture}},
                   {},
                   "No open risk in money to simulate."};
  for (const Group& group : groups_of(assessed, risks)) {
    const Simulation runs = simulate(group.risks, request);
    if (is_too_large(runs.independent) || is_too_large(runs.together)) {
      percentiles.rows.push_back({cell(group.name), cell("too large for amounts"), {}, {}});
      continue;
    }
    add_percentiles(group, runs, percentiles);
    add_exceedance(group, runs, exceedance);
    charts.push_back(risk_charts::exceedance(group.name, group.currency, runs));
  }
  return {{std::move(percentiles), std::move(exceedance)}, std::move(charts)};
}

}  // namespace brm::risk_tables
