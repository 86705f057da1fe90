// Imports of what no record could hold, and of what a folder cannot take.
#include <doctest/doctest.h>

#include "unit/exchange/workplace.h"

namespace brm::test {

TEST_CASE("import: a part that is a bare value is held against its field") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - kind: initiative\n    from: t\n    fields:\n      id: a\n"
              "      milestones: [\"{Name}\"]\n");
  place.write("t.csv", "Name\nOpening\n");
  const Ran ran = place.import();
  CHECK(ran.status == 2);
  CHECK_MESSAGE(
      ran.err.find("`milestones` is a list of parts, and this is none") != std::string::npos,
      ran.err);
}

TEST_CASE("import: an empty text behind a filter is a fault of the mapping") {
  const Workplace place;
  for (const std::string filter : {"split ''", "before ''", "is ''"}) {
    place.write("map.yaml",
                "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
                "  - {kind: person, from: t, fields: {id: \"{Id | " +
                    filter + "}\"}}\n");
    place.write("t.csv", "Id\na\n");
    const Ran ran = place.import();
    CHECK(ran.status == 2);
    CHECK_MESSAGE(ran.err.find("has an empty text behind it") != std::string::npos, ran.err);
  }
}

TEST_CASE("import: many parts of one record, new and old, in one go") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - kind: initiative\n    from: t\n    fields:\n      id: a\n      outcomes:\n"
              "        - {id: \"{Id}\", title: \"{Title}\", goals: [\"{Tag}\"]}\n");
  std::string table = "Id,Title,Tag\n";
  std::string before = "kind: initiative\nid: a\noutcomes:\n";
  std::string after = before;
  for (int i = 0; i < 2000; ++i) {
    const std::string id = "o" + std::to_string(i);
    table += id + ",T " + id + ",x\n" + id + ",T " + id + ",z\n";
    const std::string old = "  - id: " + id + "  # kept\n    notes: old\n";
    if (i < 1000) before += old;
    after +=
        (i < 1000 ? old : "  - id: " + id + "\n") + "    title: T " + id + "\n    goals: [x, z]\n";
  }
  place.write("t.csv", table);
  place.write("records/initiatives/a.yaml", before);
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK_MESSAGE((place.record("initiatives/a.yaml") == after),
                place.record("initiatives/a.yaml").substr(0, 400));
  CHECK(place.import().files.empty());
}

TEST_CASE("import: what no record could hold, and no mapping means, is told and not made") {
  const Workplace place;
  const std::string head =
      "kind: import\ntables:\n  - {name: t, file: t.csv}\n  - {name: u, file: t.csv}\nrecords:\n";
  std::string table = "Id,Text\n";
  for (int i = 0; i < 2000; ++i) table += "a" + std::to_string(i) + ",x\n";
  place.write("t.csv", table + "long," + std::string(60'000, 'y') + "\n");
  place.write("map.yaml", head +
                              "  - kind: initiative\n    from: t\n    fields:\n"
                              "      id: \"{Id}\"\n      outcomes:\n"
                              "        - {from: u, fields: {id: \"{u.Id}\"}}\n");
  const Ran product = place.import();
  CHECK(product.status == 1);
  CHECK(product.files.empty());
  CHECK_MESSAGE(
      product.err.find("makes more than 2,000,000 entries of its rows") != std::string::npos,
      product.err);
  std::string many;
  for (int i = 0; i < 18; ++i) many += "{Text}";
  place.write("map.yaml", head +
                              "  - kind: person\n    from: t\n    fields:\n"
                              "      id: \"{Id}\"\n      notes: \"" +
                              many + "\"\n");
  const Ran amplified = place.import();
  CHECK(amplified.status == 1);
  CHECK_MESSAGE(amplified.err.find("row 2002, column `Text`: the value is longer than 1 MiB") !=
                    std::string::npos,
                amplified.err);
  CHECK(amplified.files.size() == 2001);
}

TEST_CASE("import: two offices, and a folder of which not all can be read") {
  const Workplace place;
  place.write("t.csv", "Id\na\nb\n");
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - {kind: office, from: t, fields: {id: \"{Id}\"}}\n");
  const Ran two = place.import();
  CHECK(two.status == 1);
  CHECK(changed(two.files) == "brm.yaml ");
  CHECK(two.err.find("the mapping makes two offices, and a folder has one") != std::string::npos);
  place.link_away("records/people", "elsewhere");
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - {kind: person, from: t, fields: {id: \"{Id}\"}}\n");
  const Ran away = place.import();
  CHECK(away.status == 2);
  CHECK(away.files.empty());
  CHECK(away.err.find("people: is a symbolic link") != std::string::npos);
  CHECK(away.err.find("not everything could be read, so nothing was imported") !=
        std::string::npos);
}

}  // namespace brm::test
