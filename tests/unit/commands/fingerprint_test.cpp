// A finding is known again wherever it moves, and is no other finding.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "support/run.h"

namespace brm::test {
namespace {

using Files = std::map<std::string, std::string>;

/// `rule message` of each finding, with its fingerprint.
std::map<std::string, std::string> prints_of(const Files& files) {
  const Ran ran = run_brm_on(files, {"check", "--format", "json", "--max", "0"});
  std::map<std::string, std::string> out;
  const nlohmann::json page = nlohmann::json::parse(ran.out);
  std::set<std::string> seen;
  for (const auto& finding : page["findings"]) {
    const std::string print = finding["fingerprint"];
    CHECK(print.size() == 32);
    CHECK_MESSAGE(seen.insert(print).second, "two findings have the fingerprint " << print);
    out[finding["rule"].get<std::string>() + " " + finding["message"].get<std::string>()] = print;
  }
  return out;
}

const std::string record =
    "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: transactional\n"
    "manager: jane-doe\nparent: dhss\nowner: jon\nreviewed: 2026-02-30\n";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  REQUIRE(text.find(what) != std::string::npos);
  return text.replace(text.find(what), what.size(), by);
}

}  // namespace

TEST_CASE("fingerprints: lines that move and other records change none") {
  const auto before = prints_of({{"relationships/dhhs.yaml", record}});
  CHECK(before.size() >= 3);
  CHECK(prints_of({{"relationships/dhhs.yaml", "# more\n\n" + record}}) == before);
  CHECK(prints_of({{"relationships/dhhs.yaml",
                    replaced(record, "parent: dhss", "  \nparent:    dhss  # who?")}}) == before);
  // The record is known by its id: its file may move.
  CHECK(prints_of({{"a/b/dhhs.yaml", record}}) == before);
}

TEST_CASE("fingerprints: one fault mended leaves the others as they were") {
  const auto before = prints_of({{"relationships/dhhs.yaml", record}});
  const auto after =
      prints_of({{"relationships/dhhs.yaml", replaced(record, "reviewed: 2026-02-30\n", "")}});
  CHECK(after.size() + 1 == before.size());
  for (const auto& [what, print] : after) CHECK(before.at(what) == print);
}

TEST_CASE("fingerprints: fields missing from one record are told apart") {
  const std::string bare = "kind: relationship\nid: dhhs\ntitle: Human Services\n";
  const auto before = prints_of({{"relationships/dhhs.yaml", bare}});
  const auto after = prints_of({{"relationships/dhhs.yaml", bare + "type: agency\n"}});
  CHECK(before.size() >= 3);
  CHECK(after.size() + 1 == before.size());
  for (const auto& [what, print] : after) CHECK(before.at(what) == print);
}

TEST_CASE("fingerprints: a file without a record goes by its path") {
  const auto here = prints_of({{"a.yaml", "kind: relationship\n  x: [\n"}});
  const auto there = prints_of({{"b.yaml", "kind: relationship\n  x: [\n"}});
  REQUIRE(!here.empty());
  CHECK(here != there);
}

TEST_CASE("fingerprints: what is said of several outcomes has that of all of them") {
  const auto print = [](const std::string& bare) {
    std::string outcomes;
    for (const char id : std::string("abc")) {
      const bool has_goal = bare.find(id) == std::string::npos;
      outcomes += fmt::format("  - {{id: {}, title: Calls fall{}}}\n", id,
                              has_goal ? ", goals: [online]" : "");
    }
    const auto prints =
        prints_of({{"brm.yaml",
                    "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n"
                    "goals: [{id: online, statement: All is online}]\n"},
                   {"portal.yaml",
                    "kind: initiative\nid: portal\ntitle: Portal\ntype: project\n"
                    "status: active\ncriticality: high\noutcomes:\n" +
                        outcomes}});
    std::string found;
    std::size_t count = 0;
    for (const auto& [what, one] : prints) {
      if (!what.starts_with("outcome-without-goal ")) continue;
      found = one;
      ++count;
    }
    CHECK(count == 1);
    return found;
  };
  CHECK(print("ab") == print("ab"));
  const std::set<std::string> all{print("a"), print("b"), print("ab"), print("ac"), print("abc")};
  CHECK(all.size() == 5);
}

}  // namespace brm::test
