// What agencies promise apart: alike by title or by measure, and by nothing else.
#include "reports/relationship_tables.h"
#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::string agency(const std::string& id, const std::string& type = "agency") {
  return "kind: relationship\nid: " + id + "\ntitle: " + id + "\ntype: " + type +
         "\ntier: preferred\nmanager: m\n";
}

struct Promised {
  std::string id;
  std::string party;
  std::string title;
  std::string measure = "Its own";
  std::string status = "active";
};

std::string initiative(const Promised& promised) {
  return "kind: initiative\nid: " + promised.id + "\ntitle: " + promised.id +
         "\ntype: project\nstatus: " + promised.status +
         "\nparties: [{relationship: " + promised.party +
         ", role: beneficiary}]\noutcomes:\n  - id: it\n    title: " + promised.title +
         "\n    beneficiary: " + promised.party + "\n    indicator: {measure: " + promised.measure +
         ", unit: days, direction: decrease}\n";
}

/// `title a+b`: why, and the agencies, of each row.
std::string found(const std::vector<Promised>& promised) {
  std::map<std::string, std::string> files{
      {"a.yaml", agency("a")}, {"b.yaml", agency("b")}, {"p.yaml", agency("p", "private_partner")}};
  for (const Promised& each : promised) files[each.id + ".yaml"] = initiative(each);
  const Assessed read(std::move(files), date_of("2026-07-08"));
  std::string out;
  for (const auto& row : relationship_tables::duplicates(read.assessment).rows) {
    out += to_text(row[0]) + " of " + to_text(row[2]) + ": " + to_text(row[3]) + "\n";
  }
  return out;
}

const std::string families = "Families have a decision in twelve days";

}  // namespace

TEST_CASE("duplicate outcomes: nearly the same title at two agencies") {
  CHECK(found({{"one", "a", families}, {"two", "b", families}}) ==
        "title of a, b: also " + families + " (two/it)\n");
  // Order, numbers, capitals and small words make no difference; another long word does.
  CHECK(found({{"one", "a", "Families have a decision in days"},
               {"two", "b", "In 12 DAYS a decision families have"}})
            .starts_with("title of a, b"));
  CHECK(found({{"one", "a", families}, {"two", "b", "Farmers have a decision in twelve days"}})
            .empty());
}

TEST_CASE("duplicate outcomes: one agency, a partner and finished work promise nothing apart") {
  CHECK(found({{"one", "a", families}, {"two", "a", families}}).empty());
  CHECK(found({{"one", "a", families}, {"two", "p", families}}).empty());
  CHECK(found({{"one", "a", families}, {"two", "b", families, "x", "completed"}}).empty());
  CHECK(found({{"one", "a", families}}).empty());
}

TEST_CASE("duplicate outcomes: the same measure in the same unit, once for one pair") {
  const std::string measure = "median days from application to decision";
  CHECK(found({{"one", "a", families, measure},
               {"two", "b", "Something with other words entirely", measure}})
            .starts_with("measure of a, b"));
  const std::string both =
      found({{"one", "a", families, measure}, {"two", "b", families, measure}});
  CHECK(std::count(both.begin(), both.end(), '\n') == 1);
}

TEST_CASE("duplicate outcomes: two long words are too few to go by") {
  CHECK(found({{"one", "a", "Shorter waiting"}, {"two", "b", "Shorter waiting"}}).empty());
}

}  // namespace brm::test
