// Rules on one record at a time, over outlines, beside the same rules over whole records at once.
#include "rules/check_records.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/run.h"
#include "unit/read/temporary_folder.h"
#include "unit/rules/checked.h"

namespace brm::test {
namespace {

Date as_of() { return date_of("2026-07-08"); }

class RulesVisitor final : public RecordVisitor {
 public:
  explicit RulesVisitor(const Item* office) : rules_(office, as_of()) {}
  void visit(const Item& record, const SourceFile& source, Findings& findings) override {
    rules_.check(record, source, findings);
  }

 private:
  RecordRules rules_;
};

std::string line_of(const Finding& finding, const Portfolio& portfolio) {
  std::string line = portfolio.file(finding.place.file).path();
  for (const std::size_t number : {finding.place.offset, finding.place.length}) {
    line += ":" + std::to_string(number);
  }
  line += std::string(": ") + std::string(to_text(finding.severity)) + " " +
          std::string(finding.rule->name) + ": " + finding.message + " | " + finding.help;
  if (!finding.second) return line;
  const Span& second = finding.second->span;
  return line + " | " + portfolio.file(second.file).path() + ":" + std::to_string(second.offset) +
         ": " + finding.second->label;
}

/// In the order of their text: the order in which rules run is none of the user's business.
std::vector<std::string> lines_of(const std::vector<Finding>& findings,
                                  const Portfolio& portfolio) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings) lines.push_back(line_of(finding, portfolio));
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// The slow way: everything stays, and each rule looks through all of it.
std::vector<std::string> found_at_once(const Folder& folder) {
  const Reading reading = read_portfolio(folder, {.lanes = Lanes::strict, .jobs = 1});
  const Assessment assessed(reading.portfolio, as_of());
  Findings all;
  all.list() = reading.findings.list();
  for (const Rule* rule : all_rules()) {
    if (rule->scope != Scope::findings) rule->check(*rule, assessed, all);
  }
  return lines_of(all.list(), reading.portfolio);
}

std::vector<std::string> found_one_by_one(const Folder& folder, std::size_t jobs) {
  const MakeVisitor make = [](const Item* office) {
    return std::make_unique<RulesVisitor>(office);
  };
  Reading reading = read_portfolio(folder, {.jobs = jobs, .visitor = make});
  const Assessment assessed(reading.portfolio, as_of());
  check_portfolio(assessed, jobs, reading.findings);
  return lines_of(reading.findings.list(), reading.portfolio);
}

std::size_t compare_both(const Folder& folder) {
  const std::vector<std::string> expected = found_at_once(folder);
  for (const std::size_t jobs : {1U, 2U, 5U}) {
    CAPTURE(jobs);
    CHECK(found_one_by_one(folder, jobs) == expected);
  }
  return expected.size();
}

/// Records of one kind as each other: every field that a rule looks at, in a record of every state.
MemoryFolder mixed_folder() {
  std::map<std::string, std::string> files;
  int number = 0;
  for (const Rule* rule : all_rules()) {
    for (const std::string_view example : {rule->words.faulty, rule->words.sound}) {
      const std::string place = "r" + std::to_string(number++) + "/";
      for (const auto& [path, text] : files_of(example)) {
        if (path != "brm.yaml") files[place + path] = text;
      }
    }
  }
  files["brm.yaml"] = read_file(source_path("examples/office/brm.yaml"));
  return MemoryFolder(std::move(files));
}

}  // namespace

TEST_CASE("check records: one by one finds what all at once finds, in the folders beside us") {
  // What the office accepts for a while, in the record of park-passes, is found all the same.
  CHECK(compare_both(DiskFolder(source_path("examples/office"))) == 1);
  CHECK(compare_both(DiskFolder(source_path("examples/small"))) == 0);
  for (const std::string folder : {"examples/faulty", "tests/bad-input"}) {
    CAPTURE(folder);
    CHECK(compare_both(DiskFolder(source_path(folder))) > 50);
  }
}

TEST_CASE("check records: one by one finds what all at once finds, in every rule's examples") {
  for (const Rule* rule : all_rules()) {
    CAPTURE(rule->words.name);
    const std::size_t found = compare_both(folder_of(rule->words.faulty));
    CHECK((found > 0 || rule->scope == Scope::findings));
    compare_both(folder_of(rule->words.sound));
  }
  CHECK(compare_both(mixed_folder()) > all_rules().size());
}

TEST_CASE("check records: one by one finds what all at once finds, in the real folders") {
  for (const char* name : {"it-dashboard", "mta"}) {
    const std::string folder = real_folder(name);
    if (folder.empty()) return;
    CHECK(compare_both(DiskFolder(folder)) > 0);
  }
}

TEST_CASE("check records: where tiers decide, whatever the order of the files") {
  const std::string work =
      "kind: initiative\ntitle: Work\ntype: project\nstatus: STATUS\nowner: jane-doe\n"
      "criticality: CRITICALITY\nparties: [{relationship: PARTY, role: sponsor}]\n"
      "outcomes: [{id: faster, title: Faster}]\n"
      "risks: [{id: late, event: It is late, status: open, response: [mitigate], managed_by: x,"
      " likelihood: {percent: 90}, impact: {amount: AMOUNT}}]\n";
  std::map<std::string, std::string> files;
  files["brm.yaml"] =
      "kind: office\nid: office\ntitle: Office\ncurrency: USD\n"
      "policy: {appetite: 100000}\n";
  int number = 0;
  for (const std::string tier : {"strategic", "preferred", "transactional", "none"}) {
    if (tier != "none") {
      files["m/" + tier + ".yaml"] = "kind: relationship\nid: " + tier +
                                     "\ntitle: P\ntype: agency\nmanager: x\ntier: " + tier + "\n";
    }
    for (const std::string status : {"proposed", "active", "completed"}) {
      for (const std::string criticality : {"high", "low"}) {
        for (const std::string amount : {"5", "5000000"}) {
          const std::string id = "work-" + std::to_string(number++);
          auto each = replaced({{"", work}}, "STATUS", status);
          each = replaced(replaced(each, "CRITICALITY", criticality), "PARTY", tier);
          each = replaced(each, "AMOUNT", amount);
          files[(number % 2 == 0 ? "a/" : "z/") + id + ".yaml"] = "id: " + id + "\n" + each[""];
        }
      }
    }
  }
  CHECK(compare_both(MemoryFolder(files)) > 100);
}

TEST_CASE("check records: an office, its goals and its policy in another file than brm.yaml") {
  const std::string office = read_file(source_path("examples/office/brm.yaml"));
  std::map<std::string, std::string> files{{"a/office.yaml", office}, {"z/other.yaml", office}};
  files["work.yaml"] =
      "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n"
      "criticality: high\nparties: [{relationship: one, role: sponsor}]\n"
      "goals: [quick-answers]\noutcomes: [{id: faster, title: Faster}]\n";
  CHECK(compare_both(MemoryFolder(files)) > 5);
  files["brm.yaml"] = office;
  CHECK(compare_both(MemoryFolder(files)) > 5);
}

TEST_CASE("check records: a file that was changed since it was read is not quoted") {
  const TemporaryFolder folder;
  folder.write("relationships/dhhs.yaml", "kind: relationship\nid: dhhs\n");
  const DiskFolder disk(folder.path());
  const MakeVisitor make = [](const Item* office) {
    return std::make_unique<RulesVisitor>(office);
  };
  Reading reading = read_portfolio(disk, {.visitor = make});
  reading.portfolio.change_file(0).take_bytes();
  restore_bytes(disk, 0, reading);
  CHECK(reading.troubles.empty());
  CHECK(reading.portfolio.file(0).bytes() == "kind: relationship\nid: dhhs\n");
  reading.portfolio.change_file(0).take_bytes();
  folder.write("relationships/dhhs.yaml", "kind: relationship\n");
  restore_bytes(disk, 0, reading);
  CHECK(reading.troubles.size() == 1);
}

}  // namespace brm::test
