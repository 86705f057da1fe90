// Whether bodies meet, how long decisions wait, and when charters are due, at each boundary.
#include "assess/governance.h"

#include "assess/decision_rights.h"
#include "unit/assess/judged.h"

namespace brm::test {
namespace {

/// Files with one body `council`, whose fields beyond id and chair are given.
std::map<std::string, std::string> council(const std::string& fields,
                                           const std::string& policy = "") {
  std::string office = "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n";
  if (!policy.empty()) office += "policy: {" + policy + "}\n";
  return {
      {"brm.yaml", office},
      {"council.yaml",
       "kind: body\nid: council\ntitle: Council\npurpose: Decides.\nchair: jane-doe\n" + fields}};
}

struct OneBody {
  Assessed read;
  Of<kinds::body> body;
  Date as_of;

  OneBody(const std::string& fields, const std::string& day, const std::string& policy = "")
      : read(council(fields, policy), date_of(day)),
        body(read.item("council")),
        as_of(date_of(day)) {}
  MeetingCount meetings() const { return count_meetings(body, as_of, read.assessment.policy()); }
  std::optional<Silence> silence() const {
    return find_silence(body, as_of, read.assessment.policy());
  }
  CharterState charter() const { return judge_charter(body, as_of, read.assessment.policy()); }
};

std::string held_of_planned(const std::string& fields, const std::string& day) {
  const MeetingCount count = OneBody(fields, day).meetings();
  return std::to_string(count.held) + " of " + std::to_string(count.planned);
}

}  // namespace

TEST_CASE("governance: meetings count from the first one on record, one more each cadence") {
  const std::string weekly = "cadence: weekly\nmeetings:\n  - {date: 2026-06-01, held: true}\n";
  CHECK(held_of_planned(weekly, "2026-05-31") == "0 of 0");
  CHECK(held_of_planned(weekly, "2026-06-01") == "1 of 1");
  CHECK(held_of_planned(weekly, "2026-06-07") == "1 of 1");
  CHECK(held_of_planned(weekly, "2026-06-08") == "1 of 2");
  CHECK(held_of_planned("cadence: weekly\n", "2026-06-08") == "0 of 0");
}

TEST_CASE("governance: meetings of more than a year ago are not counted, but known") {
  const OneBody body(
      "cadence: annual\nmeetings:\n  - {date: 2025-07-07, held: true}\n"
      "  - {date: 2025-07-08, held: true}\n",
      "2026-07-08");
  CHECK(body.meetings().held == 1);
  CHECK(body.meetings().since == date_of("2025-07-08"));
  const OneBody old("cadence: monthly\nmeetings: [{date: 2024-01-10, held: true}]\n", "2026-07-08");
  CHECK(old.meetings().held == 0);
  CHECK(old.meetings().planned == 12);
  CHECK(old.meetings().last_held == date_of("2024-01-10"));
}

TEST_CASE("governance: a past meeting was held if it says so, or something was decided") {
  const OneBody body(
      "cadence: monthly\nmeetings:\n  - {date: 2026-06-03, held: true}\n  - {date: 2026-06-04}\n"
      "  - {date: 2026-06-05, held: false}\n  - {date: 2026-07-09, held: true}\n"
      "  - {date: 2026-08-09}\n",
      "2026-07-08");
  CHECK(body.meetings().held == 1);
  CHECK(body.meetings().last_held == date_of("2026-06-03"));
  CHECK(body.meetings().not_said == date_of("2026-06-04"));
  CHECK(body.meetings().next == date_of("2026-07-09"));
  const OneBody decided(
      "cadence: monthly\nmeetings:\n"
      "  - {date: 2026-06-04, decisions: [{id: a, what: b, type: c, status: accepted}]}\n",
      "2026-07-08");
  CHECK(decided.meetings().held == 1);
  CHECK_FALSE(decided.meetings().not_said);
}

TEST_CASE("governance: a body is idle when more than one and a half cadences have passed") {
  const std::string biweekly = "cadence: biweekly\nmeetings: [{date: 2026-06-01, held: true}]\n";
  CHECK_FALSE(OneBody(biweekly, "2026-06-22").silence());  // 21 days
  CHECK(OneBody(biweekly, "2026-06-23").silence()->since == date_of("2026-06-01"));
  CHECK_FALSE(OneBody(biweekly, "2026-06-23", "quiet_factor: 2").silence());
  CHECK(OneBody(biweekly, "2026-06-30", "quiet_factor: 2").silence());
}

TEST_CASE(
    "governance: without a meeting the first charter counts, and without both a planned one") {
  const std::string charter = "cadence: biweekly\ncharter: [{version: \"1\", date: 2026-06-01}]\n";
  CHECK_FALSE(OneBody(charter, "2026-06-22").silence());
  const auto silence = OneBody(charter, "2026-06-23").silence();
  REQUIRE(silence);
  CHECK_FALSE(silence->has_met);
  const auto unknown = OneBody("cadence: biweekly\n", "2026-06-23").silence();
  REQUIRE(unknown);
  CHECK_FALSE(unknown->since);
  CHECK_FALSE(
      OneBody("cadence: biweekly\nmeetings: [{date: 2026-06-24}]\n", "2026-06-23").silence());
}

TEST_CASE("governance: a charter is due at review_by, without it after twelve months") {
  const std::string charter =
      "cadence: monthly\ncharter: [{version: \"2\", date: 2025-07-08},"
      " {version: \"1\", date: 2024-01-01}, {version: \"3\", date: 2026-12-01}]\n";
  const CharterState aged = OneBody(charter, "2026-07-08").charter();
  CHECK(aged.versions == 2);
  CHECK(aged.version == "2");
  CHECK(aged.due->due == date_of("2026-07-08"));
  CHECK_FALSE(aged.is_overdue(date_of("2026-07-08")));
  CHECK(aged.is_overdue(date_of("2026-07-09")));
  const CharterState set = OneBody(charter + "review_by: 2026-07-07\n", "2026-07-08").charter();
  CHECK(set.due->due == date_of("2026-07-07"));
  CHECK(set.is_overdue(date_of("2026-07-08")));
  CHECK(OneBody(charter, "2026-07-08", "charter_months: 24").charter().due->due ==
        date_of("2027-07-08"));
  CHECK_FALSE(OneBody("cadence: monthly\n", "2026-07-08").charter().due);
}

TEST_CASE(
    "governance: a decision is open until it is decided, and waits from the day it is opened") {
  const OneBody body(
      "cadence: monthly\nmeetings:\n  - date: 2026-06-01\n    decisions:\n"
      "      - {id: a, opened: 2026-05-02, decided: 2026-06-01, status: accepted}\n"
      "      - {id: b, opened: 2026-06-01, status: proposed}\n"
      "      - {id: c, opened: 2026-06-01, decided: 2026-07-09, status: accepted}\n"
      "      - {id: d, opened: 2026-07-09, status: proposed}\n"
      "      - {id: e, status: rejected}\n",
      "2026-07-08");
  const auto found = find_decisions(body.body, body.as_of);
  REQUIRE(found.size() == 4);
  CHECK(found[0].days == 30);
  CHECK_FALSE(found[0].is_open);
  CHECK(found[1].is_open);
  CHECK(found[1].days == 37);
  CHECK(found[2].is_open);  // decided tomorrow
  CHECK_FALSE(found[3].is_open);
  CHECK_FALSE(found[3].days);
  CHECK(median_days(found) == Rational(30));
  CHECK(was_taken(*found[0].item, date_of("2026-06-01")));
  CHECK_FALSE(was_taken(*found[0].item, date_of("2026-05-31")));
  CHECK_FALSE(was_taken(*found[1].item, body.as_of));
  CHECK_FALSE(was_taken(*found[2].item, body.as_of));
  CHECK(was_taken(*found[3].item, body.as_of));
}

TEST_CASE("governance: the median of an even number lies between the middle two") {
  const auto of_days = [](std::vector<int> days) {
    std::vector<Decision> out;
    for (const int each : days) out.push_back({nullptr, nullptr, {}, {}, each, false});
    return median_days(out);
  };
  CHECK_FALSE(of_days({}));
  CHECK(of_days({9}) == Rational(9));
  CHECK(of_days({9, 2}) == Rational(11, 2));
  CHECK(of_days({9, 2, 100}) == Rational(9));
}

TEST_CASE("governance: one who decides, whoever writes it down") {
  auto files = council(
      "cadence: monthly\ndecision_rights:\n  - {type: Stop work, decide: the chair}\n"
      "  - {type: spend, decide: board}\nmeetings:\n  - date: 2026-06-01\n    decisions:\n"
      "      - {id: x, type: Spend , status: accepted}\n      - {id: y, type: hire, status: "
      "rejected}\n");
  files["board.yaml"] =
      "kind: body\nid: board\ntitle: Board\npurpose: Decides.\nchair: jane-doe\ncadence: monthly\n"
      "decision_rights:\n  - {type: stop work, decide: the chair}\n  - {type: spend, decide: "
      "board}\n";
  const Assessed read(std::move(files), date_of("2026-07-08"));
  const DecisionRights rights(read.reading.portfolio);
  const Item& council_record = read.item("council");
  CHECK(rights.find("stop work")->deciders.size() == 2);
  REQUIRE(rights.find("SPEND") != nullptr);
  CHECK(rights.find("spend")->deciders == std::vector<std::string>{"board"});
  CHECK(rights.may_decide(read.item("board"), *rights.find("spend")));
  CHECK_FALSE(rights.may_decide(council_record, *rights.find("spend")));
  CHECK(rights.find("spend")->decisions.size() == 1);
  CHECK(rights.find("hire")->rights.empty());
  CHECK(rights.find("sing") == nullptr);
}

}  // namespace brm::test
