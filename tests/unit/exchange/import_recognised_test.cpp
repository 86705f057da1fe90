// Which entry of a record a row is about, and that no other one is touched.
#include <doctest/doctest.h>

#include <algorithm>

#include "exchange/part_names.h"
#include "model/all_kinds.h"
#include "unit/exchange/workplace.h"

namespace brm::test {
namespace {

/// `fields` of one relationship, made of the only row.
std::string map_of(const std::string& fields) {
  return "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n  - kind: relationship\n"
         "    from: t\n    fields:\n      id: acme\n" +
         fields;
}

/// The record behind its kind and id.
std::string after_import(const Workplace& place, const std::string& record, int status = 0) {
  const std::string start = "kind: relationship\nid: acme\n";
  place.write("records/relationships/acme.yaml", start + record);
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == status, ran.err);
  CHECK_MESSAGE(place.import().files.empty(), "the second import changed something");
  return place.record("relationships/acme.yaml").substr(start.size());
}

}  // namespace

TEST_CASE("import: a grade of one side does not become the other's") {
  const Workplace place;
  place.write("map.yaml", map_of("      agreements:\n        - id: c\n          performance:\n"
                                 "            - {date: \"{d}\", of: \"{of}\", grade: \"{g}\"}\n"));
  place.write("t.csv", "d,of,g\n2026-06-30,partner,A\n2026-06-30,office,B\n");
  const std::string ours =
      "agreements:\n  - id: c\n    performance:\n"
      "      - {date: 2026-06-30, of: office, grade: D, evidence: our minutes}\n";
  // The day and side are one row's, so its grade is; the other side's grade is one more.
  CHECK(after_import(place, ours) ==
        "agreements:\n  - id: c\n    performance:\n"
        "      - {date: 2026-06-30, of: office, grade: B, evidence: our minutes}\n"
        "      - {date: 2026-06-30, of: partner, grade: A}\n");
  place.write("t.csv", "d,of,g\n2026-06-30,partner,A\n");
  CHECK(after_import(place, ours) == ours + "      - {date: 2026-06-30, of: partner, grade: A}\n");
}

TEST_CASE("import: advice, amendments, reviews and identifiers of others stay theirs") {
  const Workplace place;
  place.write("map.yaml",
              map_of("      identifiers: [{scheme: LEI, id: \"{n}\"}]\n"
                     "      reviews: [{date: \"{d}\", held_by: bob, summary: Short}]\n"
                     "      advice: [{date: \"{d}\", from: us, about: change, text: \"{t}\"}]\n"
                     "      agreements:\n        - id: c\n          amendments:\n"
                     "            - {date: \"{d}\", rationale: New price, value_change: 200}\n"));
  place.write("t.csv", "d,n,t\n2026-06-30,77,Train people\n");
  const std::string theirs =
      "identifiers:\n  - {scheme: DUNS, id: 77}\n"
      "reviews:\n  - {date: 2026-06-30, held_by: jane, summary: Long}\n"
      "advice:\n  - {date: 2026-06-30, from: partner, about: change, text: Train people}\n"
      "  - {date: 2026-06-30, from: us, about: change, text: Wait}\n"
      "agreements:\n  - id: c\n    amendments:\n"
      "      - {date: 2026-06-30, rationale: Longer, value_change: 9}\n";
  CHECK(after_import(place, theirs) ==
        "identifiers:\n  - {scheme: DUNS, id: 77}\n  - {scheme: LEI, id: 77}\n"
        "reviews:\n  - {date: 2026-06-30, held_by: jane, summary: Long}\n"
        "  - {date: 2026-06-30, held_by: bob, summary: Short}\n"
        "advice:\n  - {date: 2026-06-30, from: partner, about: change, text: Train people}\n"
        "  - {date: 2026-06-30, from: us, about: change, text: Wait}\n"
        "  - {date: 2026-06-30, from: us, about: change, text: Train people}\n"
        "agreements:\n  - id: c\n    amendments:\n"
        "      - {date: 2026-06-30, rationale: Longer, value_change: 9}\n"
        "      - {date: 2026-06-30, rationale: New price, value_change: 200}\n");
}

TEST_CASE("import: what a person added to an entry does not make it another one") {
  const Workplace place;
  place.write("map.yaml", map_of("      reviews: [{date: \"{d}\", summary: \"{t}\"}]\n"
                                 "      agreements:\n        - id: c\n          milestones:\n"
                                 "            - {title: \"{t}\", due: \"{d}\"}\n"));
  place.write("t.csv", "d,t\n2026-06-30,Short\n");
  const std::string written =
      "reviews:\n  - {date: 2026-06-30, held_by: jane, summary: Short}\n"
      "agreements:\n  - id: c\n    milestones:\n"
      "      - {id: m1, title: Short, due: 2026-06-30, met_on: 2026-06-29}\n";
  CHECK(after_import(place, written) == written);
  // A milestone is known by its title; whose review it is nobody can tell once it says more.
  place.write("t.csv", "d,t\n2026-07-31,Short\n");
  CHECK(after_import(place, written) ==
        "reviews:\n  - {date: 2026-06-30, held_by: jane, summary: Short}\n"
        "  - {date: 2026-07-31, summary: Short}\n"
        "agreements:\n  - id: c\n    milestones:\n"
        "      - {id: m1, title: Short, due: 2026-07-31, met_on: 2026-06-29}\n");
}

TEST_CASE("import: rows with an id and rows without one do not take each other's entries") {
  const Workplace place;
  place.write("map.yaml", map_of("      agreements:\n        - id: c\n          milestones:\n"
                                 "            - {id: \"{i}\", title: \"{t}\", due: \"{d}\"}\n"));
  place.write("t.csv", "i,t,d\na,Pay,2026-01-31\nb,Pay,2026-02-28\n,Pay,2026-03-31\n");
  const std::string all =
      "agreements:\n  - id: c\n    milestones:\n"
      "      - {id: a, title: Pay, due: 2026-01-31}\n"
      "      - {id: b, title: Pay, due: 2026-02-28}\n"
      "      - {title: Pay, due: 2026-03-31}\n";
  const Ran fresh = place.import();
  CHECK_MESSAGE(fresh.status == 0, fresh.err);
  CHECK(place.record("relationships/acme.yaml") == "kind: relationship\nid: acme\n" + all);
  CHECK(after_import(place,
                     "agreements:\n  - id: c\n    milestones:\n"
                     "      - {id: a, title: Pay, due: 2026-12-31}\n") == all);
}

TEST_CASE("import: of two entries that nothing tells apart neither is changed") {
  const Workplace place;
  place.write("map.yaml",
              map_of("      satisfaction:\n        - {date: \"{d}\", by: Survey, score: "
                     "\"{s}\", out_of: 5}\n"));
  place.write("t.csv", "d,s\n2026-06-30,2\n");
  const std::string doubled =
      "satisfaction:\n  - {date: 2026-06-30, by: Survey, score: 4, out_of: 5}\n"
      "  - {date: 2026-06-30, by: Survey, score: 3, out_of: 5}\n";
  CHECK(after_import(place, doubled, 1) == doubled);
  CHECK_MESSAGE(
      place.import().err.find("acme.yaml:4: `satisfaction`: nothing tells this entry from "
                              "that of line 5, so both stay as they are") != std::string::npos,
      place.import().err);
  place.write("t.csv", "d,s\n2026-06-30,3\n");
  CHECK(after_import(place, doubled) == doubled);  // one of them says so
}

TEST_CASE("import: two records of one id are left alone") {
  const Workplace place;
  place.write("map.yaml", map_of("      title: \"{t}\"\n"));
  place.write("t.csv", "t\nNew\n");
  place.write("records/a/acme.yaml", "kind: relationship\nid: acme\ntitle: One\n");
  place.write("records/b/acme.yaml", "kind: relationship\nid: acme\ntitle: Two\n");
  const Ran ran = place.import();
  CHECK(ran.status == 1);
  CHECK(ran.files.empty());
  CHECK_MESSAGE(ran.err.find("acme: two records have this id, in a/acme.yaml and b/acme.yaml, so "
                             "neither is changed\n") != std::string::npos,
                ran.err);
}

TEST_CASE("import: every list of parts has an id or says what names its entries") {
  for (const Kind* kind : all_kinds()) {
    for (std::size_t i = 0; i < kind->size(); ++i) {
      const Field& field = kind->field(i);
      if (field.type != Type::part || field.many != Many::list) continue;
      const Kind& part = *field.part;
      const bool must_have_id =
          has_id(part) && part.field(part.index_of("id")).need == Need::required;
      CHECK_MESSAGE(must_have_id == naming_fields(part).empty(), part.name);
    }
  }
  for (const PartNames& each : all_part_names()) {
    for (const std::string_view field : each.fields) {
      CHECK_MESSAGE(each.kind->index_of(field) < each.kind->size(),
                    each.kind->name << " has no " << field);
    }
  }
}

}  // namespace brm::test
