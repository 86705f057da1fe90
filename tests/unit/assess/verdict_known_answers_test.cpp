// Real portfolios, and what is known of them from elsewhere: ../shared/real/README.md.
#include <doctest/doctest.h>

#include <filesystem>

#include "support/run.h"
#include "unit/assess/judged.h"

namespace brm::test {
namespace {

/// What `brm count` prints, without its line feed; the status as well when it is not 0.
std::string count(const std::string& folder, const std::string& as_of, const std::string& kind,
                  const std::string& where = "") {
  std::vector<std::string> arguments{"-C", folder, "--as-of", as_of, "count", kind};
  if (!where.empty()) arguments.insert(arguments.end(), {"--where", where});
  const Ran ran = run_brm(arguments);
  if (ran.status != 0 || ran.out.empty()) return std::to_string(ran.status) + ": " + ran.err;
  return ran.out.substr(0, ran.out.size() - 1);
}

/// The folder's files in memory, judged with a policy of the test's own.
std::map<std::string, std::string> files_with_policy(const std::string& folder,
                                                     const std::string& policy) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = std::filesystem::relative(entry.path(), folder).generic_string();
    files[path] = read_file(entry.path().string());
  }
  files["brm.yaml"] += "policy: {" + policy + "}\n";
  return files;
}

/// `281 of 475`: met and judged in all outcomes of an initiative.
std::string met_of_judged(const Assessed& assessed, const std::string& id) {
  std::size_t met = 0;
  std::size_t judged = 0;
  for (const auto outcome : Of<kinds::initiative>(assessed.item(id)).get<"outcomes">()) {
    const Judgement& judgement = assessed.assessment.outcome(outcome.item());
    met += judgement.met;
    judged += judgement.judged;
  }
  return std::to_string(met) + " of " + std::to_string(judged);
}

}  // namespace

TEST_CASE("verdict known answers: the federal dashboard is all there") {
  const std::string folder = real_folder("it-dashboard");
  if (folder.empty()) return;
  const auto all = [&](const std::string& kind, const std::string& where = "") {
    return count(folder, "2012-07-31", kind, where);
  };
  CHECK(all("initiatives") == "81");
  CHECK(all("outcomes") == "455");
  CHECK(all("agreements") == "157");
  CHECK(all("milestones") == "108");
  CHECK(all("relationships", "type = private_partner") == "83");
  CHECK(all("relationships", "type = agency") == "11");
}

TEST_CASE("verdict known answers: the federal dashboard as of 2012-07-31") {
  const std::string folder = real_folder("it-dashboard");
  if (folder.empty()) return;
  const auto outcomes = [&](const std::string& verdict) {
    return count(folder, "2012-07-31", "outcomes", "verdict = " + verdict);
  };
  const auto initiatives = [&](const std::string& where) {
    return count(folder, "2012-07-31", "initiatives", where);
  };
  CHECK(outcomes("achieved") == "165");
  CHECK(outcomes("missed") == "42");
  CHECK(outcomes("unmeasured") == "248");
  CHECK(initiatives("outcome_count > 0 and judged = 0") == "28");
  CHECK(initiatives("outcome_count = 0") == "3");
  CHECK(initiatives("verdict = no_outcome") == "3");
  CHECK(initiatives("reported in (4, 5)") == "59");
  CHECK(initiatives("watermelon") == "17");
  CHECK(initiatives("verdict = missed and reported in (4, 5)") == "17");
  CHECK(initiatives("stale_rating") == "0");
}

TEST_CASE("verdict known answers: the federal dashboard on other days") {
  const std::string folder = real_folder("it-dashboard");
  if (folder.empty()) return;
  CHECK(count(folder, "2012-06-29", "outcomes", "verdict = unmeasured") == "455");
  CHECK(count(folder, "2012-06-29", "initiatives", "watermelon") == "0");
  CHECK(count(folder, "2012-08-14", "initiatives", "stale_rating") == "0");
  CHECK(count(folder, "2012-08-15", "initiatives", "stale_rating") == "81");
}

TEST_CASE("verdict known answers: 24 suppliers work on more than one investment") {
  const std::string folder = real_folder("it-dashboard");
  if (folder.empty()) return;
  const Assessed assessed(files_with_policy(folder, ""), date_of("2012-07-31"));
  std::map<std::string, int> investments;
  for (const Item* item : assessed.reading.portfolio.all(kinds::initiative)) {
    for (const auto party : Of<kinds::initiative>(*item).get<"parties">()) {
      if (party.is<"role", "deliverer">()) ++investments[std::string(party.text<"relationship">())];
    }
  }
  CHECK(std::count_if(investments.begin(), investments.end(),
                      [](const auto& supplier) { return supplier.second > 1; }) == 24);
}

TEST_CASE("verdict known answers: the transit agencies as of 2011-04-30") {
  const std::string folder = real_folder("mta");
  if (folder.empty()) return;
  const auto outcomes = [&](const std::string& agency, const std::string& verdict) {
    const std::string where = "initiative = " + agency + "-service";
    return count(folder, "2011-04-30", "outcomes",
                 verdict.empty() ? where : where + " and verdict = " + verdict);
  };
  CHECK(count(folder, "2011-04-30", "outcomes") == "147");
  CHECK(count(folder, "2011-04-30", "measurements") == "6013");
  CHECK(outcomes("metro-north-railroad", "") == "13");
  CHECK(outcomes("metro-north-railroad", "on_track") == "2");
  CHECK(outcomes("metro-north-railroad", "at_risk") == "3");
  CHECK(outcomes("metro-north-railroad", "off_track") == "8");
  CHECK(outcomes("bridges-and-tunnels", "") == "3");
  CHECK(outcomes("bridges-and-tunnels", "at_risk") == "2");
  CHECK(outcomes("bridges-and-tunnels", "off_track") == "1");
}

TEST_CASE("verdict known answers: met and judged over the whole of each transit series") {
  const std::string folder = real_folder("mta");
  if (folder.empty()) return;
  const Assessed assessed(files_with_policy(folder, "hold_window: 1000"), date_of("2011-05-31"));
  CHECK(met_of_judged(assessed, "metro-north-railroad-service") == "281 of 475");
  CHECK(met_of_judged(assessed, "long-island-rail-road-service") == "223 of 450");
  CHECK(met_of_judged(assessed, "nyc-transit-service") == "657 of 1935");
  CHECK(met_of_judged(assessed, "mta-bus-service") == "232 of 533");
  CHECK(met_of_judged(assessed, "li-bus-service") == "150 of 292");
  CHECK(met_of_judged(assessed, "bridges-and-tunnels-service") == "54 of 99");
}

}  // namespace brm::test
