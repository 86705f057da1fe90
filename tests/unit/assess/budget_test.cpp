// Budgets: what exceeds what at its boundary, what nothing follows from, and sums that keep apart
// what may not be added up.
#include "assess/budget.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::map<std::string, std::string> folder_of(const std::vector<std::string>& budgets) {
  std::map<std::string, std::string> files{
      {"brm.yaml", "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n"}};
  for (std::size_t i = 0; i < budgets.size(); ++i) {
    files[fmt::format("w{}.yaml", i)] =
        fmt::format("kind: initiative\nid: w{0}\ntitle: W\ntype: project\n{1}\n", i, budgets[i]);
  }
  return files;
}

std::string beyond_of(const BudgetJudgement& budget) {
  return budget.beyond ? to_fixed(*budget.beyond / 100, 2) : "-";
}

/// `above 0.01 100.0%`, `unknown: 2` with the number of its lack.
std::string words(const BudgetJudgement& budget) {
  std::string out(to_text(budget.state));
  if (budget.lack != BudgetLack::none) return out + fmt::format(": {}", int(budget.lack));
  out += " " + beyond_of(budget);
  if (budget.share) out += " " + to_fixed(*budget.share * 100, 1) + "%";
  return out + (budget.is_forecast_below_spent ? " old" : "");
}

std::string judged(const std::string& budget, const std::string& as_of = "2026-07-08") {
  const Assessed read(folder_of({"status: active\nbudget: {" + budget + "}"}), date_of(as_of));
  const auto found = judge_budget(Of<kinds::initiative>(*read.reading.portfolio.find_record("w0")),
                                  date_of(as_of));
  return found ? words(*found) : "none";
}

/// `live USD 2 of them 1: 300 of 200, spent 10`
std::string sums(const std::vector<std::string>& budgets) {
  const Assessed read(folder_of(budgets), date_of("2026-07-08"));
  std::vector<BudgetJudgement> all;
  for (const Item* item : read.reading.portfolio.all(kinds::initiative)) {
    const auto one = judge_budget(Of<kinds::initiative>(*item), date_of("2026-07-08"));
    if (one) all.push_back(*one);
  }
  std::string out;
  for (const BudgetSum& sum : sums_of(all, date_of("2026-07-08"))) {
    constexpr std::string_view groups[] = {"live", "proposed", "over"};
    const auto whole = [](const Rational& minor) { return to_fixed(minor / 100, 0); };
    out += fmt::format("[{} {} {} of them {}: {} of {}, spent {}]",
                       groups[static_cast<std::size_t>(sum.group)], sum.currency.text(),
                       sum.budgets, sum.above, whole(sum.forecast), whole(sum.approved),
                       sum.spent ? whole(*sum.spent) : "-");
  }
  return out;
}

}  // namespace

TEST_CASE("budget: to the cent, what was approved is within") {
  CHECK(judged("approved: 100, forecast: 100") == "within 0.00 100.0%");
  CHECK(judged("approved: 100, forecast: 100.01") == "above 0.01 100.0%");
  CHECK(judged("approved: 100, forecast: 99.99") == "within -0.01 100.0%");
  CHECK(judged("approved: 100, spent: 100, forecast: 150") == "above 50.00 150.0%");
  CHECK(judged("approved: 100, spent: 100.01, forecast: 150") == "overspent 50.00 150.0%");
  // What was spent is gone, whatever the forecast says.
  CHECK(judged("approved: 100, spent: 120, forecast: 110") == "overspent 20.00 120.0% old");
  CHECK(judged("approved: 100, spent: 90, forecast: 80") == "within -20.00 80.0% old");
  CHECK(judged("approved: 100, spent: 120") == "overspent 20.00 120.0%");
}

TEST_CASE("budget: of nothing approved there is no share") {
  CHECK(judged("approved: 0, forecast: 5") == "above 5.00");
  CHECK(judged("approved: 0, forecast: 0") == "within 0.00");
}

TEST_CASE("budget: nothing follows from what is not there") {
  CHECK(judged("spent: 5, forecast: 5") == "unknown: 1");
  CHECK(judged("approved: 5, spent: 5") == "unknown: 2");
  CHECK(judged("approved: 5, forecast: EUR 6") == "unknown: 3");
  CHECK(judged("approved: 5, spent: EUR 6, forecast: 5") == "within 0.00 100.0%");
  CHECK(judged("approved: 5, forecast: 9, as_of: 2026-07-09") == "unknown: 4");
  CHECK(judged("approved: 5, forecast: 9, as_of: 2026-07-08") == "above 4.00 180.0%");
}

TEST_CASE("budget: sums keep currencies apart, and what is live from what is not") {
  const std::string live = "status: active\nbudget: ";
  CHECK(sums({live + "{approved: 100, spent: 10, forecast: 150}",
              "status: paused\nbudget: {approved: 100, spent: 0, forecast: 90}",
              live + "{approved: EUR 7, forecast: EUR 7}",
              "status: proposed\nbudget: {approved: 5, forecast: 5}",
              "status: completed\nbudget: {approved: 50, spent: 60, forecast: 60}"}) ==
        "[live EUR 1 of them 0: 7 of 7, spent -][live USD 2 of them 1: 240 of 200, spent 10]"
        "[proposed USD 1 of them 0: 5 of 5, spent -][over USD 1 of them 1: 60 of 50, spent 60]");
  // Only what says both: else one side of the sum would be short.
  CHECK(sums({live + "{approved: 100}", live + "{forecast: 100}",
              live + "{approved: 100, forecast: EUR 5}",
              live + "{approved: 9, forecast: 9, as_of: 2026-07-09}"})
            .empty());
}

}  // namespace brm::test
