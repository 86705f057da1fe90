// The verdicts of src/assess against the slow and plain ones of tests/reference.
#include <fmt/format.h>

#include <map>
#include <memory>

#include "support/run.h"
#include "unit/assess/judged.h"
#include "unit/assess/random_series.h"

namespace brm::test {
namespace {

/// Counts what was compared and keeps the first few differences.
class Comparison {
 public:
  void compare(const std::string& real, const std::string& reference, const std::string& about) {
    ++compared_;
    ++words_[reference.substr(0, reference.find(' '))];
    if (real == reference) return;
    if (++different_ <= 3) {
      FAIL_CHECK(about << "\nsrc/assess: " << real << "\nreference:  " << reference);
    }
  }
  /// How often the reference said this verdict.
  int said(const std::string& verdict) const {
    const auto found = words_.find(verdict);
    return found == words_.end() ? 0 : found->second;
  }
  int compared() const { return compared_; }
  int different() const { return different_; }

 private:
  int compared_ = 0;
  int different_ = 0;
  std::map<std::string, int> words_;
};

const std::vector<std::string> verdicts{"no_target",    "unmeasured", "achieved",  "missed",
                                        "undetermined", "stale",      "too_early", "worsening",
                                        "on_track",     "off_track",  "at_risk"};

/// A policy for each side, made from the same text.
struct Policies {
  PairedPolicy written;
  std::unique_ptr<Reading> reading;  // holds what `judged` points into
  Policy judged;

  explicit Policies(PairedPolicy policy)
      : written(std::move(policy)),
        reading(
            std::make_unique<Reading>(read_portfolio(MemoryFolder(folder_with("", written.yaml))))),
        judged(reading->portfolio.office()) {
    for (const Finding& finding : reading->findings.list()) FAIL_CHECK(finding.message);
  }
};

/// The defaults first.
std::vector<Policies> some_policies(std::uint64_t seed, int count) {
  Dice dice(seed);
  std::vector<Policies> policies;
  policies.emplace_back(PairedPolicy{});
  while (static_cast<int>(policies.size()) < count) policies.emplace_back(random_policy(dice));
  return policies;
}

/// How often a series lies exactly on a boundary of the default policy.
struct Boundaries {
  int pace_on_track = 0;
  int pace_at_risk = 0;
  int tenth_planned = 0;
  int quarter_planned = 0;
  int no_progress = 0;
  int nine_tenths_met = 0;
  int half_met = 0;

  void count(const Judgement& judgement) {
    const auto equals = [](const auto& number, const Rational& limit) {
      return number && *number == limit ? 1 : 0;
    };
    pace_on_track += equals(judgement.pace, Rational(19, 20));
    pace_at_risk += equals(judgement.pace, Rational(3, 5));
    tenth_planned += equals(judgement.planned, Rational(1, 10));
    quarter_planned += equals(judgement.planned, Rational(1, 4));
    no_progress += equals(judgement.progress, Rational(0));
    if (judgement.judged == 0) return;
    if (judgement.met * 10 == judgement.judged * 9) ++nine_tenths_met;
    if (judgement.met * 2 == judgement.judged) ++half_met;
  }
  int fewest() const {
    return std::min({pace_on_track, pace_at_risk, tenth_planned, quarter_planned, no_progress,
                     nine_tenths_met, half_met});
  }
};

/// Every outcome and every initiative of a portfolio.
void compare_all(const Assessment& assessed, const std::string& about, Comparison& outcomes,
                 Comparison& initiatives, const reference::Policy& policy = {}) {
  const int as_of = assessed.as_of().days;
  const std::string day = about + " as of " + to_text(assessed.as_of()) + ": ";
  for (const Item* initiative : assessed.portfolio().all(kinds::initiative)) {
    std::vector<std::string> words;
    if (const Value* parts = initiative->find("outcomes")) {
      for (const Value& value : parts->as_list()) {
        const Item& outcome = *value.item;
        const auto judged = reference::judge(series_from(outcome), as_of, policy);
        outcomes.compare(in_words(assessed.outcome(outcome)), in_words(judged),
                         fmt::format("{}{}/{}", day, initiative->id(), outcome.id()));
        words.push_back(judged.verdict);
      }
    }
    const auto judged =
        reference::judge_initiative(words, ratings_from(*initiative), as_of, policy);
    initiatives.compare(in_words(assessed.initiative(*initiative)), in_words(judged),
                        day + std::string(initiative->id()));
  }
}

/// Ten random outcomes in one initiative, and its ratings.
struct RandomInitiative {
  std::vector<PairedSeries> series;
  std::vector<reference::Rating> ratings;
  std::vector<int> days;  // one telling day of each series

  explicit RandomInitiative(Dice& dice) {
    for (int i = 0; i < 10; ++i) series.push_back(random_series(dice));
    for (const PairedSeries& one : series) days.push_back(dice.pick(telling_days(one)));
    ratings = random_ratings(dice, days.front());
  }

  std::map<std::string, std::string> files(const std::string& policy) const {
    std::map<std::string, std::string> files = folder_with(to_yaml(series[0]), policy);
    std::string& text = files["initiatives/work.yaml"];
    for (std::size_t i = 1; i < series.size(); ++i) {
      text += fmt::format("  - id: o{}\n    title: O\n{}", i, to_yaml(series[i]));
    }
    if (!ratings.empty()) text += "reported_status:\n";
    for (const auto& [day, scale, rating] : ratings) {
      text += fmt::format("  - {{date: {}, by: cio, scale: {}, rating: {}}}\n", to_text(Date{day}),
                          scale, rating);
    }
    return files;
  }
  std::string id(std::size_t index) const { return index == 0 ? "it" : fmt::format("o{}", index); }
};

/// What was written is what is judged, on each of the initiative's telling days.
void compare_written(const RandomInitiative& random, const PairedPolicy& policy,
                     const std::string& about, Comparison& outcomes, Comparison& initiatives) {
  const Reading reading = read_portfolio(MemoryFolder(random.files(policy.yaml)));
  for (const int day : random.days) {
    const Assessment assessed(reading.portfolio, Date{day});
    std::vector<std::string> words;
    for (std::size_t i = 0; i < random.series.size(); ++i) {
      const Item* outcome = reading.portfolio.find("work/" + random.id(i));
      REQUIRE_MESSAGE(outcome != nullptr, about);
      const auto judged = reference::judge(random.series[i].plain, day, policy.plain);
      outcomes.compare(
          in_words(assessed.outcome(*outcome)), in_words(judged),
          about + " as of " + to_text(Date{day}) + "\n" + to_yaml(random.series[i]) + policy.yaml);
      words.push_back(judged.verdict);
    }
    const auto judged = reference::judge_initiative(words, random.ratings, day, policy.plain);
    initiatives.compare(in_words(assessed.initiative(*reading.portfolio.find("work"))),
                        in_words(judged), about + " as of " + to_text(Date{day}));
  }
}

}  // namespace

TEST_CASE("verdict reference: random series, judged directly") {
  constexpr int series_count = 24'000;
  const std::vector<Policies> policies = some_policies(1, 40);
  Comparison comparison;
  Boundaries boundaries;
  for (std::uint64_t seed = 1; seed <= series_count; ++seed) {
    Dice dice(seed);
    const PairedSeries series = random_series(dice);
    const Series judged_form = to_judged_form(series);
    const Policies& policy = dice.percent(70) ? policies.front() : dice.pick_from(policies);
    const std::vector<int> days = telling_days(series);
    for (int i = 0; i < 3; ++i) {
      const int day = dice.pick(days);
      const Judgement judged = judge(judged_form, Date{day}, policy.judged);
      boundaries.count(judged);
      comparison.compare(in_words(judged),
                         in_words(reference::judge(series.plain, day, policy.written.plain)),
                         fmt::format("seed {} as of {}\n{}{}", seed, to_text(Date{day}),
                                     to_yaml(series), policy.written.yaml));
    }
  }
  CHECK(comparison.different() == 0);
  CHECK(comparison.compared() == 3 * series_count);
  for (const std::string& verdict : verdicts)
    CHECK_MESSAGE(comparison.said(verdict) > 500, verdict);
  CHECK(boundaries.fewest() > 200);
}

TEST_CASE("verdict reference: random series and ratings, written as YAML and read") {
  Comparison outcomes;
  Comparison initiatives;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Dice dice(seed + 1'000'000);
    const RandomInitiative random(dice);
    const PairedPolicy policy = dice.percent(50) ? PairedPolicy{} : random_policy(dice);
    compare_written(random, policy, fmt::format("seed {}", seed), outcomes, initiatives);
  }
  CHECK(outcomes.different() == 0);
  CHECK(outcomes.compared() == 15'000);
  for (const std::string& verdict : verdicts) CHECK_MESSAGE(outcomes.said(verdict) > 50, verdict);
  CHECK(initiatives.different() == 0);
  CHECK(initiatives.compared() == 1'500);
}

TEST_CASE("verdict reference: random initiatives of few outcomes") {
  Comparison initiatives;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    Dice dice(seed + 2'000'000);
    RandomInitiative random(dice);
    random.series.resize(static_cast<std::size_t>(dice.between(1, 3)));
    random.days.resize(2);
    Comparison outcomes;
    compare_written(random, {}, fmt::format("seed {}", seed), outcomes, initiatives);
  }
  CHECK(initiatives.different() == 0);
  CHECK(initiatives.compared() == 800);
  CHECK(initiatives.said("missed") > 10);
}

TEST_CASE("verdict reference: the federal dashboard on many days") {
  const std::string folder = real_folder("it-dashboard");
  if (folder.empty()) return;
  const Reading reading = read_portfolio(DiskFolder(folder));
  Comparison outcomes;
  Comparison initiatives;
  for (const char* day : {"2012-06-29", "2012-06-30", "2012-07-31", "2012-08-14", "2012-08-15",
                          "2012-12-31", "2026-07-08"}) {
    compare_all(Assessment(reading.portfolio, date_of(day)), folder, outcomes, initiatives);
  }
  CHECK(outcomes.different() == 0);
  CHECK(outcomes.compared() == 7 * 455);
  CHECK(initiatives.different() == 0);
  CHECK(initiatives.compared() == 7 * 81);
}

TEST_CASE("verdict reference: the transit agencies on many days") {
  const std::string folder = real_folder("mta");
  if (folder.empty()) return;
  const Reading reading = read_portfolio(DiskFolder(folder));
  Comparison outcomes;
  Comparison initiatives;
  int days = 0;
  const Date end = date_of("2011-12-31");
  for (Date day = date_of("2008-01-30"); day <= end; day = day + 61, ++days) {
    compare_all(Assessment(reading.portfolio, day), folder, outcomes, initiatives);
  }
  for (const char* day : {"2008-03-31", "2011-04-30", "2011-05-31", "2011-06-16", "2015-02-15"}) {
    compare_all(Assessment(reading.portfolio, date_of(day)), folder, outcomes, initiatives);
    ++days;
  }
  CHECK(outcomes.different() == 0);
  CHECK(outcomes.compared() == days * 147);
  CHECK(initiatives.different() == 0);
  CHECK(initiatives.compared() == days * 6);
}

}  // namespace brm::test
