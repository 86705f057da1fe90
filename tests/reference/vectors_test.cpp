// Each boundary of each row of verdicts.md, worked by hand, against the reference.
#include <doctest/doctest.h>

#include <chrono>
#include <stdexcept>

#include "verdicts.h"

namespace {

using namespace brm::reference;
using Values = std::vector<std::pair<int, std::string>>;
using Words = std::vector<std::string>;

int date(int year, unsigned month, unsigned day) {
  std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(month),
                                  std::chrono::day(day)};
  return std::chrono::sys_days(ymd).time_since_epoch().count();
}

std::vector<Entry> entries(const Values& values) {
  std::vector<Entry> list;
  for (const auto& [day, value] : values) list.push_back({.day = day, .value = value});
  return list;
}

// 0 on day 0 to 100 on day 100 (or on another due day): q at day t is t/due, p is y/100.
Series climb(const Values& values, int due = 100) {
  return {.kind = "reach",
          .direction = "increase",
          .has_unit = true,
          .baseline = Point{0, "0"},
          .target = Point{due, "100"},
          .measurements = entries(values)};
}

// 100 on day 0 down to 0 on day 100.
Series descent(const Values& values) {
  Series series = climb(values);
  series.direction = "decrease";
  series.baseline->value = "100";
  series.target->value = "0";
  return series;
}

std::string verdict(const Series& series, int as_of) { return judge(series, as_of).verdict; }

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

std::string service_verdict(const std::string& pattern) {
  return verdict(service(pattern), static_cast<int>(pattern.size()));
}

std::string one_value(const std::string& direction, const Bounds& own, const std::string& value) {
  Series series{.kind = "hold", .direction = direction, .has_unit = true};
  series.measurements.push_back({.day = 1, .value = value, .target = own});
  Judgement result = judge(series, 1);
  return result.verdict == "no_target" ? "no_target" : result.met == 1 ? "met" : "failed";
}

Series page_vector() {
  return {.kind = "reach",
          .direction = "decrease",
          .has_unit = true,
          .frequency_days = 31,
          .baseline = Point{date(2025, 12, 31), "31"},
          .target = Point{date(2027, 6, 30), "12"},
          .interim = {{date(2026, 6, 30), "28"}, {date(2026, 12, 31), "20"}},
          .measurements = entries({{date(2026, 3, 31), "30.5"}, {date(2026, 6, 30), "29"}})};
}

}  // namespace

TEST_CASE("reference: the vector of the page") {
  Judgement result = judge(page_vector(), date(2026, 7, 8));
  CHECK(result.verdict == "at_risk");
  CHECK(result.grade == "weak");
  CHECK((*result.p == Rational(2, 19)));
  CHECK((*result.q == Rational(3, 19)));
  CHECK((*result.pace == Rational(2, 3)));
}

TEST_CASE("reference: the vector of the page without interim targets") {
  Series series = page_vector();
  series.interim.clear();
  Judgement result = judge(series, date(2026, 7, 8));
  CHECK(result.verdict == "off_track");
  CHECK((*result.q == Rational(181, 546)));
  CHECK((*result.pace == Rational(2 * 546, 19 * 181)));
}

TEST_CASE("reference: reach no_target names every missing part") {
  Series whole = climb({{5, "5"}, {20, "20"}});
  CHECK(verdict(whole, 20) == "on_track");
  Series series = whole;
  series.baseline.reset();
  CHECK(verdict(series, 20) == "no_target");
  series = whole;
  series.target.reset();
  CHECK(verdict(series, 20) == "no_target");
  series = whole;
  series.has_unit = false;
  CHECK(verdict(series, 20) == "no_target");
  series = whole;
  series.direction = "";
  CHECK(verdict(series, 20) == "no_target");
  series = whole;
  series.target->value = "0.00";
  CHECK(verdict(series, 20) == "no_target");
  CHECK(judge(series, 20).grade == "");
  CHECK(!judge(series, 20).p);
}

TEST_CASE("reference: reach unmeasured until a value strictly after the baseline") {
  CHECK(verdict(climb({}), 20) == "unmeasured");
  CHECK(verdict(climb({}), 101) == "unmeasured");
  CHECK(verdict(climb({{0, "50"}, {-3, "100"}}), 20) == "unmeasured");
  CHECK(verdict(climb({{20, "20"}}), 19) == "unmeasured");
  CHECK(verdict(climb({{20, "20"}}), 20) == "too_early");
  CHECK(judge(climb({}), 20).grade == "");
}

TEST_CASE("reference: reach reads ratios and percents") {
  Series series = climb({});
  series.measurements = {{.day = 10, .numerator = "1", .denominator = "8"},
                         {.day = 20, .numerator = "1", .denominator = "3"},
                         {.day = 30, .numerator = "9", .denominator = "0.0"},
                         {.day = 31, .numerator = "9"}};
  CHECK((*judge(series, 40).p == Rational(1, 300)));
  series.unit_is_percent = true;
  CHECK((*judge(series, 40).p == Rational(1, 3)));
  CHECK((*judge(series, 40).q == Rational(1, 5)));
  series.measurements.push_back({.day = 21, .value = "-08.50", .numerator = "1"});
  CHECK((*judge(series, 40).p == Rational(-85, 1000)));
  series.measurements.push_back({.day = 22, .value = "1e3"});
  CHECK_THROWS_AS(judge(series, 40), std::invalid_argument);
}

TEST_CASE("reference: reach achieved, meeting exactly is meeting") {
  CHECK(verdict(climb({{5, "100"}}), 5) == "achieved");
  CHECK(verdict(climb({{5, "99.999999999999999999999999"}}), 5) == "too_early");
  CHECK(verdict(descent({{5, "0"}}), 5) == "achieved");
  CHECK(verdict(descent({{5, "0.000000000000000000000001"}}), 5) == "too_early");
  CHECK(verdict(climb({{5, "100"}, {6, "90"}}), 6) == "too_early");
  CHECK(verdict(climb({{5, "100"}}), 5000) == "achieved");
  CHECK(judge(climb({{5, "100"}}), 5000).days_late == 0);
}

TEST_CASE("reference: reach days late counts from the trailing unbroken run") {
  auto late = [](const Values& values) { return judge(climb(values), 200).days_late; };
  CHECK(late({{100, "100"}}) == 0);
  CHECK(late({{101, "100"}}) == 1);
  CHECK(late({{99, "100"}, {150, "100"}}) == 0);
  CHECK(late({{102, "100"}, {105, "99"}, {109, "100"}, {120, "101"}}) == 9);
  CHECK(late({{90, "100"}, {100, "99"}, {103, "100"}}) == 3);
  CHECK(late({{103, "99"}, {103, "100"}}) == 3);
}

TEST_CASE("reference: reach missed and undetermined around the due day") {
  Series on_due = climb({{50, "50"}, {100, "95"}});
  CHECK(verdict(on_due, 100) == "on_track");
  CHECK((*judge(on_due, 100).q == 1));
  CHECK(verdict(on_due, 101) == "missed");
  CHECK(judge(on_due, 101).grade == "weak");
  Series before_due = climb({{50, "50"}, {99, "98"}});
  CHECK(verdict(before_due, 100) == "on_track");
  CHECK(verdict(before_due, 101) == "undetermined");
  CHECK(verdict(before_due, 1000) == "undetermined");
  CHECK(verdict(climb({{101, "98"}}), 101) == "missed");
  CHECK(verdict(climb({{100, "100"}, {105, "98"}}), 105) == "missed");
}

TEST_CASE("reference: reach stale only beyond the factor") {
  Series series = climb({{5, "5"}, {20, "20"}});
  series.frequency_days = 14;  // 21 days allowed
  CHECK(verdict(series, 41) == "on_track");
  CHECK(verdict(series, 42) == "stale");
  series.frequency_days = 7;  // 10.5 days allowed
  CHECK(verdict(series, 30) == "on_track");
  CHECK(verdict(series, 31) == "stale");
  Series no_frequency = climb({{50, "5"}, {100, "10"}}, 1000);
  CHECK(verdict(no_frequency, 235) == "on_track");
  CHECK(verdict(no_frequency, 236) == "stale");
  CHECK(verdict(climb({{1, "1"}}, 1000), 137) == "stale");
}

TEST_CASE("reference: reach too_early by points and by q") {
  CHECK(verdict(climb({{20, "20"}}), 20) == "too_early");
  CHECK(verdict(climb({{20, "10"}, {20, "20"}}), 20) == "on_track");
  CHECK(verdict(climb({{5, "5"}, {10, "10"}}), 10) == "on_track");
  CHECK(verdict(climb({{5, "5"}, {9, "9"}}), 9) == "too_early");
  CHECK(verdict(climb({{5, "5"}, {99, "9"}}, 1000), 99) == "too_early");
  CHECK(verdict(climb({{5, "5"}, {9, "-9"}}), 9) == "too_early");
}

TEST_CASE("reference: reach worsening only below the baseline") {
  CHECK(verdict(climb({{5, "5"}, {20, "-0.001"}}), 20) == "worsening");
  CHECK(verdict(climb({{5, "5"}, {20, "0"}}), 20) == "off_track");
  CHECK(verdict(descent({{5, "99"}, {20, "100.001"}}), 20) == "worsening");
  CHECK(verdict(descent({{5, "99"}, {20, "100"}}), 20) == "off_track");
}

TEST_CASE("reference: reach pace boundaries are exact") {
  auto paced = [](const std::string& y) { return verdict(climb({{5, "5"}, {20, y}}), 20); };
  CHECK(paced("19") == "on_track");
  CHECK(paced("18.99999999999999999999999999") == "at_risk");
  CHECK(paced("12") == "at_risk");
  CHECK(paced("11.99999999999999999999999999") == "off_track");
  CHECK(verdict(descent({{5, "95"}, {20, "81"}}), 20) == "on_track");
  CHECK(verdict(descent({{5, "95"}, {20, "81.01"}}), 20) == "at_risk");
}

TEST_CASE("reference: reach the last entry is by day, then by place in the file") {
  CHECK((*judge(climb({{20, "20"}, {10, "3"}}), 30).p == Rational(1, 5)));
  CHECK((*judge(climb({{20, "3"}, {10, "9"}, {20, "20"}}), 30).p == Rational(1, 5)));
  CHECK((*judge(climb({{20, "20"}, {31, "3"}}), 30).p == Rational(1, 5)));
}

TEST_CASE("reference: reach interim targets bend the plan") {
  Series series = climb({{5, "1"}, {30, "10"}});
  auto q = [&series] { return *judge(series, 30).q; };
  series.interim = {{50, "20"}};
  CHECK((q() == Rational(12, 100)));
  series.interim = {{60, "80"}, {50, "10"}, {50, "20"}};
  CHECK((q() == Rational(12, 100)));
  series.interim = {{30, "7"}};
  CHECK((q() == Rational(7, 100)));
  series.interim = {{0, "50"}, {-1, "50"}, {100, "50"}, {101, "50"}};
  CHECK((q() == Rational(30, 100)));
  series.interim = {{30, "0"}};
  CHECK(verdict(series, 30) == "too_early");
  CHECK(!judge(series, 30).pace);
}

TEST_CASE("reference: reach grade counts the baseline and needs a quarter of the plan") {
  auto grade = [](int count, int last_day) {
    Values values;
    for (int i = 1; i < count; ++i) values.push_back({last_day, std::to_string(last_day)});
    return judge(climb(values), last_day).grade;
  };
  CHECK(grade(3, 30) == "weak");
  CHECK(grade(4, 25) == "fair");
  CHECK(grade(4, 24) == "weak");
  CHECK(grade(7, 30) == "fair");
  CHECK(grade(8, 30) == "good");
  CHECK(grade(8, 24) == "weak");
}

TEST_CASE("reference: reach range lowers on_track by one step from 4 points on") {
  Values slow = {{10, "9.75"}, {20, "19.5"}};  // arrives on day 103
  CHECK(verdict(climb(slow), 20) == "on_track");
  slow.push_back({30, "29.25"});
  CHECK(verdict(climb(slow), 30) == "at_risk");
  CHECK(verdict(climb({{10, "10"}, {20, "20"}, {30, "30"}}), 30) == "on_track");
  CHECK(verdict(climb({{10, "9.95"}, {20, "19.9"}, {30, "29.85"}}), 30) == "at_risk");
  CHECK(verdict(descent({{10, "90"}, {20, "80"}, {30, "70"}}), 30) == "on_track");
  CHECK(verdict(descent({{10, "90.05"}, {20, "80.1"}, {30, "70.15"}}), 30) == "at_risk");
  CHECK(verdict(climb({{10, "1"}, {20, "2"}, {30, "3"}}), 30) == "off_track");
}

TEST_CASE("reference: reach range takes the nearest-rank 90 % slope") {
  // 10 slopes: the 10th, 1.04, would arrive on day 99, the 9th, 1.005, on day 101.
  Values values = {{10, "9.7"}, {20, "19.4"}, {30, "29.1"}, {40, "39.5"}};
  CHECK(verdict(climb(values), 40) == "at_risk");
  // 6 slopes: the 6th is the fastest, 10.4/10, arriving on day 30 + 59.
  CHECK(verdict(climb({{10, "9.5"}, {20, "19"}, {30, "29.4"}}), 30) == "on_track");
}

TEST_CASE("reference: reach range with a fast end of zero") {
  auto flat = [](int count) {
    Values values;
    for (int day = 1; day <= count; ++day) values.push_back({day, "60"});
    return verdict(climb(values), count);
  };
  CHECK(flat(18) == "on_track");  // 171 slopes, 18 rising: the 154th rises
  CHECK(flat(19) == "at_risk");   // 190 slopes, 19 rising: the 171st is 0
}

TEST_CASE("reference: reach range looks at the last 24 points") {
  auto jump = [](int count, const Policy& policy) {
    Values values = {{1, "20"}, {2, "40"}};
    for (int day = 3; day <= count; ++day) values.push_back({day, "60"});
    return judge(climb(values), count, policy).verdict;
  };
  CHECK(jump(24, {}) == "on_track");
  CHECK(jump(25, {}) == "at_risk");
  CHECK(jump(25, {.slope_window = 25}) == "on_track");
}

TEST_CASE("reference: hold bounds are inclusive and go by direction") {
  CHECK(one_value("increase", {.single = "90"}, "90") == "met");
  CHECK(one_value("increase", {.single = "90"}, "89.99") == "failed");
  CHECK(one_value("decrease", {.single = "90"}, "90") == "met");
  CHECK(one_value("decrease", {.single = "90"}, "90.01") == "failed");
  CHECK(one_value("increase", {.at_most = "5"}, "5") == "met");
  CHECK(one_value("increase", {.at_most = "5"}, "6") == "failed");
  CHECK(one_value("maintain", {.single = "90"}, "90") == "no_target");
  CHECK(one_value("maintain", {.at_least = "90"}, "90") == "no_target");
  CHECK(one_value("maintain", {.at_most = "90"}, "90") == "no_target");
  CHECK(one_value("maintain", {.at_least = "1", .at_most = "2"}, "2") == "met");
  CHECK(one_value("maintain", {.at_least = "1", .at_most = "2"}, "0.9") == "failed");
  CHECK(one_value("maintain", {.between = std::pair("1", "2")}, "1") == "met");
  CHECK(one_value("maintain", {.between = std::pair("1", "2")}, "2.01") == "failed");
  CHECK(one_value("", {.at_least = "90"}, "90") == "no_target");
  CHECK(one_value("increase", {}, "90") == "no_target");
}

TEST_CASE("reference: maintain is hold whatever its kind says") {
  Series series = climb({{1, "5"}, {2, "5"}, {3, "5"}});
  series.direction = "maintain";
  CHECK(verdict(series, 3) == "no_target");
  series.standing = Bounds{.between = std::pair("4", "6")};
  series.has_unit = false;
  CHECK(verdict(series, 3) == "on_track");
}

TEST_CASE("reference: hold no_target and unmeasured") {
  CHECK(service_verdict("") == "unmeasured");
  Series series = service("yyy");
  CHECK(verdict(series, 0) == "unmeasured");
  series.from = 4;
  CHECK(verdict(series, 3) == "no_target");
  series.from = 3;
  CHECK(judge(series, 3).judged == 1);
  series.standing.reset();
  CHECK(verdict(series, 3) == "no_target");
  CHECK(judge(series, 3).grade == "");
  series.measurements.push_back({.day = 4, .target = Bounds{.single = "90"}});
  CHECK(verdict(series, 4) == "no_target");  // values, but none judged
  series.measurements.erase(series.measurements.begin(), series.measurements.begin() + 3);
  CHECK(verdict(series, 4) == "unmeasured");  // a pending period
  CHECK(verdict(series, 3) == "no_target");   // its target does not exist yet
}

TEST_CASE("reference: hold an entry's own target comes before the standing one") {
  Series series = service("nnn");
  for (Entry& entry : series.measurements) entry.target = Bounds{.at_least = "80"};
  CHECK(verdict(series, 3) == "on_track");
  series.from = 50;
  CHECK(verdict(series, 3) == "on_track");
  for (Entry& entry : series.measurements) entry.target = Bounds{};
  CHECK(verdict(series, 3) == "no_target");
  series.from = 1;
  CHECK(verdict(series, 3) == "off_track");
}

TEST_CASE("reference: hold once until has passed") {
  auto over = [](const std::string& pattern) {
    Series series = service(pattern);
    series.until = static_cast<int>(pattern.size());
    return judge(series, *series.until + 1);
  };
  CHECK(over("nyyyyyyyyy").verdict == "achieved");
  CHECK(over("nyyyyyyyy").verdict == "missed");
  CHECK(over("y").verdict == "achieved");
  CHECK(over("nnyyyyyyyyyyyy").verdict == "missed");
  CHECK(over("nnyyyyyyyyyyyy").judged == 14);
  Series series = service("nyy");
  series.until = 3;
  CHECK(verdict(series, 3) == "at_risk");
  CHECK(verdict(series, 4) == "missed");
  series.until = 2;
  CHECK(judge(series, 3).judged == 2);
}

TEST_CASE("reference: hold stale by the newest value, judged or not") {
  Series series = service("yyy");
  series.frequency_days = 14;
  CHECK(verdict(series, 24) == "on_track");
  CHECK(verdict(series, 25) == "stale");
  series.until = 25;
  CHECK(verdict(series, 26) == "achieved");
  series.until.reset();
  series.frequency_days = 0;
  CHECK(verdict(series, 138) == "on_track");
  CHECK(verdict(series, 139) == "stale");
  series.from = 1;
  series.standing.reset();
  for (Entry& entry : series.measurements) entry.target = Bounds{.single = "90"};
  series.measurements.push_back({.day = 100, .value = "1"});
  CHECK(verdict(series, 139) == "on_track");
  CHECK(judge(series, 139).judged == 3);
}

TEST_CASE("reference: hold rows on a running target") {
  CHECK(service_verdict("y") == "too_early");
  CHECK(service_verdict("nn") == "too_early");
  CHECK(service_verdict("yyy") == "on_track");
  CHECK(service_verdict("yyyyyyyyyynn") == "off_track");
  CHECK(service_verdict("nyny") == "at_risk");     // r exactly 0.5
  CHECK(service_verdict("nynny") == "off_track");  // 2 of 5
  CHECK(service_verdict("nyyyyyyyyy") == "on_track");
  CHECK(service_verdict("nyyyyyyyy") == "at_risk");
  CHECK(service_verdict("yyyyyyyyyn") == "at_risk");  // r 0.9, the last failed
}

TEST_CASE("reference: hold window of 12") {
  CHECK(service_verdict("nnyyyyyyyyyy") == "at_risk");     // 10 of 12
  CHECK(service_verdict("nnyyyyyyyyyyy") == "on_track");   // 11 of 12
  CHECK(service_verdict("nnnnnnyyyyyy") == "at_risk");     // 6 of 12
  CHECK(service_verdict("ynnnnnnnyyyyy") == "off_track");  // 5 of 12
  Judgement result = judge(service("nnyyyyyyyyyyy"), 13);
  CHECK(result.judged == 12);
  CHECK(result.met == 11);
}

TEST_CASE("reference: hold grade counts all judged") {
  auto grade = [](const std::string& pattern) { return judge(service(pattern), 20).grade; };
  CHECK(grade("yyy") == "weak");
  CHECK(grade("yyyy") == "fair");
  CHECK(grade("yyyyyyy") == "fair");
  CHECK(grade("yyyyyyyy") == "good");
}

TEST_CASE("reference: pass_fail") {
  Series series{.kind = "pass_fail"};
  series.due = 10;
  CHECK(verdict(series, 20) == "unmeasured");
  CHECK(judge(series, 20).grade == "");
  series.measurements = {{.day = 5, .met = false}, {.day = 6, .value = "3"}};
  CHECK(verdict(series, 4) == "unmeasured");
  CHECK(verdict(series, 10) == "off_track");
  CHECK(verdict(series, 11) == "missed");
  series.due.reset();
  CHECK(verdict(series, 5) == "missed");
  series.measurements.push_back({.day = 5, .met = true});
  CHECK(verdict(series, 500) == "achieved");
  series.measurements.push_back({.day = 4, .met = false});
  CHECK(verdict(series, 500) == "achieved");
  CHECK(judge(series, 500).grade == "weak");
  series.measurements.resize(5, {.day = 7, .met = true});
  CHECK(judge(series, 500).grade == "fair");
  series.measurements.resize(8, {.day = 7, .met = true});
  CHECK(judge(series, 500).grade == "fair");  // 7 answers and a value
  series.measurements.resize(9, {.day = 7, .met = true});
  CHECK(judge(series, 500).grade == "good");
}

TEST_CASE("reference: initiative status is the worst verdict") {
  Words worst_first = {"missed",     "off_track", "worsening", "undetermined", "at_risk", "stale",
                       "unmeasured", "no_target", "too_early", "on_track",     "achieved"};
  for (std::size_t i = 0; i < worst_first.size(); ++i) {
    Words rest(worst_first.rbegin(), worst_first.rend() - static_cast<int>(i));
    CHECK(judge_initiative(rest, {}, 0).status == worst_first[i]);
  }
  CHECK(judge_initiative({}, {}, 0).status == "no_outcome");
  CHECK_THROWS_AS(judge_initiative({"fine"}, {}, 0), std::invalid_argument);
}

TEST_CASE("reference: initiative evidenced from one half on") {
  auto evidenced = [](const Words& verdicts) {
    return judge_initiative(verdicts, {}, 0).evidenced;
  };
  CHECK(!evidenced({}));
  CHECK(evidenced({"at_risk", "stale"}));
  CHECK(!evidenced({"at_risk", "stale", "too_early"}));
  for (const char* word : {"achieved", "missed", "on_track", "at_risk", "off_track", "worsening"}) {
    CHECK(evidenced({word}));
  }
  for (const char* word : {"undetermined", "stale", "unmeasured", "no_target", "too_early"}) {
    CHECK(!evidenced({word}));
  }
}

TEST_CASE("reference: initiative watermelon, avocado, unsupported green") {
  auto rated = [](const Words& verdicts, const std::string& scale, const std::string& rating) {
    return judge_initiative(verdicts, {{1, scale, rating}}, 1);
  };
  for (const char* word : {"missed", "off_track", "worsening"}) {
    CHECK(rated({"achieved", word}, "rag", "green").watermelon);
  }
  CHECK(rated({"missed"}, "cio_1_5", "4").watermelon);
  CHECK(rated({"missed"}, "cio_1_5", "5").watermelon);
  CHECK(!rated({"missed"}, "cio_1_5", "3").watermelon);
  CHECK(!rated({"missed"}, "rag", "amber").watermelon);
  CHECK(!rated({"missed"}, "rag", "not_published").watermelon);
  CHECK(!rated({"missed"}, "rag", "5").watermelon);
  CHECK(!rated({"at_risk", "undetermined"}, "rag", "green").watermelon);
  CHECK(rated({"on_track", "achieved", "stale"}, "rag", "red").avocado);
  CHECK(rated({"on_track"}, "cio_1_5", "1").avocado);
  CHECK(rated({"on_track"}, "cio_1_5", "2").avocado);
  CHECK(!rated({"on_track"}, "cio_1_5", "3").avocado);
  CHECK(!rated({"on_track", "at_risk"}, "rag", "red").avocado);
  CHECK(!rated({"stale"}, "rag", "red").avocado);
  CHECK(!rated({"on_track"}, "rag", "amber").avocado);
  CHECK(rated({"stale"}, "rag", "green").unsupported_green);
  CHECK(rated({}, "rag", "green").unsupported_green);
  CHECK(!rated({"stale", "on_track"}, "rag", "green").unsupported_green);
  CHECK(!rated({"stale"}, "rag", "amber").unsupported_green);
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
