#include "assess/simulation.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "base/portable_math.h"

namespace brm {
namespace {

/// FNV-1a, 64 bits: the same number for a name everywhere, which std::hash does not promise.
std::uint64_t number_of(std::string_view name) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : name) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  return hash;
}

/// A stream of random numbers of its own for each name; the engine and its seeding are laid down by
/// the C++ standard to the bit, the distributions are not.
class Stream {
 public:
  Stream(std::uint64_t seed, std::string_view name) : engine_(make(seed, number_of(name))) {}

  /// Above 0 and below 1, all equally likely.
  double next() {
    constexpr double steps = 9007199254740992.0;  // 2^53
    return (static_cast<double>(engine_() >> 11) + 0.5) / steps;
  }

 private:
  static std::mt19937_64 make(std::uint64_t seed, std::uint64_t name) {
    const auto low = [](std::uint64_t n) { return static_cast<std::uint32_t>(n); };
    const auto high = [](std::uint64_t n) { return static_cast<std::uint32_t>(n >> 32); };
    std::seed_seq sequence{low(seed), high(seed), low(name), high(name)};
    return std::mt19937_64(sequence);
  }

  std::mt19937_64 engine_;
};

double drawn_impact(const Lognormal& impact, double at) {
  return portable_exp(impact.mu + impact.sigma * normal_quantile(at));
}

/// Adds one risk's losses to every year.
void add_risk(const SimulatedRisk& risk, const SimulationRequest& request, Causes causes,
              std::vector<double>& sums) {
  Stream own(request.seed, risk.address);
  const bool is_shared = causes == Causes::common && !risk.cause.empty();
  Stream shared(request.seed, "common cause " + risk.cause);
  const double full = std::floor(risk.horizons_a_year);
  const double rest = risk.horizons_a_year - full;
  const double spread = risk.chance_high - risk.chance_low;
  for (double& sum : sums) {
    // One a year, so that risks of different horizons stay together.
    const double shared_fate = is_shared ? shared.next() : 0;
    for (double horizon = 0; horizon <= full; ++horizon) {
      const double part = horizon < full ? 1 : rest;
      if (part == 0) continue;
      // Three numbers each time, wanted or not, so that both ways see the same impacts.
      const double own_fate = own.next();
      const double chance = (risk.chance_low + spread * own.next()) * part;
      const double at = own.next();
      const double fate = is_shared && horizon == 0 ? shared_fate : own_fate;
      if (fate >= chance) continue;
      sum += risk.impact.sigma == 0 ? risk.point : drawn_impact(risk.impact, at);
    }
  }
}

}  // namespace

double SimulatedYears::percentile(int percent) const {
  const std::size_t rank = (sums.size() * static_cast<std::size_t>(percent) + 99) / 100;
  return sums[std::max<std::size_t>(rank, 1) - 1];
}

double SimulatedYears::share_reaching(double amount) const {
  const auto first = std::lower_bound(sums.begin(), sums.end(), amount);
  return static_cast<double>(sums.end() - first) / static_cast<double>(sums.size());
}

std::vector<SimulatedRisk> simulated_risks(const Assessment& assessed,
                                           const std::vector<const Item*>& risks,
                                           bool opportunities, Currency currency) {
  std::vector<SimulatedRisk> out;
  for (const Item* risk : risks) {
    const RiskJudgement& judgement = assessed.risk(*risk);
    const RiskLevel& level = judgement.now();
    if (!judgement.is_open || judgement.is_opportunity != opportunities) continue;
    if (!level.is_money() || level.currency != currency || level.impact == 0) continue;
    out.push_back({std::string(risk->record().id()) + "/" + std::string(risk->id()),
                   std::string(Of<kinds::risk>(*risk).text<"common_cause">()),
                   static_cast<double>(level.chance_low), static_cast<double>(level.chance_high),
                   lognormal_between(level.impact_low, level.impact_high),
                   static_cast<double>(level.impact_low),
                   static_cast<double>(1 / judgement.years)});
  }
  return out;
}

SimulatedYears simulate(const std::vector<SimulatedRisk>& risks, const SimulationRequest& request,
                        Causes causes) {
  SimulatedYears out;
  out.sums.assign(request.years, 0);
  for (const SimulatedRisk& risk : risks) add_risk(risk, request, causes, out.sums);
  double sum = 0;
  for (const double year : out.sums) sum += year;
  out.mean = sum / static_cast<double>(request.years);
  std::sort(out.sums.begin(), out.sums.end());
  return out;
}

double expected_sum(const std::vector<SimulatedRisk>& risks) {
  double sum = 0;
  for (const SimulatedRisk& risk : risks) {
    const double chance = (risk.chance_low + risk.chance_high) / 2;
    const double sigma = risk.impact.sigma;
    const double mean = sigma == 0 ? risk.point : portable_exp(risk.impact.mu + sigma * sigma / 2);
    sum += chance * mean * risk.horizons_a_year;
  }
  return sum;
}

}  // namespace brm
