// Who leaves, and what hangs on them.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "support/run.h"

namespace brm::test {
namespace {

const std::map<std::string, std::string> files = {
    {"brm.yaml", "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n"},
    {"ann.yaml",
     "kind: person\nid: ann\ntitle: Ann Park\nrole: Manager\nbackup: ben\n"
     "leaves_on: 2026-09-30\n"},
    {"ben.yaml", "kind: person\nid: ben\ntitle: Ben Ode\nrole: Manager\n"},
    {"alone.yaml",
     "kind: relationship\nid: alone\ntitle: Alone\ntype: agency\ntier: strategic\n"
     "manager: ann\n"
     "promises: [{id: p1, by: us, text: Call, due: 2026-07-01}]\n"},
    {"both.yaml",
     "kind: relationship\nid: both\ntitle: Both\ntype: agency\ntier: preferred\n"
     "manager: ben\nexecutive_sponsor: ann\n"
     "reviews: [{date: 2026-06-01, attendees: [Ann Park, Somebody]}]\n"},
    {"other.yaml",
     "kind: relationship\nid: other\ntitle: Other\ntype: agency\ntier: preferred\n"
     "manager: ben\n"
     "promises: [{id: p2, by: us, text: Write, due: 2026-07-01}]\n"},
};

nlohmann::json handover(std::vector<std::string> rest) {
  std::vector<std::string> arguments{"report", "handover", "--format", "json"};
  arguments.insert(arguments.end(), rest.begin(), rest.end());
  const Ran ran = run_brm_on(files, arguments);
  REQUIRE_MESSAGE(ran.status == 0, ran.err);
  return nlohmann::json::parse(ran.out);
}

std::vector<std::string> column(const nlohmann::json& page, const std::string& table,
                                const std::string& key) {
  std::vector<std::string> out;
  for (const auto& row : page.at(table)) out.push_back(row.at(key));
  return out;
}

}  // namespace

TEST_CASE("handover: of one person only what names them, with who stands in") {
  const auto page = handover({"--leaving", "ann"});
  CHECK(page.at("summary").at("backup") == "ben");
  CHECK(page.at("summary").at("leaves_on") == "2026-09-30");
  CHECK(page.at("summary").at("knows_alone") == 1);
  CHECK(column(page, "holdings", "role") ==
        std::vector<std::string>{"manager", "executive sponsor", "review: attendee"});
  CHECK(column(page, "holdings", "record") == std::vector<std::string>{"alone", "both", "both"});
  CHECK(page.at("holdings")[0].at("alone") == "yes");
  CHECK(page.at("holdings")[1].at("alone").is_null());
  CHECK(column(page, "relationships", "id") == std::vector<std::string>{"alone", "both"});
  CHECK(column(page, "clocks", "text") == std::vector<std::string>{"Call", "Ann Park"});
}

TEST_CASE("handover: of everything without --leaving") {
  const auto page = handover({});
  CHECK(page.at("holdings").empty());
  CHECK(column(page, "relationships", "id") == std::vector<std::string>{"alone", "both", "other"});
  CHECK(column(page, "clocks", "text").size() == 4);
  CHECK(page.at("summary").at("backup").is_null());
}

TEST_CASE("handover: a person named among other records is named") {
  auto more = files;
  more["work.yaml"] =
      "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n"
      "parties: [{relationship: both, role: sponsor}]\n"
      "experiments: [{id: e, hypothesis: H., with: [ann], prediction: P., threshold: T, ends: "
      "2026-12-31}]\n"
      "corrections: [{id: c, date: 2026-06-01, about: [ann], trigger: t, type: adjust, decision: "
      "d, because: b}]\n"
      "advice: [{date: 2026-06-01, from: us, about: change, refs: [ann]}]\n";
  more["signal.yaml"] =
      "kind: signal\nid: signal\ntitle: S\ndate: 2026-06-01\nsource: A talk\nreported_by: ben\n"
      "steep: [legal]\nwhy: It matters.\nlinks: [ann]\n";
  const Ran ran = run_brm_on(more, {"report", "handover", "--leaving", "ann", "--format", "json"});
  const auto roles = column(nlohmann::json::parse(ran.out), "holdings", "role");
  for (const std::string role :
       {"experiment: with", "correction: about", "advice: refs", "links"}) {
    CHECK_MESSAGE(std::find(roles.begin(), roles.end(), role) != roles.end(), role);
  }
}

}  // namespace brm::test
