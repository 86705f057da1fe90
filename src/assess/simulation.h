// Many made-up years of a portfolio's risks: how much may come together, and how often. The only
// place where brm reckons in binary floating point.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "assess/assessment.h"

namespace brm {

struct SimulationRequest {
  std::size_t years = 10'000;  ///< How many years are made up.
  std::uint64_t seed = 1;
  std::size_t jobs = 0;  ///< Threads; 0: one a core. What comes out does not depend on it.
};

/// A risk made ready: all that the simulation needs of it.
struct SimulatedRisk {
  std::string address;  ///< Names its own stream of random numbers: other risks do not move it.
  std::string cause;    ///< Its common cause; may be empty.
  double chance_low = 0;
  double chance_high = 0;
  Lognormal impact;  ///< Of minor units; sigma 0: a point.
  double point = 0;  ///< That amount exactly.
  double horizons_a_year = 1;
};

/// The sums of the years, in minor units, smallest first.
struct SimulatedYears {
  std::vector<double> sums;
  double mean = 0;

  /// By nearest rank: the smallest sum that at least `percent` of the years do not exceed.
  double percentile(int percent) const;
  /// The share of years with a sum of at least `amount`.
  double share_reaching(double amount) const;
};

/// The same years twice: the risks of one common cause happen independently of each other, or
/// together.
struct Simulation {
  SimulatedYears independent;
  SimulatedYears together;  ///< Without any years where no risk has a cause.
  bool has_causes = false;
};

/// The open risks in money of one type and currency.
std::vector<SimulatedRisk> simulated_risks(const Assessment& assessed,
                                           const std::vector<const Item*>& risks,
                                           bool opportunities, Currency currency);

/// In each year a risk happens once in each of its horizons with its chance, and with that part of
/// it in the part of a horizon that is left: the mean is the closed form's exposure. Its impact is
/// lognormal or a point, and the same both ways. Together, the risks of one cause share the number
/// that decides whether they happen, for the first horizon of each year. The same bits for one seed
/// and the same risks, on any machine and any number of threads.
Simulation simulate(const std::vector<SimulatedRisk>& risks, const SimulationRequest& request);

/// Chance x mean impact x horizons a year, summed: what the mean has to come to.
double expected_sum(const std::vector<SimulatedRisk>& risks);

}  // namespace brm
