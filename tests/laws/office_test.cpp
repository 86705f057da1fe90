// examples/office is the example people learn from: it checks clean, and everything that records
// can say is said in it at least once, computed from the field tables.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "assess/assessment.h"
#include "model/all_kinds.h"
#include "read/read_portfolio.h"
#include "reports/report.h"
#include "rules/walk.h"
#include "support/run.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

const DiskFolder& office_folder() {
  static const DiskFolder folder(source_path("examples/office"));
  return folder;
}

const Reading& office() {
  static const Reading reading = read_portfolio(office_folder());
  return reading;
}

const Assessment& assessed() {
  static const Assessment assessment(office().portfolio, read_date("2026-07-08").date);
  return assessment;
}

/// What is written somewhere: kinds, fields, and words of closed lists, whichever field takes them.
struct Said {
  std::set<std::string_view> kinds;
  std::set<std::string> fields;  // risk.cause
  std::set<std::pair<const std::string_view*, std::string_view>> words;
};

void add_field(Said& said, const Item& item, const Value& value) {
  const Field& field = item.kind->field(value.field);
  said.fields.insert(fmt::format("{}.{}", item.kind->name, field.name));
  if (field.type != Type::choice) return;
  for (const Value& word : rules::elements_of(item, value)) {
    said.words.emplace(field.words.data(), word.as_text());
  }
}

Said said_in(const Portfolio& portfolio) {
  Said said;
  rules::for_each_item(portfolio, [&said](const Item& item) {
    said.kinds.insert(item.kind->name);
    for (const Value& value : item.fields()) add_field(said, item, value);
  });
  return said;
}

void check_field(const Kind& kind, const Field& field, const Said& said) {
  const std::string name = fmt::format("{}.{}", kind.name, field.name);
  if (field.implied.empty()) CHECK_MESSAGE(said.fields.contains(name), name);
  if (&kind == find_kind("rule_severity")) return;  // silencing rules is no thing to learn here
  for (const std::string_view word : field.words) {
    if (word == field.implied) continue;  // it counts where nothing is written
    CHECK_MESSAGE(said.words.contains({field.words.data(), word}), name << ": " << word);
  }
}

}  // namespace

TEST_CASE("office: it checks clean, and so does the small one, without a note") {
  const Ran small = run_brm({"-C", source_path("examples/small"), "check", "--fail-on", "note"});
  CHECK_MESSAGE(small.status == 0, small.out);
  const Ran ran = run_brm({"-C", source_path("examples/office"), "check", "--strict"});
  CHECK_MESSAGE(ran.status == 0, ran.out);
  CHECK(ran.out.ends_with("0 errors, 0 warnings, 0 notes; 2 accepted by x-allow\n"));
}

TEST_CASE("office: every kind, every field and every word is used at least once") {
  const Said said = said_in(office().portfolio);
  for (const Kind* kind : all_kinds()) {
    CHECK_MESSAGE(said.kinds.contains(kind->name), kind->name);
    for (const Field& field : kind->fields) check_field(*kind, field, said);
  }
}

TEST_CASE("office: every verdict and every grade is there to be seen") {
  std::set<Verdict> verdicts;
  std::set<Grade> grades;
  bool is_one_late = false;
  for (const Item* outcome : office().portfolio.all(kinds::outcome)) {
    const Judgement& judgement = assessed().outcome(*outcome);
    verdicts.insert(judgement.verdict);
    grades.insert(judgement.grade);
    is_one_late = is_one_late || judgement.days_late > 0;
  }
  for (const VerdictWords& words : verdict_words()) {
    if (words.verdict == Verdict::none) continue;  // an initiative without outcomes is a fault
    CHECK_MESSAGE(verdicts.contains(words.verdict), words.name);
  }
  for (const Grade grade : {Grade::weak, Grade::fair, Grade::good}) CHECK(grades.contains(grade));
  CHECK(is_one_late);
}

TEST_CASE("office: a watermelon, an avocado, an unsupported green and a stale rating") {
  const auto initiative = [](std::string_view id) -> const InitiativeJudgement& {
    const Item* found = office().portfolio.find(id);
    REQUIRE_MESSAGE(found != nullptr, id);
    return assessed().initiative(*found);
  };
  CHECK(initiative("claims-renewal").is_watermelon);
  CHECK(initiative("county-backbone").is_avocado);
  CHECK(initiative("claims-crosscheck").is_unsupported_green);
  CHECK(initiative("language-access").has_stale_rating);
}

TEST_CASE("office: a golden of each report over it") {
  for (const Report* report : all_reports()) {
    const std::string folder = fmt::format("tests/golden/report/office-{}", report->name);
    CHECK_MESSAGE(fs::exists(source_path(folder + "/args")), folder);
  }
}

}  // namespace brm::test
