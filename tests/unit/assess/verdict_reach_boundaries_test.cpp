// Outcomes that go somewhere: both sides of every row's boundary, in the order of verdicts.md.
#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

// The example that verdicts.md works out.
const std::string page_example = R"(
    indicator: {measure: days to a decision, unit: days, direction: decrease, frequency: monthly}
    baseline: {date: 2025-12-31, value: 31}
    target: {date: 2027-06-30, value: 12}
    measurements:
      - {date: 2026-03-31, value: 30.5}
      - {date: 2026-06-30, value: 29}
)";
const std::string page_interim = R"(
    interim:
      - {date: 2026-06-30, value: 28}
      - {date: 2026-12-31, value: 20}
)";

/// A climb of 10,000 days, on plan when last measured on day 2000.
std::string measured_every(const std::string& cadence) {
  std::string fields = climb({{1000, "10"}, {2000, "20"}}, 10'000);
  const std::string before = "direction: increase";
  if (!cadence.empty()) fields.insert(fields.find(before), "frequency: " + cadence + ", ");
  return fields;
}

std::string without(std::string fields, const std::string& text) {
  const std::size_t at = fields.find(text);
  REQUIRE_MESSAGE(at != std::string::npos, text);
  return fields.erase(at, text.size());
}

/// The verdict on the day of the last measurement.
std::string word_of(const Values& values) { return verdict_on(climb(values), values.back().first); }
int days_late(const Values& values) { return judge_outcome(climb(values), day(200)).days_late; }

}  // namespace

TEST_CASE("verdict reach: the example of the page") {
  const Judged judged = judge_outcome(page_example + page_interim, "2026-07-08");
  CHECK(judged.word == "at_risk");
  CHECK(judged.grade == Grade::weak);
  CHECK((*judged.progress == Rational(2, 19)));
  CHECK((*judged.planned == Rational(3, 19)));
  CHECK((*judged.pace == Rational(2, 3)));
  CHECK(to_fixed(*judged.progress, 3) == "0.105");
  CHECK(to_fixed(*judged.planned, 3) == "0.158");
  CHECK(to_fixed(*judged.pace, 2) == "0.67");
  CHECK(judged.measured == date_of("2026-06-30"));
  CHECK(judged.due == date_of("2027-06-30"));
  CHECK(!judged.arrival);
}

TEST_CASE("verdict reach: the example of the page without its interim targets") {
  const Judged judged = judge_outcome(page_example, "2026-07-08");
  CHECK(judged.word == "off_track");
  CHECK((*judged.progress == Rational(2, 19)));
  CHECK((*judged.planned == Rational(181, 546)));
  CHECK(to_fixed(*judged.pace, 2) == "0.32");
}

TEST_CASE("verdict reach: no_target for every part that lacks") {
  const std::string whole = climb({{5, "5"}, {20, "20"}});
  for (const char* part :
       {"unit: steps, ", ", direction: increase", "date: 2026-01-01, ", ", value: 0",
        "date: 2026-04-11, ", ", value: 100", "    baseline: {date: 2026-01-01, value: 0}\n",
        "    target: {date: 2026-04-11, value: 100}\n"}) {
    const Judged judged = judge_outcome(without(whole, part), day(20), "", Records::faulty);
    CHECK_MESSAGE(judged.word == "no_target", part);
    CHECK(judged.grade == Grade::none);
    CHECK(!judged.progress);
  }
  CHECK(verdict_on("", 20) == "no_target");
  const std::string nowhere =
      climb({{5, "5"}}).replace(climb({}).find("value: 100"), 10, "value: 0.0");
  CHECK(verdict_on(nowhere, 20) == "no_target");
  const std::string backwards = whole.substr(0).replace(whole.find("increase"), 8, "decrease");
  CHECK(verdict_on(backwards, 20) == "no_target");
}

TEST_CASE("verdict reach: unmeasured until there is a value after the baseline") {
  CHECK(verdicts_on(climb({}), {20, 101}) == "unmeasured unmeasured");
  CHECK(verdict_on(climb({{0, "50"}, {-3, "100"}}), 20) == "unmeasured");
  CHECK(verdicts_on(climb({{1, "1"}}), {0, 1}) == "unmeasured too_early");
  const std::string pending = climb({}) + "    measurements: [{date: 2026-01-21, by: us}]\n";
  CHECK(verdict_on(pending, 30) == "unmeasured");
  CHECK(judge_outcome(pending, day(30)).grade == Grade::none);
}

TEST_CASE("verdict reach: achieved when the last measurement meets the target, however early") {
  CHECK(verdicts_on(climb({{5, "100"}}), {5, 5000}) == "achieved achieved");
  CHECK(verdict_on(climb({{5, "250.5"}}), 5) == "achieved");
  CHECK(verdict_on(descent({{5, "0"}}), 5) == "achieved");
  CHECK(verdict_on(descent({{5, "-3"}}), 5) == "achieved");
  CHECK(word_of({{5, "50"}, {20, "99.9999999999999999"}}) == "on_track");
  CHECK(verdict_on(descent({{5, "50"}, {20, "0.00000000000000001"}}), 20) == "on_track");
  CHECK(word_of({{5, "100"}, {6, "90"}}) == "too_early");  // met once, and no more
  CHECK(word_of({{5, "5"}, {20, "20"}, {20, "100"}}) == "achieved");
}

TEST_CASE("verdict reach: days late run from the first day of the last unbroken run") {
  CHECK(days_late({{100, "100"}}) == 0);
  CHECK(days_late({{101, "100"}}) == 1);
  CHECK(days_late({{99, "100"}, {150, "100"}}) == 0);
  CHECK(days_late({{102, "100"}, {105, "99"}, {109, "100"}, {120, "101"}}) == 9);
  CHECK(days_late({{103, "99"}, {103, "100"}}) == 3);
  const Judged later = judge_outcome(climb({{102, "100"}, {150, "100"}}), day(149));
  CHECK(later.days_late == 2);
  CHECK(later.word == "achieved");
}

TEST_CASE("verdict reach: missed and undetermined begin on the day after the due day") {
  const std::string on_due = climb({{50, "50"}, {100, "99.9"}});
  CHECK(verdicts_on(on_due, {100, 101}) == "on_track missed");
  CHECK((*judge_outcome(on_due, day(100)).planned == 1));
  const std::string before_due = climb({{50, "50"}, {99, "99"}});
  CHECK(verdicts_on(before_due, {100, 101, 900}) == "on_track undetermined undetermined");
  const std::string after_due = climb({{99, "99"}, {120, "99"}});
  CHECK(verdicts_on(after_due, {119, 120, 900}) == "undetermined missed missed");
  CHECK(verdict_on(climb({{100, "100"}, {105, "98"}}), 105) == "missed");
  CHECK(verdict_on(climb({{50, "50"}, {100, "9"}}), 100) == "off_track");
}

TEST_CASE("verdict reach: stale is older than 1.5 times the interval, for every cadence word") {
  struct Row {
    const char* cadence;
    int allowed;  // whole days
  };
  for (const auto& [cadence, allowed] :
       {Row{"weekly", 10}, Row{"biweekly", 21}, Row{"monthly", 46}, Row{"quarterly", 138},
        Row{"semiannual", 276}, Row{"annual", 549}, Row{"P45D", 67}, Row{"P2W", 21},
        Row{"P1Y", 549}, Row{"", 135}}) {
    INFO(cadence);
    const std::vector<int> days{2000 + allowed, 2000 + allowed + 1};
    CHECK(verdicts_on(measured_every(cadence), days) == "on_track stale");
  }
}

TEST_CASE("verdict reach: which of two rows comes first") {
  const std::string weekly = "weekly";
  std::string early = measured_every(weekly);
  early.replace(early.find("value: 20"), 9, "value: 100");
  CHECK(verdict_on(early, 5000) == "achieved");                         // not stale
  CHECK(verdict_on(measured_every(weekly), 10'001) == "undetermined");  // not stale
  CHECK(verdict_on(climb({{1, "1"}}, 1000), 137) == "stale");           // not too_early
  CHECK(word_of({{5, "-1"}}) == "too_early");                           // not worsening: 2 points
  CHECK(word_of({{5, "5"}, {9, "-9"}}) == "too_early");                 // not worsening: q 0.09
  CHECK(word_of({{5, "5"}, {10, "-9"}}) == "worsening");
}

TEST_CASE("verdict reach: too_early below 3 points, or below a tenth of the plan") {
  CHECK(word_of({{20, "20"}}) == "too_early");
  CHECK(word_of({{19, "19"}, {20, "20"}}) == "on_track");
  CHECK(word_of({{20, "10"}, {20, "20"}}) == "on_track");
  CHECK(word_of({{-1, "0"}, {0, "0"}, {20, "20"}}) == "too_early");  // 2 of them before it began
  CHECK(word_of({{5, "5"}, {9, "9"}}) == "too_early");
  CHECK(word_of({{5, "5"}, {10, "10"}}) == "on_track");
  CHECK(verdict_on(climb({{5, "5"}, {99, "90"}}, 1000), 99) == "too_early");
  CHECK(verdict_on(climb({{5, "5"}, {100, "90"}}, 1000), 100) == "on_track");
}

TEST_CASE("verdict reach: worsening, off_track, at_risk and on_track meet at exact values") {
  const auto up = [](const std::string& y) { return word_of({{5, "5"}, {20, y}}); };
  const auto down = [](const std::string& y) {
    return verdict_on(descent({{5, "95"}, {20, y}}), 20);
  };
  using Row = std::vector<std::string>;
  CHECK(each(Row{"-0.00000000000000001", "0"}, up) == "worsening off_track");
  CHECK(each(Row{"11.9999999999999999", "12"}, up) == "off_track at_risk");
  CHECK(each(Row{"18.9999999999999999", "19"}, up) == "at_risk on_track");
  CHECK(each(Row{"100.000000000000001", "100"}, down) == "worsening off_track");
  CHECK(each(Row{"88.0000000000000001", "88"}, down) == "off_track at_risk");
  CHECK(each(Row{"81.0000000000000001", "81"}, down) == "at_risk on_track");
  CHECK(up("100.0") == "achieved");
}

TEST_CASE("verdict reach: 0.95 is 19/20 where binary fractions would miss it") {
  const auto word = [](const std::string& from, const std::string& to, const std::string& y) {
    const std::string fields =
        "    indicator: {measure: cost, unit: dollars, direction: increase}\n"
        "    baseline: {date: 2026-01-01, value: " +
        from + "}\n" + "    target: {date: 2026-04-11, value: " + to + "}\n";
    return verdict_on(fields + measured({{5, from}, {50, y}}), 50);
  };
  CHECK(word("0", "0.3", "0.1425") == "on_track");
  CHECK(word("0", "0.3", "0.14249999999999999") == "at_risk");
  CHECK(word("-0.1", "0.2", "0.0425") == "on_track");
  CHECK(word("-0.1", "0.2", "0.04249999999999999") == "at_risk");
  CHECK(word("0.1", "0.8", "0.31") == "at_risk");
  CHECK(word("0.1", "0.8", "0.30999999999999999") == "off_track");
  CHECK(word("-999999999999999999", "-999999999999999899", "-999999999999999951") == "on_track");
}

}  // namespace brm::test
