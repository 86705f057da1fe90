// Which outcomes count as promised apart by agencies that might promise them together.
#include "assess/promised_apart.h"

#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

using Files = std::map<std::string, std::string>;

const std::string calls = "Calls about a lost password fall";

void add_party(Files& files, const std::string& id, const std::string& type = "agency") {
  files[id + ".yaml"] = fmt::format(
      "kind: relationship\nid: {0}\ntitle: {0}\ntype: {1}\ntier: transactional\nmanager: jane\n",
      id, type);
}

/// An initiative with these parties, more fields, and one outcome `it`.
void add_work(Files& files, const std::string& id, const std::vector<std::string>& parties,
              const std::string& title, const std::string& more = "status: active\n",
              const std::string& of_outcome = "") {
  std::string text = "kind: initiative\nid: " + id + "\ntitle: Work\ntype: project\nparties:\n";
  for (const std::string& party : parties) {
    text += "  - {relationship: " + party + ", role: sponsor}\n";
  }
  files[id + ".yaml"] =
      text + more + "outcomes:\n  - id: it\n    title: " + title + "\n" + of_outcome;
}

Files with_parties() {
  Files files;
  for (const char* id : {"a", "b", "c"}) add_party(files, id);
  add_party(files, "firm", "private_partner");
  return files;
}

/// `one + two; three + four`
std::string apart(const Files& files, AlikeBy by = AlikeBy::title) {
  const Assessed read(files, date_of("2026-07-08"));
  std::string out;
  for (const auto& group : promised_apart(read.assessment, by)) {
    if (!out.empty()) out += "; ";
    for (const Item* outcome : group) {
      out += (outcome == group.front() ? "" : " + ") + std::string(outcome->record().id());
    }
  }
  return out;
}

/// Two initiatives of two agencies, the second with other fields.
std::string beside(const std::string& more) {
  Files files = with_parties();
  add_work(files, "one", {"a"}, calls);
  add_work(files, "two", {"b"}, calls, more);
  return apart(files);
}

}  // namespace

TEST_CASE("promised apart: agencies that have no initiative in common") {
  Files files = with_parties();
  add_work(files, "one", {"a"}, calls);
  CHECK(apart(files).empty());
  add_work(files, "two", {"b", "firm"}, calls);
  CHECK(apart(files) == "one + two");
  add_work(files, "two", {"b", "a"}, calls);
  CHECK(apart(files).empty());
  add_work(files, "two", {"firm"}, calls);
  CHECK(apart(files).empty());
  add_work(files, "two", {"nobody-known"}, calls);
  CHECK(apart(files).empty());
  add_work(files, "two", {"b"}, "Letters about a lost password fall");
  CHECK(apart(files).empty());
}

TEST_CASE("promised apart: in front stands the one that fewest agencies promise") {
  Files files = with_parties();
  add_work(files, "one", {"a", "b"}, calls);
  add_work(files, "two", {"a"}, calls);
  add_work(files, "w3", {"b"}, calls);
  add_work(files, "w4", {"c"}, calls);
  CHECK(apart(files) == "two + w3 + w4");
}

TEST_CASE("promised apart: only what goes on") {
  CHECK(beside("status: paused\n") == "one + two");
  CHECK(beside("status: proposed\n") == "one + two");
  CHECK(beside("status: completed\n").empty());
  const auto stopped_on = [](const std::string& day) {
    return beside("status: stopped\nstopped: {date: " + day + ", reason: R, lesson: L}\n");
  };
  CHECK(stopped_on("2026-07-08").empty());
  CHECK(stopped_on("2026-07-09") == "one + two");
}

TEST_CASE("promised apart: parts of one program travel together") {
  const std::string active = "status: active\n";
  CHECK(beside(active + "parent: one\n").empty());
  Files files = with_parties();
  add_work(files, "one", {"a"}, calls, active + "parent: all\n");
  add_work(files, "two", {"b"}, calls, active + "parent: all\n");
  CHECK(apart(files).empty());
  add_work(files, "two", {"b"}, calls, active + "parent: other\n");
  CHECK(apart(files) == "one + two");
}

TEST_CASE("promised apart: by measure with the same unit, for the same type of party") {
  const auto measured = [](const std::string& unit, const std::string& for_whom) {
    return "    beneficiary: " + for_whom +
           "\n    indicator: {measure: days until a claim is decided, unit: " + unit +
           ", direction: decrease}\n";
  };
  const auto with_second = [&](const std::string& unit, const std::string& for_whom) {
    Files files = with_parties();
    add_work(files, "one", {"a"}, "Soon", "status: active\n", measured("days", "a"));
    add_work(files, "two", {"b"}, "Sooner", "status: active\n", measured(unit, for_whom));
    CHECK(apart(files).empty());
    return apart(files, AlikeBy::measure);
  };
  CHECK(with_second("days", "b") == "one + two");
  CHECK(with_second("weeks", "b").empty());
  CHECK(with_second("days", "firm").empty());
  CHECK(with_second("days", "nobody-known").empty());
}

}  // namespace brm::test
