// Each boundary of each row of verdicts.md, worked by hand, against the reference.
#include <doctest/doctest.h>

#include <chrono>
#include <stdexcept>

#include "verdicts.h"

namespace {

using namespace brm::reference;
using Values = std::vector<std::pair<int, std::string>>;
using Words = std::vector<std::string>;

int date(int year, int month, int day) {
  std::chrono::sys_days days = std::chrono::year(year) / month / day;
  return static_cast<int>(days.time_since_epoch().count());
}

// 0 on day 0 to 100 on day 100 (or on another due day): q at day t is t/due, p is y/100.
Series climb(const Values& values, int due = 100) {
  Series series{.kind = "reach", .direction = "increase", .has_unit = true};
  series.baseline = Point{0, "0"};
  series.target = Point{due, "100"};
  for (const auto& [day, y] : values) series.measurements.push_back({.day = day, .value = y});
  return series;
}

// 100 on day 0 down to 0 on day 100.
Series descent(const Values& values) {
  Series series = climb(values);
  series.direction = "decrease";
  std::swap(series.baseline->value, series.target->value);
  return series;
}

std::string verdict(const Series& series, int as_of) { return judge(series, as_of).verdict; }

// What `word` says of each input, in one line.
template <class Input, class Function>
std::string said_of(const std::vector<Input>& inputs, Function word) {
  std::string line;
  for (const Input& input : inputs) line += (line.empty() ? "" : " ") + word(input);
  return line;
}

std::string verdicts(const Series& series, const std::vector<int>& as_of_days) {
  return said_of(as_of_days, [&](int as_of) { return verdict(series, as_of); });
}

// at_least 90, one value a day from day 1: 'y' is 90, 'n' is 89.9.
Series service(const std::string& pattern) {
  Series series{.kind = "hold", .direction = "increase", .has_unit = true};
  series.standing = Bounds{.at_least = "90"};
  int day = 0;
  for (char c : pattern) {
    series.measurements.push_back({.day = ++day, .value = c == 'y' ? "90" : "89.9"});
  }
  return series;
}

Judgement judge_service(const std::string& pattern) { return judge(service(pattern), 20); }

std::string service_verdicts(const Words& patterns) {
  return said_of(patterns, [](const auto& pattern) { return judge_service(pattern).verdict; });
}

// How the values 4.9, 5 and 5.1 fare against an entry's own target.
std::string fares(const std::string& direction, const Bounds& own) {
  return said_of(Words{"4.9", "5", "5.1"}, [&](const std::string& value) {
    Series series{.kind = "hold", .direction = direction};
    series.measurements.push_back({.day = 1, .value = value, .target = own});
    Judgement result = judge(series, 1);
    if (result.judged == 0) return result.verdict;
    return std::string(result.met == 1 ? "met" : "failed");
  });
}

}  // namespace

TEST_CASE("reference: the vector of the page, and without its interim targets") {
  Series series = descent({{date(2026, 3, 31), "30.5"}, {date(2026, 6, 30), "29"}});
  series.frequency_days = 31;
  series.baseline = Point{date(2025, 12, 31), "31"};
  series.target = Point{date(2027, 6, 30), "12"};
  series.interim = {{date(2026, 6, 30), "28"}, {date(2026, 12, 31), "20"}};
  Judgement result = judge(series, date(2026, 7, 8));
  CHECK(result.verdict == "at_risk");
  CHECK(result.grade == "weak");
  CHECK((*result.p == Rational(2, 19)));
  CHECK((*result.q == Rational(3, 19)));
  CHECK((*result.pace == Rational(2, 3)));
  series.interim.clear();
  result = judge(series, date(2026, 7, 8));
  CHECK(result.verdict == "off_track");
  CHECK((*result.q == Rational(181, 546)));
  CHECK((*result.pace == Rational(2 * 546, 19 * 181)));
}

TEST_CASE(
    "reference: reach no_target for every missing part, unmeasured until a value after the "
    "baseline") {
  std::vector<Series> broken(5, climb({{5, "5"}, {20, "20"}}));
  broken[0].baseline.reset();
  broken[1].target.reset();
  broken[2].has_unit = false;
  broken[3].direction = "";
  broken[4].target->value = "0.00";
  for (const Series& series : broken) CHECK(verdict(series, 20) == "no_target");
  CHECK(judge(broken[0], 20).grade == "");
  CHECK(verdicts(climb({}), {20, 101}) == "unmeasured unmeasured");
  CHECK(verdict(climb({{0, "50"}, {-3, "100"}}), 20) == "unmeasured");
  CHECK(verdicts(climb({{20, "20"}}), {19, 20}) == "unmeasured too_early");
  CHECK(judge(climb({}), 20).grade == "");
}

TEST_CASE(
    "reference: reach the last value, by day, then by place in the file; ratios and percents") {
  Series series = climb({{20, "3"}, {10, "9"}, {20, "20"}, {31, "3"}, {19, "4"}});
  CHECK((*judge(series, 30).p == Rational(1, 5)));
  CHECK((*judge(series, 31).p == Rational(3, 100)));
  series.measurements = {{.day = 20, .numerator = "1", .denominator = "3"},
                         {.day = 30, .numerator = "9", .denominator = "0.0"},
                         {.day = 31, .numerator = "9"}};
  CHECK((*judge(series, 40).p == Rational(1, 300)));
  series.unit_is_percent = true;
  CHECK((*judge(series, 40).p == Rational(1, 3)));
  series.measurements.push_back({.day = 21, .value = "-08.50", .numerator = "1"});
  CHECK((*judge(series, 40).p == Rational(-85, 1000)));
  series.measurements.push_back({.day = 22, .value = "1e3"});
  CHECK_THROWS_AS(judge(series, 40), std::invalid_argument);
}

TEST_CASE("reference: reach achieved, and days late from the trailing unbroken run") {
  CHECK(verdicts(climb({{5, "100"}}), {5, 5000}) == "achieved achieved");
  CHECK(verdict(climb({{5, "99.999999999999999999999999"}}), 5) == "too_early");
  CHECK(verdict(descent({{5, "0"}}), 5) == "achieved");
  CHECK(verdict(descent({{5, "0.000000000000000000000001"}}), 5) == "too_early");
  CHECK(verdict(climb({{5, "100"}, {6, "90"}}), 6) == "too_early");
  auto late = [](const Values& values) { return judge(climb(values), 200).days_late; };
  CHECK(late({{100, "100"}}) == 0);
  CHECK(late({{101, "100"}}) == 1);
  CHECK(late({{99, "100"}, {150, "100"}}) == 0);
  CHECK(late({{102, "100"}, {105, "99"}, {109, "100"}, {120, "101"}}) == 9);
  CHECK(late({{103, "99"}, {103, "100"}}) == 3);
}

TEST_CASE("reference: reach missed and undetermined around the due day") {
  Series on_due = climb({{50, "50"}, {100, "95"}});
  CHECK(verdicts(on_due, {100, 101}) == "on_track missed");
  CHECK((*judge(on_due, 100).q == 1));
  Series before_due = climb({{50, "50"}, {99, "98"}});
  CHECK(verdicts(before_due, {100, 101, 1000}) == "on_track undetermined undetermined");
  CHECK(verdict(climb({{100, "100"}, {105, "98"}}), 105) == "missed");
}

TEST_CASE("reference: reach stale only beyond the factor, too_early by points and by q") {
  Series series = climb({{5, "5"}, {20, "20"}});
  series.frequency_days = 14;  // 21 days allowed
  CHECK(verdicts(series, {41, 42}) == "on_track stale");
  series.frequency_days = 7;  // 10.5 days allowed
  CHECK(verdicts(series, {30, 31}) == "on_track stale");
  Series no_frequency = climb({{50, "5"}, {100, "10"}}, 1000);
  CHECK(verdicts(no_frequency, {235, 236}) == "on_track stale");
  CHECK(verdict(climb({{1, "1"}}, 1000), 137) == "stale");
  CHECK(verdict(climb({{20, "20"}}), 20) == "too_early");
  CHECK(verdict(climb({{20, "10"}, {20, "20"}}), 20) == "on_track");
  CHECK(verdicts(climb({{5, "5"}, {9, "9"}, {10, "10"}}), {9, 10}) == "too_early on_track");
  CHECK(verdict(climb({{5, "5"}, {99, "9"}}, 1000), 99) == "too_early");
  CHECK(verdict(climb({{5, "5"}, {9, "-9"}}), 9) == "too_early");
}

TEST_CASE("reference: reach worsening and the pace boundaries are exact") {
  auto up = [](const std::string& y) { return verdict(climb({{5, "5"}, {20, y}}), 20); };
  auto down = [](const std::string& y) { return verdict(descent({{5, "95"}, {20, y}}), 20); };
  CHECK(said_of(Words{"-0.00000000000000000000001", "0"}, up) == "worsening off_track");
  CHECK(said_of(Words{"11.999999999999999999999", "12"}, up) == "off_track at_risk");
  CHECK(said_of(Words{"18.999999999999999999999", "19"}, up) == "at_risk on_track");
  CHECK(said_of(Words{"100.001", "100"}, down) == "worsening off_track");
  CHECK(said_of(Words{"88.001", "88"}, down) == "off_track at_risk");
  CHECK(said_of(Words{"81.001", "81"}, down) == "at_risk on_track");
}

TEST_CASE("reference: reach interim targets bend the plan") {
  Series series = climb({{5, "1"}, {30, "10"}});
  auto q = [&series](const std::vector<Point>& interim) {
    series.interim = interim;
    return *judge(series, 30).q;
  };
  CHECK((q({{50, "20"}}) == Rational(12, 100)));
  CHECK((q({{60, "80"}, {50, "10"}, {50, "20"}}) == Rational(12, 100)));
  CHECK((q({{30, "7"}}) == Rational(7, 100)));
  CHECK((q({{0, "50"}, {-1, "50"}, {100, "50"}, {101, "50"}}) == Rational(30, 100)));
  CHECK((q({{30, "0"}}) == 0));
  CHECK(verdict(series, 30) == "too_early");
  CHECK(!judge(series, 30).pace);
}

TEST_CASE("reference: reach grade counts the baseline and needs a quarter of the plan") {
  auto grade_on = [](int day) {
    return [day](std::size_t count) {
      return judge(climb(Values(count - 1, {day, std::to_string(day)})), day).grade;
    };
  };
  const std::vector<std::size_t> counts = {3, 4, 7, 8};
  CHECK(said_of(counts, grade_on(25)) == "weak fair fair good");
  CHECK(said_of(counts, grade_on(24)) == "weak weak weak weak");
}

TEST_CASE("reference: reach range lowers on_track by one step from 4 points on") {
  // 0.975 a day arrives on day 103, 1 a day on day 100, 0.995 a day on day 101.
  Series slow = climb({{10, "9.75"}, {20, "19.5"}, {30, "29.25"}});
  CHECK(verdicts(slow, {20, 30}) == "on_track at_risk");
  CHECK(verdict(climb({{10, "10"}, {20, "20"}, {30, "30"}}), 30) == "on_track");
  CHECK(verdict(climb({{10, "9.95"}, {20, "19.9"}, {30, "29.85"}}), 30) == "at_risk");
  CHECK(verdict(descent({{10, "90"}, {20, "80"}, {30, "70"}}), 30) == "on_track");
  CHECK(verdict(descent({{10, "90.05"}, {20, "80.1"}, {30, "70.15"}}), 30) == "at_risk");
  // 10 slopes: the 10th, 1.04, would arrive on day 99, the 9th, 1.005, on day 101.
  CHECK(verdict(climb({{10, "9.7"}, {20, "19.4"}, {30, "29.1"}, {40, "39.5"}}), 40) == "at_risk");
  // 6 slopes: the 6th, 1.04, arrives on day 98.
  CHECK(verdict(climb({{10, "9.5"}, {20, "19"}, {30, "29.4"}}), 30) == "on_track");
}

TEST_CASE("reference: reach range with a fast end of zero, and over the last 24 points") {
  auto flat = [](const Values& start, int last_day, const Policy& policy = {}) {
    Values values = start;
    for (int day = 3; day <= last_day; ++day) values.push_back({day, "60"});
    return judge(climb(values), last_day, policy).verdict;
  };
  CHECK(flat({{1, "60"}, {2, "60"}}, 18) == "on_track");  // 171 slopes, 18 rising: the 154th rises
  CHECK(flat({{1, "60"}, {2, "60"}}, 19) == "at_risk");   // 190 slopes, 19 rising: the 171st is 0
  CHECK(flat({{1, "20"}, {2, "40"}}, 24) == "on_track");
  CHECK(flat({{1, "20"}, {2, "40"}}, 25) == "at_risk");
  CHECK(flat({{1, "20"}, {2, "40"}}, 25, {.slope_window = 25}) == "on_track");
}

TEST_CASE("reference: hold bounds are inclusive and go by direction") {
  Bounds single{.single = "5"};
  CHECK(fares("increase", single) == "failed met met");
  CHECK(fares("decrease", single) == "met met failed");
  CHECK(fares("increase", {.at_most = "5"}) == "met met failed");
  CHECK(fares("decrease", {.at_least = "5"}) == "failed met met");
  const std::string none = "no_target no_target no_target";
  CHECK(fares("", single) == none);
  CHECK(fares("increase", {}) == none);
  CHECK(fares("maintain", single) == none);
  CHECK(fares("maintain", {.at_least = "5"}) == none);
  CHECK(fares("maintain", {.single = "5", .at_most = "5"}) == none);
  CHECK(fares("maintain", {.at_least = "5", .at_most = "5"}) == "failed met failed");
  CHECK(fares("maintain", {.between = std::pair("5", "5.1")}) == "failed met met");
  CHECK(fares("maintain", {.between = std::pair("4.8", "5")}) == "met met failed");
  CHECK(fares("decrease", {.between = std::pair("5", "5")}) == "failed met failed");
  Series series = climb({{1, "5"}, {2, "5"}, {3, "5"}});
  series.direction = "maintain";  // is hold whatever the kind says
  CHECK(verdict(series, 3) == "no_target");
  series.standing = Bounds{.between = std::pair("4", "6")};
  CHECK(verdict(series, 3) == "on_track");
}

TEST_CASE("reference: hold no_target and unmeasured") {
  CHECK(service_verdicts({""}) == "unmeasured");
  Series series = service("yyy");
  series.from = 4;
  CHECK(verdict(series, 3) == "no_target");
  series.from = 3;
  CHECK(judge(series, 3).judged == 1);
  series.standing.reset();
  CHECK(judge(series, 3).grade == "");
  series.measurements.push_back({.day = 4, .target = Bounds{.single = "90"}});
  CHECK(verdicts(series, {3, 4}) == "no_target no_target");  // values, but none judged
  series.measurements.erase(series.measurements.begin(), series.measurements.begin() + 3);
  CHECK(verdicts(series, {3, 4}) == "no_target unmeasured");  // the pending period exists on day 4
}

TEST_CASE("reference: hold an entry's own target comes before the standing one") {
  Series series = service("nnn");
  for (Entry& entry : series.measurements) entry.target = Bounds{.at_least = "80"};
  CHECK(verdict(series, 3) == "on_track");
  for (Entry& entry : series.measurements) entry.target = Bounds{};
  CHECK(verdict(series, 3) == "off_track");
  series.from = 4;
  CHECK(verdict(series, 3) == "no_target");
  for (Entry& entry : series.measurements) entry.target = Bounds{.single = "80"};
  CHECK(verdict(series, 3) == "on_track");
}

TEST_CASE("reference: hold once until has passed") {
  auto over = [](const std::string& pattern) {
    Series series = service(pattern);
    series.until = static_cast<int>(pattern.size());
    Judgement result = judge(series, *series.until + 1);
    return result.verdict + std::to_string(result.judged);
  };
  CHECK(said_of(Words{"y", "nyyyyyyyyy", "nyyyyyyyy"}, over) == "achieved1 achieved10 missed9");
  CHECK(over("nnyyyyyyyyyyyy") == "missed14");
  Series series = service("nyy");
  series.until = 3;
  CHECK(verdicts(series, {3, 4}) == "at_risk missed");
  series.until = 2;
  CHECK(judge(series, 3).judged == 2);
}

TEST_CASE("reference: hold stale by the newest value, judged or not") {
  Series series = service("yyy");
  CHECK(verdicts(series, {138, 139}) == "on_track stale");
  series.measurements.push_back({.day = 100, .value = "1"});
  series.from = 1;
  series.until = 300;
  for (Entry& entry : series.measurements) entry.target = series.standing;
  series.measurements[3].target.reset();
  series.standing.reset();
  CHECK(verdicts(series, {139, 235, 236}) == "on_track on_track stale");
  CHECK(judge(series, 139).judged == 3);
  series.frequency_days = 14;
  CHECK(verdicts(series, {121, 122, 301}) == "on_track stale achieved");
}

TEST_CASE("reference: hold rows on a running target, the window of 12, the grade") {
  CHECK(service_verdicts({"y", "yy", "nn"}) == "too_early too_early too_early");
  CHECK(service_verdicts({"yyy", "ynn", "nny"}) == "on_track off_track off_track");
  CHECK(service_verdicts({"yyyyyyyyyyn", "yyyyyyyyyynn"}) == "at_risk off_track");
  CHECK(service_verdicts({"nyny", "nynny"}) == "at_risk off_track");           // 2 of 4, 2 of 5
  CHECK(service_verdicts({"nyyyyyyyyy", "nyyyyyyyy"}) == "on_track at_risk");  // 9 of 10, 8 of 9
  CHECK(service_verdicts({"nnyyyyyyyyyy", "nnyyyyyyyyyyy"}) == "at_risk on_track");  // 10, 11 of 12
  CHECK(service_verdicts({"nnnnnnyyyyyy", "yyynnnnnnnyyyyy"}) == "at_risk off_track");  // 6, 5
  CHECK(judge_service("nnyyyyyyyyyyy").judged == 12);
  CHECK(judge_service("nnyyyyyyyyyyy").met == 11);
  auto grade = [](const std::string& pattern) { return judge_service(pattern).grade; };
  CHECK(said_of(Words{"yyy", "yyyy", "yyyyyyy", "yyyyyyyy"}, grade) == "weak fair fair good");
}

TEST_CASE("reference: pass_fail") {
  Series series{.kind = "pass_fail"};
  series.due = 10;
  series.measurements = {{.day = 5, .met = false}, {.day = 6, .value = "3"}};
  CHECK(verdicts(series, {4, 5, 10, 11}) == "unmeasured off_track off_track missed");
  CHECK(judge(series, 4).grade == "");
  series.due.reset();
  CHECK(verdict(series, 5) == "missed");
  series.measurements.push_back({.day = 5, .met = true});
  series.measurements.push_back({.day = 4, .met = false});
  CHECK(verdicts(series, {4, 5, 500}) == "missed achieved achieved");
  auto grade = [&](std::size_t size) {  // one of them is no answer
    series.measurements.resize(size, {.day = 7, .met = true});
    return judge(series, 500).grade;
  };
  CHECK(said_of(std::vector<std::size_t>{4, 5, 8, 9}, grade) == "weak fair fair good");
}

TEST_CASE("reference: initiative status is the worst verdict, evidenced from one half on") {
  Words worst_first = {"missed",     "off_track", "worsening", "undetermined", "at_risk", "stale",
                       "unmeasured", "no_target", "too_early", "on_track",     "achieved"};
  std::string evidenced;
  for (std::size_t i = 0; i < worst_first.size(); ++i) {
    Words rest(worst_first.rbegin(), worst_first.rend() - static_cast<int>(i));
    CHECK(judge_initiative(rest, {}, 0).status == worst_first[i]);
    evidenced += judge_initiative({worst_first[i]}, {}, 0).evidenced ? "y" : "n";
  }
  CHECK(evidenced == "yyynynnnnyy");
  CHECK(judge_initiative({"at_risk", "stale"}, {}, 0).evidenced);
  CHECK(!judge_initiative({"at_risk", "stale", "too_early"}, {}, 0).evidenced);
  CHECK(judge_initiative({}, {}, 0).status == "no_outcome");
  CHECK(!judge_initiative({}, {}, 0).evidenced);
  CHECK_THROWS_AS(judge_initiative({"fine"}, {}, 0), std::invalid_argument);
}

TEST_CASE("reference: initiative watermelon, avocado, unsupported green") {
  auto marks = [](const Words& words, const std::string& scale, const Words& ratings) {
    return said_of(ratings, [&](const std::string& rating) {
      InitiativeJudgement result = judge_initiative(words, {{1, scale, rating}}, 1);
      std::string found = result.watermelon ? "W" : "-";
      return found + (result.avocado ? "A" : "-") + (result.unsupported_green ? "U" : "-");
    });
  };
  const Words rag = {"green", "amber", "red", "not_published", "5"};
  const Words cio = {"5", "4", "3", "2", "1", "not_published", "green"};
  for (const char* bad : {"missed", "off_track", "worsening"}) {
    CHECK(marks({"achieved", bad}, "rag", rag) == "W-- --- --- --- ---");
  }
  CHECK(marks({"missed", "stale", "stale"}, "rag", rag) == "W-U --- --- --- ---");
  CHECK(marks({"at_risk", "on_track", "undetermined"}, "rag", rag) == "--- --- --- --- ---");
  CHECK(marks({"on_track", "achieved", "stale"}, "rag", rag) == "--- --- -A- --- ---");
  CHECK(marks({"stale"}, "rag", rag) == "--U --- --- --- ---");
  CHECK(marks({}, "rag", rag) == "--U --- --- --- ---");
  CHECK(marks({"missed"}, "cio_1_5", cio) == "W-- W-- --- --- --- --- ---");
  CHECK(marks({"on_track"}, "cio_1_5", cio) == "--- --- --- -A- -A- --- ---");
  CHECK(marks({"stale"}, "cio_1_5", cio) == "--U --U --- --- --- --- ---");
}

TEST_CASE("reference: initiative last rating and its age") {
  std::vector<Rating> ratings = {{10, "rag", "amber"}, {10, "rag", "green"}, {5, "rag", "red"}};
  CHECK(judge_initiative({"missed"}, ratings, 10).watermelon);
  CHECK(!judge_initiative({"missed"}, ratings, 9).watermelon);
  CHECK(judge_initiative({"on_track"}, ratings, 9).avocado);
  CHECK(!judge_initiative({}, ratings, 55).stale_rating);
  CHECK(judge_initiative({}, ratings, 56).stale_rating);
  CHECK(!judge_initiative({}, ratings, 4).stale_rating);
  CHECK(!judge_initiative({}, {}, 500).stale_rating);
}
