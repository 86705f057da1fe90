#include "assess/simulation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <unordered_map>

#include "base/blocks.h"
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

/// SplitMix64's way of stirring a number: Steele, Lea and Flood, Fast splittable pseudorandom
/// number generators, OOPSLA 2014.
std::uint64_t stirred(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

/// Random numbers of its own for each name, each to be had by its place without those before it: so
/// none is drawn that nobody needs, and years can be made up in any order.
class Stream {
 public:
  Stream(std::uint64_t seed, std::string_view name)
      : key_(stirred(stirred(seed + odd) ^ number_of(name))) {}

  /// Above 0 and below 1, all equally likely.
  double at(std::uint64_t place) const { return share_of(step_at(place)); }
  /// The same as one of 2^53 steps.
  std::uint64_t step_at(std::uint64_t place) const {
    return stirred(key_ + (place + 1) * odd) >> 11U;
  }
  /// The first step whose share is not below `share`: steps are compared sooner than shares.
  static std::uint64_t first_step_from(double share) {
    std::uint64_t below = 0;
    std::uint64_t end = steps;
    while (below < end) {
      const std::uint64_t middle = below + (end - below) / 2;
      if (share_of(middle) < share) {
        below = middle + 1;
      } else {
        end = middle;
      }
    }
    return end;
  }

 private:
  static constexpr std::uint64_t steps = std::uint64_t{1} << 53U;
  static double share_of(std::uint64_t step) {
    return (static_cast<double>(static_cast<std::int64_t>(step)) + 0.5) /
           static_cast<double>(steps);
  }

  static constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // 2^64 by the golden ratio
  std::uint64_t key_;
};

double drawn_impact(const Lognormal& impact, double at) {
  return portable_exp(impact.mu + impact.sigma * normal_quantile(at));
}

/// Sums of both ways and what is drawn for them stay in the cache.
constexpr std::size_t most_years = 1024;

/// Some of the years: from `first` on.
struct Stretch {
  std::size_t first = 0;
  std::span<double> independent;
  std::span<double> together;  ///< Empty where no risks share a cause.
};

/// One risk with its numbers.
class Drawn {
 public:
  Drawn(const SimulatedRisk& risk, std::uint64_t seed)
      : risk_(risk),
        own_(seed, risk.address),
        shared_(seed, "common cause " + risk.cause),
        full_(std::floor(risk.horizons_a_year)),
        rest_(risk.horizons_a_year - full_),
        spread_(risk.chance_high - risk.chance_low),
        full_end_(Stream::first_step_from(risk.chance_high)),
        rest_end_(Stream::first_step_from(risk.chance_high * rest_)) {}

  /// Adds its losses to those of the years.
  void add_to(const Stretch& years) const {
    const auto horizons = static_cast<std::uint64_t>(full_) + (rest_ > 0 ? 1 : 0);
    for (std::uint64_t horizon = 0; horizon < horizons; ++horizon) {
      const double part = static_cast<double>(horizon) < full_ ? 1 : rest_;
      const std::uint64_t end = static_cast<double>(horizon) < full_ ? full_end_ : rest_end_;
      // One a year, so that risks of different horizons stay together.
      const bool is_shared = horizon == 0 && !risk_.cause.empty();
      const auto place_of = [&](std::uint64_t year) {
        return (year * horizons + horizon) * numbers_each;
      };
      // Years in which it may happen. Written each time and counted when it does: nobody can guess
      // which way a branch would go.
      std::array<std::size_t, most_years> found;
      std::size_t count = 0;
      if (is_shared) {
        for (std::size_t i = 0; i < years.independent.size(); ++i) {
          const std::uint64_t year = years.first + i;
          found[count] = i;
          count += static_cast<std::size_t>(
              std::min(own_.step_at(place_of(year)), shared_.step_at(year)) < end);
        }
      } else {
        for (std::size_t i = 0; i < years.independent.size(); ++i) {
          found[count] = i;
          count += static_cast<std::size_t>(own_.step_at(place_of(years.first + i)) < end);
        }
      }
      for (const std::size_t i : std::span(found).first(count)) {
        const std::uint64_t place = place_of(years.first + i);
        const double own = own_.at(place);
        add(years, {i, place, own, is_shared ? shared_.at(years.first + i) : own}, part);
      }
    }
  }

 private:
  /// Whether it happens, the chance within its range, the impact.
  static constexpr std::uint64_t numbers_each = 3;

  struct Fate {
    std::size_t index;
    std::uint64_t place;
    double own;
    double together;
  };

  void add(const Stretch& years, const Fate& fate, double part) const {
    const double chance = (risk_.chance_low + spread_ * own_.at(fate.place + 1)) * part;
    if (std::min(fate.own, fate.together) >= chance) return;
    const bool is_point = risk_.impact.sigma == 0;
    const double loss =
        is_point ? risk_.point : drawn_impact(risk_.impact, own_.at(fate.place + 2));
    if (fate.own < chance) years.independent[fate.index] += loss;
    if (fate.together < chance && !years.together.empty()) years.together[fate.index] += loss;
  }

  const SimulatedRisk& risk_;
  Stream own_;
  Stream shared_;
  double full_;
  double rest_;
  double spread_;
  std::uint64_t full_end_;  // of a whole horizon
  std::uint64_t rest_end_;
};

SimulatedYears counted(std::vector<double> sums) {
  SimulatedYears out{std::move(sums)};
  double sum = 0;
  for (const double year : out.sums) sum += year;
  out.mean = out.sums.empty() ? 0 : sum / static_cast<double>(out.sums.size());
  std::sort(out.sums.begin(), out.sums.end());
  return out;
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
  std::unordered_map<std::string, std::size_t> known;
  for (const Item* risk : risks) {
    const RiskJudgement& judgement = assessed.risk(*risk);
    const RiskLevel& level = judgement.now();
    if (!judgement.is_open || judgement.is_opportunity != opportunities) continue;
    if (!level.is_money() || level.currency != currency || level.impact == 0) continue;
    std::string address = std::string(risk->record().id()) + "/" + std::string(risk->id());
    // Two without ids, or with one id, are two risks all the same.
    if (const std::size_t before = known[address]++; before > 0) {
      address += " again " + std::to_string(before);
    }
    out.push_back({std::move(address), std::string(Of<kinds::risk>(*risk).text<"common_cause">()),
                   static_cast<double>(level.chance_low), static_cast<double>(level.chance_high),
                   lognormal_between(level.impact_low, level.impact_high),
                   static_cast<double>(level.impact_low),
                   static_cast<double>(1 / judgement.years)});
  }
  return out;
}

Simulation simulate(const std::vector<SimulatedRisk>& risks, const SimulationRequest& request) {
  Simulation out;
  std::vector<Drawn> drawn;
  for (const SimulatedRisk& risk : risks) {
    drawn.emplace_back(risk, request.seed);
    out.has_causes = out.has_causes || !risk.cause.empty();
  }
  std::vector<double> independent(request.years, 0);
  std::vector<double> together(out.has_causes ? request.years : 0, 0);
  const auto make_up = [&](std::size_t first, std::size_t last) {
    const auto part = [&](std::vector<double>& sums) {
      return sums.empty() ? std::span<double>() : std::span(sums).subspan(first, last - first);
    };
    for (const Drawn& risk : drawn) risk.add_to({first, part(independent), part(together)});
  };
  for_each_block(request.years, request.jobs, make_up, most_years);
  out.independent = counted(std::move(independent));
  out.together = counted(std::move(together));
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
