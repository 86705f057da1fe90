// Whole imports: from files on the disk to the bytes that would be written.
#include <doctest/doctest.h>

#include "unit/exchange/workplace.h"

namespace brm::test {
namespace {

constexpr std::string_view vendor_map =
    "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n  - kind: relationship\n    "
    "from: t\n"
    "    fields:\n      id: \"{Name | slug}\"\n      title: \"{Name}\"\n      type: "
    "private_partner\n"
    "      tier: \"{Tier}\"\n      manager: m\n      agreements:\n        - id: \"{Contract | "
    "slug}\"\n"
    "          type: contract\n          title: \"{Contract}\"\n          period: {start: "
    "\"{From}\"}\n"
    "          value: \"{Value | number}\"\n";

}  // namespace

TEST_CASE("import: one record for each id, and every row adds its part") {
  const Workplace place;
  place.write("map.yaml", std::string(vendor_map));
  place.write("t.csv",
              "Name,Tier,Contract,From,Value\nAcme,strategic,C1,2026-01-01,\"1,000\"\n"
              "Acme,strategic,C2,2026-02-01,\nOther,preferred,C3,2026-03-01,5\n");
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK(changed(ran.files) == "relationships/acme.yaml relationships/other.yaml ");
  CHECK(place.record("relationships/acme.yaml") ==
        "kind: relationship\nid: acme\ntitle: Acme\ntype: private_partner\ntier: strategic\n"
        "manager: m\nagreements:\n"
        "  - id: c1\n    type: contract\n    title: C1\n    period: {start: 2026-01-01}\n    "
        "value: 1000\n"
        "  - id: c2\n    type: contract\n    title: C2\n    period: {start: 2026-02-01}\n");
  CHECK(place.import().files.empty());
}

TEST_CASE("import: only what differs is written, in its place") {
  const Workplace place;
  place.write("map.yaml", std::string(vendor_map));
  place.write("t.csv",
              "Name,Tier,Contract,From,Value\nAcme,preferred,C1,2026-01-01,1500\n"
              "Acme,preferred,C2,2026-02-01,7\n");
  place.write(
      "records/partners/acme.yaml",
      "# The one in the capital.\nkind: relationship\nid: acme\ntitle: Acme\n\n"
      "type: private_partner   # since 2019\ntier: strategic # agreed in May\nmanager: m\n"
      "shared_purpose: Ours.\nagreements:\n  - id: c1\n    type: contract\n    title: C1 # ours\n"
      "    period: {start: 2026-01-01, end: 2027-01-01}\n    value: 1000.00\n"
      "  - {id: old, type: mou, title: Old, period: {start: 2020-01-01}}\nnotes: kept\n");
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK(changed(ran.files) == "partners/acme.yaml ");
  CHECK(ran.files[0].how == Writing::update);
  CHECK(place.record("partners/acme.yaml") ==
        "# The one in the capital.\nkind: relationship\nid: acme\ntitle: Acme\n\n"
        "type: private_partner   # since 2019\ntier: preferred # agreed in May\nmanager: m\n"
        "shared_purpose: Ours.\nagreements:\n  - id: c1\n    type: contract\n    title: C1 # ours\n"
        "    period: {start: 2026-01-01, end: 2027-01-01}\n    value: 1500\n"
        "  - {id: old, type: mou, title: Old, period: {start: 2020-01-01}}\n"
        "  - {id: c2, type: contract, title: C2, period: {start: 2026-02-01}, value: 7}\nnotes: "
        "kept\n");
  CHECK(place.import().files.empty());
}

TEST_CASE("import: faults name file, row and column, and do not stop the rest") {
  const Workplace place;
  place.write("map.yaml", std::string(vendor_map));
  place.write("t.csv",
              "Name,Tier,Contract,From,Value\nAcme,gold,C1,2026-13-01,a lot\n,strategic,C2,,\n"
              "Fine,strategic,C3,2026-01-01,1\nFine,preferred,C4,2026-01-01,2\nshort\n");
  const Ran ran = place.import();
  CHECK(ran.status == 1);
  CHECK(changed(ran.files) == "relationships/acme.yaml relationships/fine.yaml ");
  for (const std::string_view part :
       {"t.csv: row 2, column `Tier`: `gold` is no word for `tier`", "row 2, column `From`: ",
        "row 2, column `Value`: `a lot` is no number", "row 3, column `Name`: the row makes no id",
        "row 5, column `Tier`: `tier` would be `preferred`, and an earlier row of the same id said "
        "`strategic`",
        "t.csv: row 6: the row has 1 value, and the header 5"}) {
    CHECK_MESSAGE(ran.err.find(part) != std::string::npos, part << "\nin\n" << ran.err);
  }
  CHECK(place.record("relationships/fine.yaml").find("C4") != std::string::npos);
  CHECK(place.record("relationships/acme.yaml").find("tier") == std::string::npos);
}

TEST_CASE("import: an id of another kind, and a file in the way, are said") {
  const Workplace place;
  place.write("map.yaml", std::string(vendor_map));
  place.write("t.csv",
              "Name,Tier,Contract,From,Value\nAcme,strategic,C1,2026-01-01,1\n"
              "Other,strategic,C2,2026-01-01,1\n");
  place.write("records/people/acme.yaml", "kind: person\nid: acme\nrole: Clerk\n");
  place.write("records/relationships/other.yaml", "kind: relationship\nid: [\n");
  const Ran ran = place.import();
  CHECK(ran.status == 1);
  CHECK(ran.files.empty());
  CHECK(ran.err.find("`acme` is the id of a record of another kind, person") != std::string::npos);
  CHECK(ran.err.find("relationships/other.yaml is there, and no record") != std::string::npos);
}

TEST_CASE("import: no title breaks out of its value") {
  const Workplace place;
  place.write("map.yaml", std::string(vendor_map));
  place.write("t.csv",
              "Name;Tier;Contract;From;Value\n\"a: b # c, {d} \"\"e\"\" \\ 'f'\";strategic;"
              "\"- x\";2026-01-01;1\n\"yes\";strategic;\"null\";2026-01-01;1\n");
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK(place.import().files.empty());
  const std::string text = place.record("relationships/a-b-c-d-e-f.yaml");
  CHECK_MESSAGE(text.find("title: 'a: b # c, {d} \"e\" \\ ''f'''\n") != std::string::npos, text);
}

TEST_CASE("import: of a measurement that cannot be read no pending one is made") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - kind: initiative\n    from: t\n    fields:\n      id: a\n      outcomes:\n"
              "        - id: o\n          measurements:\n"
              "            - {date: \"{Day}\", value: \"{Value | number}\"}\n");
  place.write("t.csv", "Day,Value\n2026-01-31,1\n2026-02-28,two\n2026-03-31,\n");
  const Ran ran = place.import();
  CHECK(ran.status == 1);
  CHECK(ran.err.find("t.csv: row 3, column `Value`: `two` is no number\n") != std::string::npos);
  const std::string text = place.record("initiatives/a.yaml");
  CHECK_MESSAGE(text.find("      - {date: 2026-01-31, value: 1}\n      - {date: 2026-03-31}\n") !=
                    std::string::npos,
                text);
}

TEST_CASE("import: json whose objects lack some of their values, and a table without rows") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: p, file: t.json, rows: parties}\n"
              "  - {name: d, file: t.json, rows: parties.deals, when_empty: fine}\nrecords:\n"
              "  - kind: relationship\n    from: p\n    fields:\n"
              "      id: \"{name? | slug} || {id | slug}\"\n      title: \"{name?} || {id}\"\n"
              "      notes: \"{remark?}\"\n      promises:\n        - from: d\n"
              "          match: {parties.id: id}\n          fields: {id: \"{deal}\"}\n");
  place.write("t.json",
              "{\"parties\": [{\"id\": \"X-1\", \"name\": \"Նա\"}, {\"id\": \"X-3\"},"
              " {\"id\": \"X-2\", \"name\": \"Société Bâle\"}]}");
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK(changed(ran.files) ==
        "relationships/societe-bale.yaml relationships/x-1.yaml relationships/x-3.yaml ");
  place.write("t.json", std::string(200'000, '[') + std::string(200'000, ']'));
  const Ran deep = place.import();
  CHECK(deep.status == 2);
  CHECK_MESSAGE(deep.err.ends_with("t.json: it is nested deeper than 100\n"
                                   "  help: have whoever writes it mend it\n"
                                   "brm: nothing was imported, as a table could not be read\n"),
                deep.err);
}

TEST_CASE("import: a table without a row ends it, unless it may be empty") {
  const Workplace place;
  place.write("map.yaml", std::string(vendor_map));
  place.write("t.csv", "Name,Tier,Contract,From,Value\n\n");
  const Ran ran = place.import();
  CHECK(ran.status == 2);
  CHECK_MESSAGE(ran.err.ends_with("t.csv: it has a header and no row below it\n"
                                  "  help: write `when_empty: fine` beside `file` where there may "
                                  "be no rows\n"
                                  "brm: nothing was imported, as a table could not be read\n"),
                ran.err);
  std::string may_be_empty(vendor_map);
  may_be_empty.replace(may_be_empty.find("t.csv}"), 6, "t.csv, when_empty: fine}");
  place.write("map.yaml", may_be_empty);
  const Ran fine = place.import();
  CHECK_MESSAGE(fine.status == 0, fine.err);
  CHECK(fine.out.starts_with("0 records new, 0 changed, 0 as before"));
  // Rows that cannot be taken are rows: each is told, and none of them is no row.
  place.write("map.yaml", std::string(vendor_map));
  place.write("t.csv", "Name,Tier,Contract,From,Value\nshort\n");
  const Ran faulty = place.import();
  CHECK(faulty.status == 1);
  CHECK(faulty.err.find("no row below") == std::string::npos);
}

TEST_CASE("import: json that says two things of one, or nothing in the shape of the others") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.json}\nrecords:\n"
              "  - kind: relationship\n    from: t\n    fields:\n      id: \"{id}\"\n"
              "      title: \"{title}\"\n      tags: [\"{tags?}\"]\n"
              "      notes: \"{note.text?} || {note?}\"\n");
  place.write("t.json", "[\n{\"id\": \"a\", \"title\": \"A\",\n \"title\": \"B\"}]");
  const Ran twice = place.import();
  CHECK(twice.status == 2);
  CHECK(twice.files.empty());
  CHECK_MESSAGE(twice.err.find("t.json: line 3 has `title` for the second time in one object\n") !=
                    std::string::npos,
                twice.err);
  place.write("t.json",
              "[{\"id\": \"a\", \"title\": {\"en\": \"A\"}, \"note\": {\"text\": \"inner\"}},\n"
              " {\"id\": \"b\", \"title\": \"B\", \"tags\": [\"x\", {\"y\": 1}], \"note\": "
              "\"plain\"},\n"
              " {\"id\": \"c\", \"title\": \"C\", \"tags\": [{\"y\": 1}]},\n"
              " [{\"id\": \"d\", \"title\": \"D\"}], 5,\n"
              " {\"id\": \"e\", \"title\": null, \"tags\": [\"z\"], \"note\": null}]");
  const Ran mixed = place.import();
  CHECK(mixed.status == 1);
  for (const std::string_view part :
       {"row 1, column `title`: it is an object here, and a plain value in other rows\n",
        "row 2, column `tags`: the list holds plain values and others\n",
        "row 3, column `tags`: it is a list of objects here, and something else in other rows\n",
        "t.json: row 4: it is a list within a list\n", "t.json: row 5: it is no object\n"}) {
    CHECK_MESSAGE(mixed.err.find(part) != std::string::npos, part << "\nin\n" << mixed.err);
  }
  CHECK(place.record("relationships/a.yaml") == "kind: relationship\nid: a\nnotes: inner\n");
  CHECK(place.record("relationships/b.yaml") ==
        "kind: relationship\nid: b\ntitle: B\nnotes: plain\n");
  CHECK(place.record("relationships/e.yaml") == "kind: relationship\nid: e\ntags: [z]\n");
}

TEST_CASE("import: of rows that differ the last counts where the mapping says so") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv, conflict: last_counts}\n"
              "records:\n  - {kind: relationship, from: t, folder: partners/new,"
              " fields: {id: \"{Id}\", title: \"{Title}\"}}\n");
  place.write("t.csv", "Id,Title\na,Old\na,New\n");
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK(place.record("partners/new/a.yaml") == "kind: relationship\nid: a\ntitle: New\n");
}

TEST_CASE("import: records go nowhere but below the root, and no two have one id") {
  const Workplace place;
  place.write("t.csv", "Id\na\n");
  for (const std::string folder : {"../up", "/up", ".git", "a//b", "a/../b", "'a\\b'", "''"}) {
    place.write("map.yaml",
                "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
                "  - {kind: relationship, from: t, fields: {id: \"{Id}\"}, folder: " +
                    folder + "}\n");
    const Ran ran = place.import();
    CHECK_MESSAGE(ran.status == 2, folder);
    CHECK_MESSAGE(ran.err.find("is no folder of records") != std::string::npos, ran.err);
    CHECK(ran.files.empty());
  }
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - {kind: relationship, from: t, fields: {id: \"{Id}\"}}\n"
              "  - {kind: initiative, from: t, fields: {id: \"{Id}\"}}\n");
  const Ran ran = place.import();
  CHECK(ran.status == 1);
  CHECK(changed(ran.files) == "relationships/a.yaml ");
  CHECK(ran.err.find("`a` would be the id of two records, relationship and initiative") !=
        std::string::npos);
}

TEST_CASE("import: items come into a list as the list is written") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - kind: initiative\n    from: t\n    fields:\n      id: a\n      outcomes:\n"
              "        - id: \"{Id}\"\n          measurements:\n"
              "            - {date: \"{Day}\", value: \"{Value}\"}\n");
  place.write("t.csv",
              "Id,Day,Value\nf,2026-01-31,1\nf,2026-02-28,2\nf,2026-03-31,3\nb,2026-01-31,4\n"
              "b,2026-02-28,5\nb,2026-03-31,6\ne,2026-01-31,7\ne,2026-02-28,8\nm,2026-01-31,9\n"
              "m,2026-02-28,10\n");
  const std::string before =
      "kind: initiative\nid: a\noutcomes:\n"
      "  - id: f\n    measurements: [{date: 2026-01-31, value: 1}]  # in brackets\n"
      "  - id: b\n    measurements:\n      - date: 2026-01-31\n        value: 4\n"
      "  - id: e\n    measurements: []\n"
      "  - id: m\n    title: None yet\n";
  place.write("records/initiatives/a.yaml", before);
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK(place.record("initiatives/a.yaml") ==
        "kind: initiative\nid: a\noutcomes:\n"
        "  - id: f\n    measurements: [{date: 2026-01-31, value: 1}, {date: 2026-02-28, value: 2}, "
        "{date: 2026-03-31, value: 3}]  # in brackets\n"
        "  - id: b\n    measurements:\n      - date: 2026-01-31\n        value: 4\n"
        "      - date: 2026-02-28\n        value: 5\n      - date: 2026-03-31\n        value: 6\n"
        "  - id: e\n    measurements:\n      - {date: 2026-01-31, value: 7}\n"
        "      - {date: 2026-02-28, value: 8}\n"
        "  - id: m\n    title: None yet\n    measurements:\n      - date: 2026-01-31\n        "
        "value: 9\n"
        "      - date: 2026-02-28\n        value: 10\n");
  CHECK(place.import().files.empty());
}

TEST_CASE("import: many parts come into many lists, whatever each is written like") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - kind: initiative\n    from: t\n    fields:\n      id: a\n      title: A\n"
              "      outcomes:\n        - id: \"{Id}\"\n          title: \"{Title}\"\n"
              "          measurements:\n            - {date: \"{Day}\", value: \"{Value}\"}\n");
  std::string table = "Id,Title,Day,Value\n";
  for (const std::string id : {"f", "b", "e", "n"}) {
    for (int month = 1; month <= 12; ++month) {
      table += id + ",T" + id + ",2025-" + (month < 10 ? "0" : "") + std::to_string(month) +
               "-28," + std::to_string(month) + "\n";
    }
  }
  place.write("t.csv", table);
  place.write("records/initiatives/a.yaml",
              "kind: initiative\nid: a\noutcomes:\n"
              "  - id: f\n    measurements: [{date: 2025-01-28, value: 99}]  # in brackets\n"
              "  - id: b\n    measurements:\n      - date: 2025-01-28\n        value: 1\n"
              "  - id: e\n    measurements: []");
  const Ran ran = place.import();
  CHECK_MESSAGE(ran.status == 0, ran.err);
  const std::string text = place.record("initiatives/a.yaml");
  const auto count = [&](const std::string& words) {
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
      ++found;
    return found;
  };
  CHECK_MESSAGE(count("{date: 2025-") == 24, text);  // of f and e
  CHECK(count("date: 2025-") == 48);
  CHECK(count("title: T") == 4);
  CHECK(text.find("value: 99") == std::string::npos);
  CHECK(text.find("]  # in brackets\n    title: Tf\n  - id: b\n") != std::string::npos);
  CHECK(text.find("        value: 12\n    title: Tb\n  - id: e\n") != std::string::npos);
  CHECK(text.ends_with("\ntitle: A"));
  CHECK(place.import().files.empty());
}

TEST_CASE("import: lines of a cell are lines, and what no text may hold is a fault") {
  const Workplace place;
  place.write("map.yaml",
              "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n"
              "  - {kind: relationship, from: t, fields: {id: \"{Id}\", notes: \"{Notes}\"}}\n");
  place.write("t.csv",
              "Id,Notes\r\na,\"one\r\ntwo\rthree\"\r\nb,\"x\x01y\"\r\nc,\"\xE2\x80\xAEx\"\r\n");
  const Ran ran = place.import();
  CHECK(ran.status == 1);
  CHECK(place.record("relationships/a.yaml") ==
        "kind: relationship\nid: a\nnotes: \"one\\ntwo\\nthree\"\n");
  CHECK(place.record("relationships/b.yaml") == "kind: relationship\nid: b\n");
  CHECK(ran.err.find(
            "row 3, column `Notes`: a character that no text has, U+0001, is in the value") !=
        std::string::npos);
  CHECK(ran.err.find("column `Notes`: a character that no text has, U+202E") != std::string::npos);
  CHECK(place.import().files.empty());
}

}  // namespace brm::test
