// Made-up years: their mean against the closed form, their bits, and what a common cause does.
#include "assess/simulation.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "base/portable_math.h"
#include "unit/assess/risk_folder.h"

namespace brm::test {
namespace {

constexpr Currency usd{{'U', 'S', 'D'}};

/// Risks of every form, three of them with one cause.
std::map<std::string, std::string> several_risks() {
  return folder_with_risks(
      {{"point", "likelihood: {percent: 20}\nimpact: {amount: 100000}\ncommon_cause: lark"},
       {"range", "likelihood: {low: 10, high: 50}\nimpact: {amount: 40000}\ncommon_cause: lark"},
       {"spread", "likelihood: {percent: 30}\nimpact: {low: 20000, high: 900000}"},
       {"often", "likelihood: {percent: 5}\nimpact: {amount: 9000}\nhorizon: P1M"},
       {"odd",
        "likelihood: {percent: 40}\nimpact: {amount: 7000}\nhorizon: P100D\n"
        "common_cause: lark"},
       {"rare", "likelihood: {percent: 60}\nimpact: {amount: 50000}\nhorizon: P5Y"},
       {"euro", "likelihood: {percent: 60}\nimpact: {amount: EUR 50000}"},
       {"chance", "likelihood: {percent: 60}\nimpact: {amount: 50000}\ntype: opportunity"},
       {"closed", "likelihood: {percent: 60}\nimpact: {amount: 50000}\nstatus: closed"},
       {"ordinal", "likelihood: {scale: 3}\nimpact: {scale: 3}"}});
}

std::vector<SimulatedRisk> made_ready(const Assessed& read) {
  return simulated_risks(read.assessment, read.reading.portfolio.all(kinds::risk), false, usd);
}

double closed_form(const Assessed& read) {
  Rational sum = 0;
  for (const Item* risk : read.reading.portfolio.all(kinds::risk)) {
    const RiskJudgement& judgement = read.assessment.risk(*risk);
    const bool counts = judgement.is_open && judgement.is_threat() && judgement.now().is_money() &&
                        judgement.now().currency == usd;
    if (counts) sum += judgement.now().exposure;
  }
  return static_cast<double>(sum);
}

/// One number for the bits of all sums.
std::uint64_t bits_of(const SimulatedYears& years) {
  std::uint64_t hash = 14695981039346656037U;
  for (const double sum : years.sums) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &sum, sizeof bits);
    hash = (hash ^ bits) * 1099511628211U;
  }
  return hash;
}

/// How far the mean may be off by chance alone: 4 standard errors.
double allowance(const SimulatedYears& years) {
  double squares = 0;
  for (const double sum : years.sums) squares += (sum - years.mean) * (sum - years.mean);
  const auto count = static_cast<double>(years.sums.size());
  return 4 * std::sqrt(squares / count) / std::sqrt(count);
}

}  // namespace

TEST_CASE("simulation: only open threats in money of one currency take part") {
  const Assessed read(several_risks(), date_of("2026-07-08"));
  std::string names;
  for (const SimulatedRisk& risk : made_ready(read)) names += risk.address + " ";
  CHECK(names == "work/point work/range work/spread work/often work/odd work/rare ");
  CHECK(
      simulated_risks(read.assessment, read.reading.portfolio.all(kinds::risk), true, usd).size() ==
      1);
}

TEST_CASE("simulation: its mean agrees with the closed form, independent or with common causes") {
  const Assessed read(several_risks(), date_of("2026-07-08"));
  const auto risks = made_ready(read);
  CHECK(expected_sum(risks) == doctest::Approx(closed_form(read)).epsilon(1e-9));
  for (const std::uint64_t seed : {1U, 2U, 77U}) {
    CAPTURE(seed);
    const Simulation years = simulate(risks, {200'000, seed});
    CHECK(std::fabs(years.independent.mean - closed_form(read)) < allowance(years.independent));
    REQUIRE(years.has_causes);
    CHECK(std::fabs(years.together.mean - closed_form(read)) < allowance(years.together));
  }
}

TEST_CASE("simulation: a common cause makes bad years worse and leaves the mean") {
  const Assessed read(
      folder_with_risks(
          {{"a", "likelihood: {percent: 10}\nimpact: {amount: 100}\ncommon_cause: x"},
           {"b", "likelihood: {percent: 10}\nimpact: {amount: 100}\ncommon_cause: x"},
           {"c", "likelihood: {percent: 5}\nimpact: {amount: 100}\ncommon_cause: x"}}),
      date_of("2026-07-08"));
  const auto risks = made_ready(read);
  const Simulation years = simulate(risks, {100'000, 1});
  const SimulatedYears& apart = years.independent;
  const SimulatedYears& together = years.together;
  // Together: c never without a and b, so 5 % of years cost 300 and another 5 % cost 200.
  CHECK(together.share_reaching(29'999) == doctest::Approx(0.05).epsilon(0.05));
  CHECK(together.share_reaching(19'999) == doctest::Approx(0.10).epsilon(0.05));
  CHECK(together.share_reaching(1) == doctest::Approx(0.10).epsilon(0.05));
  // Apart: all three in 1 of 2,000 years.
  CHECK(apart.share_reaching(29'999) < 0.002);
  CHECK(apart.share_reaching(1) == doctest::Approx(1 - 0.9 * 0.9 * 0.95).epsilon(0.05));
}

TEST_CASE("simulation: the lognormal's 5 % and 95 % points come out") {
  const Assessed read(
      folder_with_risks({{"a", "likelihood: {percent: 100}\nimpact: {low: 1000, high: 50000}"}}),
      date_of("2026-07-08"));
  const Simulation simulation = simulate(made_ready(read), {200'000, 3});
  CHECK_FALSE(simulation.has_causes);
  CHECK(simulation.together.sums.empty());
  const SimulatedYears& years = simulation.independent;
  CHECK(years.percentile(5) == doctest::Approx(100'000).epsilon(0.02));
  CHECK(years.percentile(95) == doctest::Approx(5'000'000).epsilon(0.02));
  CHECK(years.percentile(50) == doctest::Approx(std::sqrt(1e5 * 5e6)).epsilon(0.02));
}

TEST_CASE("simulation: percentiles are nearest ranks") {
  SimulatedYears years;
  for (int i = 1; i <= 10; ++i) years.sums.push_back(i);
  CHECK(years.percentile(50) == 5);
  CHECK(years.percentile(51) == 6);
  CHECK(years.percentile(90) == 9);
  CHECK(years.percentile(95) == 10);
  CHECK(years.percentile(100) == 10);
  CHECK(years.share_reaching(10) == doctest::Approx(0.1));
  CHECK(years.share_reaching(10.5) == 0);
  CHECK(years.share_reaching(1) == 1);
}

TEST_CASE("simulation: one seed gives one set of figures, whatever else is in the folder") {
  const Assessed read(several_risks(), date_of("2026-07-08"));
  const auto risks = made_ready(read);
  const SimulatedYears years = simulate(risks, {1000, 1}).together;
  CHECK(years.sums == simulate(risks, {1000, 1}).together.sums);
  CHECK(years.sums != simulate(risks, {1000, 2}).together.sums);
  // A risk draws the same numbers beside others as alone.
  const SimulatedYears first = simulate({risks[0]}, {1000, 1}).independent;
  const SimulatedYears both = simulate({risks[0], risks[2]}, {1000, 1}).independent;
  const SimulatedYears other = simulate({risks[2]}, {1000, 1}).independent;
  CHECK(both.mean == doctest::Approx(first.mean + other.mean));
  // The same on every machine and build type: these sums were reckoned once.
  CHECK(bits_of(years) == 8910406182822339487U);
  CHECK(years.percentile(50) == doctest::Approx(5'349'550).epsilon(1e-6));
}

TEST_CASE(
    "simulation: the same years on any number of threads, and more of them go on from there") {
  const Assessed read(several_risks(), date_of("2026-07-08"));
  const auto risks = made_ready(read);
  const Simulation alone = simulate(risks, {10'000, 5, 1});
  for (const std::size_t jobs : {2U, 3U, 16U}) {
    const Simulation several = simulate(risks, {10'000, 5, jobs});
    CHECK(several.independent.sums == alone.independent.sums);
    CHECK(several.together.sums == alone.together.sums);
  }
  const auto longer = simulate(risks, {10'001, 5, 1}).independent.sums;
  CHECK(std::includes(longer.begin(), longer.end(), alone.independent.sums.begin(),
                      alone.independent.sums.end()));
}

TEST_CASE("simulation: as if every number were drawn, in a plain loop") {
  const Assessed read(several_risks(), date_of("2026-07-08"));
  const auto risks = made_ready(read);
  const auto stir = [](std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  };
  const auto draw = [&](const std::string& name, std::uint64_t place) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    const std::uint64_t key = stir(stir(9 + odd) ^ hash);
    return (static_cast<double>(stir(key + (place + 1) * odd) >> 11) + 0.5) / 9007199254740992.0;
  };
  std::vector<double> apart(500, 0);
  std::vector<double> together(500, 0);
  for (const SimulatedRisk& risk : risks) {
    const auto horizons = static_cast<std::uint64_t>(std::ceil(risk.horizons_a_year));
    for (std::uint64_t at = 0; at < 500 * horizons; ++at) {
      const std::uint64_t year = at / horizons;
      const auto horizon = static_cast<double>(at % horizons);
      const double part = std::min(1.0, risk.horizons_a_year - horizon);
      const double spread = risk.chance_high - risk.chance_low;
      const double chance = (risk.chance_low + spread * draw(risk.address, 3 * at + 1)) * part;
      const double size =
          risk.impact.mu + risk.impact.sigma * normal_quantile(draw(risk.address, 3 * at + 2));
      const double loss = risk.impact.sigma == 0 ? risk.point : portable_exp(size);
      const double own = draw(risk.address, 3 * at);
      const bool is_shared = !risk.cause.empty() && horizon == 0;
      const double fate = is_shared ? draw("common cause " + risk.cause, year) : own;
      if (own < chance) apart[year] += loss;
      if (fate < chance) together[year] += loss;
    }
  }
  std::sort(apart.begin(), apart.end());
  std::sort(together.begin(), together.end());
  const Simulation years = simulate(risks, {500, 9});
  CHECK(years.independent.sums == apart);
  CHECK(years.together.sums == together);
}

TEST_CASE("simulation: numbers of two names have nothing in common, and are spread evenly") {
  std::vector<SimulatedRisk> risks(2);
  for (SimulatedRisk& risk : risks) risk.chance_low = risk.chance_high = 0.3;
  risks[0].address = "work/a";
  risks[1].address = "work/b";
  risks[0].point = 1;
  risks[1].point = 10;
  const SimulatedYears years = simulate(risks, {200'000, 1}).independent;
  // 4 standard errors of a share near 0.09 of 200,000 are 0.0026.
  CHECK(std::fabs(years.share_reaching(11) - 0.09) < 0.0026);
  CHECK(std::fabs(years.share_reaching(10) - 0.30) < 0.0041);
  CHECK(std::fabs(years.share_reaching(1) - 0.51) < 0.0045);
}

TEST_CASE("simulation: two risks without ids are two risks") {
  auto files = folder_with_risks({{"a", "likelihood: {percent: 50}\nimpact: {amount: 100}"},
                                  {"b", "likelihood: {percent: 50}\nimpact: {amount: 100}"}});
  for (auto& [path, text] : files) {
    for (const std::string id : {"id: a", "id: b"}) {
      const std::size_t at = text.find("- " + id + "\n");
      if (at != std::string::npos) text.replace(at, id.size() + 2, "- category: x");
    }
  }
  const Assessed read(files, date_of("2026-07-08"));
  const auto risks = made_ready(read);
  REQUIRE(risks.size() == 2);
  CHECK(risks[0].address != risks[1].address);
  const SimulatedYears years = simulate(risks, {10'000, 1}).independent;
  CHECK(years.share_reaching(20'000) == doctest::Approx(0.25).epsilon(0.06));
}

}  // namespace brm::test
