// How what hangs on a party, and its reviews, are said.
#include "reports/party_rows.h"

#include "unit/assess/party_folder.h"

namespace brm::test {
namespace {

std::string reliance(const std::string& fields, std::map<std::string, std::string> files = {}) {
  files.emplace("brm.yaml", "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n");
  const OneParty party(fields, "2026-07-08", std::move(files));
  const SharedWorks works(party.assessed());
  return reliance_words(works.of(party.item()));
}

std::string agreement(const std::string& id, const std::string& fields) {
  return "  - {id: " + id + ", type: sla, title: T, " + fields + "}\n";
}

std::string reviews(const std::string& fields) {
  const OneParty party(fields);
  const SharedWorks works(party.assessed());
  const PartyRow row = judge_party(party.assessed(), works, party.item(), 0);
  return to_text(reviews_cell(row)) + "; " + attention_words(row.attention);
}

const std::string period = "period: {start: 2026-01-01}, value: 5";

}  // namespace

TEST_CASE("party: agreements without a period are told apart from those in force") {
  CHECK(reliance("agreements:\n" + agreement("a", period) + agreement("b", "value: 7")) ==
        "1 agreement worth USD 5, 1 agreement without a period, worth USD 7");
  CHECK(reliance("agreements:\n" + agreement("a", "final_status: complete")) ==
        "nothing on record");
  CHECK(reliance("agreements:\n" + agreement("a", "number: N-1")) ==
        "1 agreement without a period");
}

TEST_CASE("party: values of agreements with one number are added up, and it is said") {
  const std::string one = period + ", number: N-1";
  const std::string two = period + ", number: N-2";
  CHECK(reliance("agreements:\n" + agreement("a", one) + agreement("b", one)) ==
        "2 agreements worth USD 10 (2 have the same number)");
  CHECK(reliance("agreements:\n" + agreement("a", one) + agreement("b", two)) ==
        "2 agreements worth USD 10");
  CHECK(reliance("agreements:\n" + agreement("a", one) + agreement("b", two) + agreement("c", one) +
                 agreement("d", two)) ==
        "4 agreements worth USD 20 (4 have a number that another one has)");
}

TEST_CASE("party: work that it sponsors hangs on it, while it goes on") {
  const auto work = [](const std::string& status) {
    return std::map<std::string, std::string>{
        {"work.yaml", "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: " + status +
                          "\nparties: [{relationship: dhhs, role: sponsor}]\n"}};
  };
  CHECK(reliance("manager: m\n", work("active")) == "1 initiative as sponsor");
  CHECK(reliance("manager: m\n", work("completed")) == "nothing on record");
}

TEST_CASE("party: more reviews than were planned are no share of them") {
  const std::string quarterly = "cadence: quarterly\nreviews:\n";
  CHECK(reviews("cadence: quarterly\n") == "no data; no data: nothing dated is on record");
  CHECK(reviews(quarterly + "  - {date: 2026-07-01}\n") ==
        "1 held; 1 review held since 2026-07-01, quarterly asks for none yet");
  CHECK(reviews(quarterly + "  - {date: 2026-01-05}\n  - {date: 2026-06-01}\n") ==
        "2 of 2; 2 of 2 quarterly reviews since 2026-01-05");
  CHECK(reviews(quarterly + "  - {date: 2026-01-05}\n  - {date: 2026-03-01}\n"
                            "  - {date: 2026-06-01}\n") ==
        "3 held; 3 reviews held since 2026-01-05, quarterly asks for 2");
  CHECK(reviews("cadence: quarterly\nadvice: [{date: 2026-07-01, from: us, about: change, text: "
                "x}]\n") ==
        "none due yet; 0 reviews held since 2026-07-01, quarterly asks for none yet");
}

}  // namespace brm::test
