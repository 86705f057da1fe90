// Made-up years: their mean against the closed form, their bits, and what a common cause does.
#include "assess/simulation.h"

#include <cmath>
#include <cstring>
#include <limits>

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
    for (const Causes causes : {Causes::independent, Causes::common}) {
      CAPTURE(seed);
      const SimulatedYears years = simulate(risks, {200'000, seed}, causes);
      CHECK(std::fabs(years.mean - closed_form(read)) < allowance(years));
    }
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
  const SimulatedYears apart = simulate(risks, {100'000, 1}, Causes::independent);
  const SimulatedYears together = simulate(risks, {100'000, 1}, Causes::common);
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
  const SimulatedYears years = simulate(made_ready(read), {200'000, 3}, Causes::independent);
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
  const SimulatedYears years = simulate(risks, {1000, 1}, Causes::common);
  CHECK(years.sums == simulate(risks, {1000, 1}, Causes::common).sums);
  CHECK(years.sums != simulate(risks, {1000, 2}, Causes::common).sums);
  // A risk draws the same numbers beside others as alone.
  const SimulatedYears first = simulate({risks[0]}, {1000, 1}, Causes::independent);
  const SimulatedYears both = simulate({risks[0], risks[2]}, {1000, 1}, Causes::independent);
  const SimulatedYears other = simulate({risks[2]}, {1000, 1}, Causes::independent);
  CHECK(both.mean == doctest::Approx(first.mean + other.mean));
  // The same on every machine and build type: these sums were reckoned once.
  CHECK(bits_of(years) == 8386864908811548087U);
  CHECK(years.percentile(50) == 6'100'000);
}

}  // namespace brm::test
