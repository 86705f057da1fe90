// Rows that make nothing: each is said, unless the mapping passes it over.
#include <doctest/doctest.h>

#include "unit/exchange/workplace.h"

namespace brm::test {
namespace {

constexpr std::string_view project_map =
    "kind: import\ntables:\n  - {name: p, file: p.csv}\n  - {name: t, file: t.csv}\nrecords:\n  - "
    "kind: initiative\n    from: p\n    fields:\n      id: \"{Name | slug 8}\"\n      title: "
    "\"{Name}\"\n      milestones:\n        - from: t\n          match: {Project: Name}\n          "
    "fields:\n            id: \"{Step | slug}\"\n            title: \"{Step}\"\n            due: "
    "\"{Due}\"\n";

std::string with(std::string_view map, std::string_view place, const std::string& more) {
  std::string out(map);
  return out.insert(out.find(place), more);
}

bool says(const Ran& ran, std::string_view words) {
  return ran.err.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("import: a row whose part lacks what it needs is said") {
  const Workplace place;
  place.write("map.yaml", std::string(project_map));
  place.write("p.csv", "Name\nAlpha\n");
  place.write(
      "t.csv",
      "Project,Step,Due\nAlpha,Design,2026-01-31\nAlpha,Build,\nAlpha,,2026-03-31\nAlpha,,\n");
  const Ran ran = place.import();
  CHECK(ran.status == 1);
  CHECK_MESSAGE(says(ran,
                     "t.csv: row 3, column `Due`: no `due` comes of it, so this row's entry of "
                     "milestones is left out\n  help: fill the column, say what else counts behind "
                     "`||`, or pass such rows over with `if` in the entry\n"),
                ran.err);
  CHECK(says(ran, "t.csv: row 4, column `Step`: no `id` comes of it"));
  CHECK(!says(ran, "row 5"));  // it says nothing of a milestone
  CHECK(ran.out.find("; 2 values or rows left out") != std::string::npos);
  CHECK(place.record("initiatives/alpha.yaml") ==
        "kind: initiative\nid: alpha\ntitle: Alpha\nmilestones:\n  - {id: design, title: Design, "
        "due: 2026-01-31}\n");
  place.write("map.yaml",
              with(project_map, "          fields", "          if: \"{Step} {Due}\"\n"));
  CHECK(place.import().status == 0);
  // What could not be read is a fault of its own; what is empty besides is none the less missing.
  place.write("map.yaml", std::string(project_map));
  place.write("t.csv", "Project,Step,Due\nAlpha,Build,soon\nAlpha,,soon\n");
  const Ran two = place.import();
  CHECK(says(two, "t.csv: row 2, column `Due`: "));
  CHECK(!says(two, "row 2, column `Due`: no `due`"));
  CHECK_MESSAGE(says(two, "t.csv: row 3, column `Step`: no `id` comes of it"), two.err);
}

TEST_CASE("import: a joined row that matches nothing is said, once, and many are counted") {
  const Workplace place;
  place.write("map.yaml", std::string(project_map));
  place.write("p.csv", "Name\nAlpha\n");
  place.write("t.csv", "Project,Step,Due\nAlpha,Design,2026-01-31\nalfa,Build,2026-02-28\n");
  const Ran one = place.import();
  CHECK(one.status == 1);
  CHECK_MESSAGE(says(one,
                     "t.csv: row 3: no row of `p` matches `Project` `alfa`, so the row is left "
                     "out\n  help: mend the table, pass such rows over with `if`, or write "
                     "`unmatched: fine` beside `match`\n"),
                one.err);
  std::string many = "Project,Step,Due\n";
  for (int i = 0; i < 20; ++i) many += "alfa,Build,2026-02-28\n";
  place.write("t.csv", many);
  const Ran counted = place.import();
  CHECK(says(counted, "row 6: no row of `p`"));
  CHECK_MESSAGE(
      says(counted, "t.csv: row 7: no row of `p` matches this and 14 rows below either\n"),
      counted.err);
  CHECK(counted.out.find("; 20 values or rows left out") != std::string::npos);
  place.write("map.yaml", with(project_map, "          fields", "          unmatched: fine\n"));
  CHECK(place.import().status == 0);
  place.write("map.yaml",
              with(project_map, "          fields", "          if: \"{Project | not alfa}\"\n"));
  CHECK(place.import().status == 0);
}

TEST_CASE("import: names that fall together in one id are not poured into one record") {
  const Workplace place;
  place.write("map.yaml", std::string(project_map));
  place.write("p.csv", "Name\nAlphabet one\nAlphabet two\nÆther\nAether\n");
  place.write("t.csv",
              "Project,Step,Due\nAlphabet one,Go!,2026-01-31\nAlphabet two,Go,2026-02-28\nÆther,A "
              "– B,2026-03-31\nAether,a-b,2026-03-31\n");
  const Ran ran = place.import();
  CHECK(ran.status == 1);
  CHECK_MESSAGE(says(ran,
                     "p.csv: row 3, column `Name`: `Alphabet two` makes the id `alphabet`, and so "
                     "does `Alphabet one` of row 2; it is left out\n"),
                ran.err);
  CHECK(says(ran, "t.csv: row 3: no row of `p` matches `Project` `Alphabet two`"));
  CHECK(place.record("initiatives/alphabet.yaml") ==
        "kind: initiative\nid: alphabet\ntitle: Alphabet one\nmilestones:\n  - {id: go, title: "
        "Go!, due: 2026-01-31}\n");
  // The same letters are one name only where nothing contradicts that.
  CHECK(says(ran, "p.csv: row 5, column `Name`: `Aether` makes the id `aether`"));
}

TEST_CASE("import: one name that is written in two ways is one") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - kind: relationship\n    from: t\n    fields:\n      id: \"{Name | slug}\"\n"
              "      tags: [\"{Tag}\"]\n");
  place.write("t.csv", "Name,Tag\nAcme Inc.,a\nACME  Inc,b\nAcme & Inc,c\n\"Æcme, Inc\",d\n");
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK(place.record("relationships/acme-inc.yaml") ==
        "kind: relationship\nid: acme-inc\ntags: [a, b, c]\n");
  CHECK(place.record("relationships/aecme-inc.yaml") ==
        "kind: relationship\nid: aecme-inc\ntags: [d]\n");
}

TEST_CASE("import: a table that says two things of one key is not looked up in") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: a, file: a.csv}\n  - {name: b, file: "
              "b.csv}\nrecords:\n  - kind: relationship\n    from: a\n    fields:\n      id: "
              "\"{id}\"\n      title: \"{code | lookup b code name}\"\n");
  place.write("a.csv", "id,code\na,1\nb,2\n");
  place.write("b.csv", "code,name\n1,Audit\n2,Books\n1,Budget\n2,Books\n");
  const Ran ran = place.import();
  CHECK(ran.status == 1);
  CHECK_MESSAGE(says(ran,
                     "a.csv: row 2, column `code`: table `b` says two things of `1`: `Audit` in "
                     "row 2, `Budget` in row 4\n  help: take one of the two rows out\n"),
                ran.err);
  CHECK(place.record("relationships/a.yaml") == "kind: relationship\nid: a\n");
  CHECK(place.record("relationships/b.yaml") == "kind: relationship\nid: b\ntitle: Books\n");
}

TEST_CASE("import: fields of the office's own are written as they are") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - kind: relationship\n    from: t\n    fields:\n      id: \"{id}\"\n"
              "      title: \"{id}\"\n      x-cost-centre: \"{centre}\"\n");
  place.write("t.csv", "id,centre\na,4711\nb,4712\n");
  place.write("records/relationships/b.yaml",
              "kind: relationship\nid: b\nx-cost-centre: 1 # old\ntitle: b\n");
  CHECK(place.import().status == 0);
  CHECK(place.record("relationships/a.yaml") ==
        "kind: relationship\nid: a\ntitle: a\nx-cost-centre: 4711\n");
  CHECK(place.record("relationships/b.yaml") ==
        "kind: relationship\nid: b\nx-cost-centre: 4712 # old\ntitle: b\n");
  CHECK(place.import().files.empty());
}

TEST_CASE("import: numbers of json are what is written") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.json}\nrecords:\n  - kind: "
              "relationship\n    from: t\n    fields:\n      id: \"{id}\"\n      title: \"{n}\"\n");
  const auto title_of = [&](const std::string& number) {
    place.write("t.json", "[{\"id\": \"a\", \"n\": " + number + "}]");
    CHECK(place.import().status == 0);
    const std::string record = place.record("relationships/a.yaml");
    const std::string start = "kind: relationship\nid: a\ntitle: ";
    return record.substr(start.size(), record.size() - start.size() - 1);
  };
  CHECK(title_of("12345678901234567890123") == "12345678901234567890123");
  CHECK(title_of("99999999999999.99") == "99999999999999.99");
  CHECK(title_of("2026.10") == "2026.10");
  CHECK(title_of("-7") == "-7");
  CHECK(title_of("50.0") == "50");
  CHECK(title_of("-1e2") == "-100");
  CHECK(title_of("1.25E+1") == "12.5");
  CHECK(title_of("15e-3") == "0.015");
  CHECK(title_of("1e200") == "1e200");
}

}  // namespace brm::test
