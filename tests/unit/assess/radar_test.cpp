// Technologies on the radar, signals and their lead time, and advice, at each boundary.
#include "assess/radar.h"

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

/// A technology `it` with these assessments, each as `date, ring`.
RadarMove move_of(const std::vector<std::pair<std::string, std::string>>& places,
                  const std::string& as_of = "2026-07-08") {
  std::string text = "kind: technology\nid: it\ntitle: It\nassessments:\n";
  for (const auto& [date, ring] : places) {
    text += "  - {date: " + date + ", ring: " + ring + ", by: dhhs, evidence: A test.}\n";
  }
  if (places.empty()) text = "kind: technology\nid: it\ntitle: It\n";
  const Assessed read({{"it.yaml", text}}, date_of(as_of));
  return find_on_radar(Of<kinds::technology>(read.item("it")), date_of(as_of)).move;
}

struct OneSignal {
  Assessed read;
  SignalCourse course;

  OneSignal(const std::string& fields, const std::string& as_of,
            std::map<std::string, std::string> others = {})
      : read(
            [&] {
              others["it.yaml"] =
                  "kind: signal\nid: it\ntitle: It\ndate: 2026-01-01\nsource: A talk\n"
                  "reported_by: jane-doe\nsteep: [legal]\nwhy: It matters.\n" +
                  fields;
              return others;
            }(),
            date_of(as_of)),
        course(judge_signal(Of<kinds::signal>(read.item("it")), date_of(as_of))) {
    find_first_act(Of<kinds::signal>(read.item("it")), read.reading.portfolio, date_of(as_of),
                   course);
  }
};

std::string work(const std::string& id, const std::string& start) {
  return "kind: initiative\nid: " + id +
         "\ntitle: Work\ntype: project\nstatus: active\nstart: " + start +
         "\nparties: [{relationship: dhhs, role: sponsor}]\n";
}

}  // namespace

TEST_CASE("radar: a technology moves in towards adopt and out towards hold") {
  CHECK(move_of({}) == RadarMove::none);
  CHECK(move_of({{"2026-01-01", "trial"}}) == RadarMove::fresh);
  CHECK(move_of({{"2026-01-01", "assess"}, {"2026-02-01", "trial"}}) == RadarMove::inwards);
  CHECK(move_of({{"2026-02-01", "assess"}, {"2026-01-01", "trial"}}) == RadarMove::outwards);
  CHECK(move_of({{"2026-01-01", "assess"}, {"2026-02-01", "hold"}}) == RadarMove::outwards);
  CHECK(move_of({{"2026-01-01", "hold"}, {"2026-02-01", "assess"}}) == RadarMove::inwards);
  CHECK(move_of({{"2026-01-01", "adopt"}, {"2026-02-01", "adopt"}}) == RadarMove::unmoved);
}

TEST_CASE("radar: an assessment of tomorrow does not exist yet") {
  CHECK(move_of({{"2026-01-01", "assess"}, {"2026-07-08", "trial"}}) == RadarMove::inwards);
  CHECK(move_of({{"2026-01-01", "assess"}, {"2026-07-09", "trial"}}) == RadarMove::fresh);
  CHECK(move_of({{"2026-07-09", "trial"}}) == RadarMove::none);
}

TEST_CASE("radar: a signal is unanswered after its review, without a response, while open") {
  CHECK_FALSE(OneSignal("review_by: 2026-06-30\n", "2026-06-30").course.is_unanswered);
  CHECK(OneSignal("review_by: 2026-06-30\n", "2026-07-01").course.is_unanswered);
  CHECK_FALSE(
      OneSignal("review_by: 2026-06-30\nresponse: dismiss\n", "2026-07-01").course.is_unanswered);
  CHECK_FALSE(
      OneSignal("review_by: 2026-06-30\ncame_true: false\n", "2026-07-01").course.is_unanswered);
  CHECK_FALSE(OneSignal("", "2026-07-01").course.is_unanswered);
}

TEST_CASE("radar: lead time runs to the day it came true") {
  const std::string fields = "came_true: true\ncame_true_on: 2026-03-02\n";
  CHECK(OneSignal(fields, "2026-07-08").course.days_to_come_true == 60);
  CHECK(OneSignal(fields, "2026-03-02").course.days_to_come_true == 60);
  CHECK_FALSE(OneSignal(fields, "2026-03-01").course.days_to_come_true);
  CHECK_FALSE(OneSignal("came_true: true\n", "2026-07-08").course.days_to_come_true);
  CHECK_FALSE(OneSignal("came_true: true\n", "2026-07-08").course.is_open);
  CHECK(OneSignal(fields, "2026-03-01").course.is_open);
  CHECK_FALSE(OneSignal(fields, "2026-03-02").course.is_open);
  CHECK(OneSignal("came_true_on: 2026-03-02\n", "2026-03-01").course.is_open);
  const std::string no = "came_true: false\ncame_true_on: 2026-03-02\n";
  CHECK_FALSE(OneSignal(no, "2026-03-01").course.is_open);
  CHECK_FALSE(OneSignal(no, "2026-07-08").course.days_to_come_true);
}

TEST_CASE("radar: lead time to act runs to the first initiative or experiment that began later") {
  const std::string experiment =
      "experiments:\n  - {id: trial, hypothesis: H., prediction: P., threshold: T, started: "
      "2026-01-11, ends: 2026-12-31}\n";
  const std::map<std::string, std::string> others{
      {"old.yaml", work("old", "2025-12-31")},
      {"same.yaml", work("same", "2026-01-01")},
      {"new.yaml", work("new", "2026-02-01")},
      {"with.yaml", work("with", "2025-01-01") + experiment},
      {"ahead.yaml", work("ahead", "2026-07-09")}};
  const auto days = [&](const std::string& links) {
    return OneSignal("links: [" + links + "]\n", "2026-07-08", others).course.days_to_act;
  };
  CHECK_FALSE(days(""));
  CHECK_FALSE(days("old"));
  CHECK_FALSE(days("ahead"));
  CHECK(days("same") == 0);
  CHECK(days("new") == 31);
  CHECK(days("new, with/trial") == 10);
  CHECK(days("with/trial, new, old") == 10);
}

TEST_CASE("radar: advice is old after a year without a result") {
  const auto state_on = [](const std::string& day, const std::string& rest) {
    const Assessed read({{"dhhs.yaml",
                          "kind: relationship\nid: dhhs\ntitle: D\ntype: agency\ntier: "
                          "strategic\nmanager: jane-doe\nadvice:\n  - {date: 2025-07-08, from: "
                          "partner, about: change" +
                              rest + "}\n"}},
                        date_of(day));
    return judge_advice(Of<kinds::advice>(*read.reading.portfolio.all(kinds::advice).front()),
                        date_of(day));
  };
  CHECK_FALSE(state_on("2025-07-07", ""));
  CHECK_FALSE(state_on("2026-07-07", "")->is_old);
  CHECK(state_on("2026-07-08", "")->is_old);
  CHECK_FALSE(state_on("2026-07-08", ", came_of_it: Done.")->is_old);
  CHECK(state_on("2026-07-08", ", came_of_it: Done.")->has_result);
  CHECK_FALSE(state_on("2026-07-08", "")->is_from_us);
}

}  // namespace brm::test
