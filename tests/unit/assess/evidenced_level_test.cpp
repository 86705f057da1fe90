// The ladder of design/verdicts.md, rung by rung: what carries each, and what takes it away.
#include "assess/evidenced_level.h"

#include <fmt/format.h>

#include "unit/assess/party_folder.h"

namespace brm::test {
namespace {

using Files = std::map<std::string, std::string>;

const std::string second = "manager: jane\ncadence: quarterly\n";
const std::string kept =
    "reviews: [{date: 2025-01-01}, {date: 2025-09-01}, {date: 2025-12-01}, {date: 2026-03-01}]\n";
const std::string asked = "satisfaction: [{date: 2026-01-01, by: A, score: 3, out_of: 5}]\n";
const std::string third = second + kept + asked;
const std::string advised = "advice: [{date: 2026-01-01, from: partner, about: change}]\n";
const std::string trusted = "maturity: [{date: 2026-01-01, by: partner, level: trusted_advisor}]\n";
const std::string fourth = third + advised + trusted;

const Files people{{"people/sam.yaml", "kind: person\nid: sam\nat: dhhs\nrole: Director\n"}};

std::string work(const std::string& more, const std::string& status = "active") {
  return "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: " + status +
         "\nparties: [{relationship: dhhs, role: sponsor}]\noutcomes:\n"
         "  - id: it\n    title: It changes\n    owner: sam\n" +
         more;
}

Files with(const std::string& initiative) {
  Files files = people;
  files["initiatives/work.yaml"] = initiative;
  return files;
}

Files with_fifth(const std::string& left_out = "") {
  std::string more;
  if (left_out != "value") more += "    value_shares: [{relationship: dhhs, percent: 10}]\n";
  if (left_out != "risk") {
    more +=
        "risks:\n  - {id: r, event: E, likelihood: {percent: 1}, impact: {amount: 1}, response: "
        "[accept], managed_by: jane, status: open, shares: [{relationship: dhhs, percent: 10}]}\n";
  }
  if (left_out != "trial") {
    more +=
        "experiments:\n  - {id: e, hypothesis: H, with: [sam], prediction: P, threshold: T, "
        "started: 2026-01-01, ends: 2026-02-01}\n";
  }
  Files files = with(work(more));
  if (left_out != "seat") {
    files["bodies/board.yaml"] =
        "kind: body\nid: board\ntitle: B\npurpose: P\nchair: jane\ncadence: monthly\nmembers: "
        "[{person: sam}]\n";
  }
  return files;
}

int level(const std::string& fields, Files files = {}, const std::string& as_of = "2026-07-08") {
  return OneParty(fields, as_of, std::move(files)).evidenced().level;
}

std::string lacking(const std::string& fields, Files files = {}) {
  std::string out;
  for (const Evidence each :
       OneParty(fields, "2026-07-08", std::move(files)).evidenced().lacking()) {
    out += (out.empty() ? "" : ", ") + std::string(words_of(each).name);
  }
  return out;
}

}  // namespace

TEST_CASE(
    "evidenced: the first rung is there, the second takes a manager and a review or promise") {
  CHECK(level("") == 1);
  CHECK(level(second) == 1);
  CHECK(lacking(second) == "review or promise");
  CHECK(level("reviews: [{date: 2026-05-01}]\n") == 1);
  CHECK(level(second + "reviews: [{date: 2026-05-01}]\n") == 2);
  CHECK(level(second +
              "promises: [{id: p, by: us, text: X, made: 2026-05-01, due: 2026-12-01}]\n") == 2);
  CHECK(level(second + "promises: [{id: p, by: us, text: X, due: 2026-05-01}]\n") == 1);
}

TEST_CASE("evidenced: entries count for twelve months and from their own day on") {
  const std::string once = second + "reviews: [{date: 2025-07-08}]\n";
  CHECK(level(once) == 1);
  CHECK(level(once, {}, "2026-07-07") == 2);
  CHECK(level(once, {}, "2025-07-08") == 2);
  CHECK(level(once, {}, "2025-07-07") == 1);
}

TEST_CASE("evidenced: the third takes three of four reviews, and something measured") {
  CHECK(level(third) == 3);
  CHECK(lacking(second + kept) == "service levels or satisfaction measured");
  CHECK(lacking(second + asked + "reviews: [{date: 2025-01-01}, {date: 2026-03-01}]\n") ==
        "reviews held as planned");
  const auto measured = [](const std::string& measurement) {
    return level(second + kept +
                 "agreements:\n  - id: a\n    type: sla\n    title: A\n    period: {start: "
                 "2025-01-01}\n    service_levels: [{id: s, title: S, measurements: [" +
                 measurement + "]}]\n");
  };
  CHECK(measured("{date: 2026-05-31, value: 1}") == 3);
  CHECK(measured("{date: 2026-05-31, target: 1}") == 2);  // pending
  CHECK(measured("{date: 2025-05-31, value: 1}") == 2);
}

TEST_CASE("evidenced: the fourth takes their advice, an outcome of theirs and their view of 4") {
  CHECK(level(fourth, with(work(""))) == 4);
  CHECK(lacking(third + trusted, with(work(""))) == "advice from them");
  CHECK(lacking(fourth, people) == "outcome owned by them");
  CHECK(lacking(fourth, with(work("", "stopped"))) == "outcome owned by them");
  CHECK(lacking(third + advised, with(work(""))) == "their own view 4 or more");
  CHECK(lacking(third + advised +
                    "maturity: [{date: 2026-01-01, by: partner, level: service_provider}]\n",
                with(work(""))) == "their own view 4 or more");
  CHECK(lacking(third + trusted + "advice: [{date: 2026-01-01, from: us, about: change}]\n",
                with(work(""))) == "advice from them");
  Files radar = with(work(""));
  radar["radar/keys.yaml"] =
      "kind: technology\nid: keys\ntitle: Keys\nassessments: [{date: 2026-01-01, ring: trial, by: "
      "dhhs, evidence: E}]\n";
  CHECK(level(third + trusted, radar) == 4);
}

TEST_CASE("evidenced: the fifth takes shared risk, shared value, a seat and a trial") {
  CHECK(level(fourth, with_fifth()) == 5);
  CHECK(lacking(fourth, with_fifth("risk")) == "shared risk");
  CHECK(lacking(fourth, with_fifth("value")) == "shared value");
  CHECK(lacking(fourth, with_fifth("seat")) == "seat in a body");
  CHECK(lacking(fourth, with_fifth("trial")) == "joint experiment or signal");
  // A rung is not skipped.
  CHECK(level(second + kept + advised + trusted, with_fifth()) == 2);
  Files signal = with_fifth("trial");
  signal["radar/frost.yaml"] =
      "kind: signal\nid: frost\ntitle: Frost\ndate: 2026-02-01\nsource: S\nreported_by: dhhs\n"
      "steep: [social]\nwhy: W\n";
  CHECK(level(fourth, signal) == 5);
}

TEST_CASE("evidenced: of a record seen alone, nothing that stands elsewhere is held against it") {
  const OneParty party(fourth);
  CHECK(evidenced_level(party.party(), party.as_of(), party.policy(), nullptr).level == 5);
  const OneParty unasked(second + kept);
  CHECK(evidenced_level(unasked.party(), unasked.as_of(), unasked.policy(), nullptr).level == 2);
}

TEST_CASE("shared work: what hangs on a party, each thing once") {
  Files files = with(
      "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n"
      "parties: [{relationship: dhhs, role: deliverer}]\n"
      "outcomes:\n  - {id: it, title: It, owner: sam, beneficiary: dhhs}\n  - {id: other, title: "
      "Other}\n"
      "risks:\n"
      "  - {id: r, event: E, likelihood: {percent: 1}, impact: {amount: 1}, response: [accept], "
      "managed_by: sam, common_cause: dhhs, status: open}\n"
      "  - {id: s, event: E, likelihood: {percent: 1}, impact: {amount: 1}, response: [accept], "
      "managed_by: dhhs, status: closed}\n");
  const OneParty party(
      "agreements:\n"
      "  - {id: a, type: mou, title: A, period: {start: 2026-07-08}, value: 100}\n"
      "  - {id: b, type: mou, title: B, period: {start: 2025-01-01, end: 2026-07-08}, value: 50}\n"
      "  - {id: c, type: mou, title: C, period: {start: 2025-01-01}, value: EUR 7}\n"
      "  - {id: d, type: mou, title: D, period: {start: 2025-01-01, end: 2026-07-07}, value: 9}\n"
      "  - {id: e, type: mou, title: E, period: {start: 2026-07-09}, value: 9}\n",
      "2026-07-08", files);
  const SharedWork& work = party.assessed().shared_works().of(party.item());
  CHECK(work.outcomes.size() == 2);
  CHECK(work.risks.size() == 1);
  CHECK(work.agreements.size() == 3);
  REQUIRE(work.value.size() == 2);
  CHECK(to_text(work.value[0]) == "USD 150.00");
  CHECK(to_text(work.value[1]) == "EUR 7.00");
  CHECK(work.is_relied_on());
  CHECK(&party.assessed().shared_works() == &party.assessed().shared_works());
  const OneParty alone("");
  CHECK_FALSE(SharedWorks(alone.assessed()).of(alone.item()).is_relied_on());
}

}  // namespace brm::test
