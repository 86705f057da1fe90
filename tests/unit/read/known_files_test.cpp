// Reading a folder beside another reading of nearly the same files.
#include <doctest/doctest.h>

#include "model/of.h"
#include "model/office_fields.h"
#include "model/people_fields.h"
#include "read/known_files.h"

namespace brm::test {
namespace {

using Files = std::map<std::string, std::string>;

std::string person(const std::string& id, const std::string& role = "Clerk") {
  return "kind: person\nid: " + id + "\nrole: " + role + "\n";
}
std::string office(const std::string& currency = "USD") {
  return "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: " + currency + "\n";
}

Reading read_beside(const Reading& other, Files files, std::vector<std::string> known,
                    std::optional<Audience> audience = {}) {
  ReadOptions options;
  options.audience = audience;
  return read_portfolio(MemoryFolder(std::move(files)), options, {&other, std::move(known)});
}

std::size_t files_parsed(const Reading& reading) {
  return reading.lanes.quick + reading.lanes.strict;
}

std::string ids_of(const Reading& reading) {
  std::string out;
  for (const Item* record : reading.portfolio.records()) out += std::string(record->id()) + " ";
  return out;
}

}  // namespace

TEST_CASE("known files: their records are the same items, and only the others are read") {
  const Files now{{"b.yaml", person("b")}, {"brm.yaml", office()}, {"d.yaml", person("d")}};
  const Reading present = read_portfolio(MemoryFolder(now));
  const Files then{{"a.yaml", person("a")},
                   {"b.yaml", person("b")},
                   {"brm.yaml", office()},
                   {"d.yaml", person("d", "Judge")}};
  const Reading earlier = read_beside(present, then, {"b.yaml", "brm.yaml"});
  CHECK(files_parsed(earlier) == 2);
  CHECK(earlier.files_read == 4);
  CHECK(ids_of(earlier) == "a b it d ");  // by path
  CHECK(earlier.portfolio.find("b") == present.portfolio.find("b"));
  CHECK(earlier.portfolio.office() == present.portfolio.office());
  CHECK(earlier.portfolio.find("d") != present.portfolio.find("d"));
  CHECK(Of<kinds::person>(*earlier.portfolio.find("d")).text<"role">() == "Judge");
  const Item& d = *earlier.portfolio.find("d");
  CHECK(earlier.portfolio.file(d.file).path() == "d.yaml");
  CHECK(earlier.portfolio.file(d.file).line_column(d.place().offset).line == 2);
}

TEST_CASE("known files: a file that is only in the other reading is not in this one") {
  const Reading present =
      read_portfolio(MemoryFolder(Files{{"a.yaml", person("a")}, {"b.yaml", person("b")}}));
  const Reading earlier = read_beside(present, {{"a.yaml", person("a")}}, {"a.yaml", "b.yaml"});
  CHECK(ids_of(earlier) == "a ");
  CHECK(files_parsed(earlier) == 0);
}

TEST_CASE("known files: what was found in them is found again, with its line") {
  const Files files{{"a.yaml", person("a") + "since: soon\n"}, {"b.yaml", person("b")}};
  const Reading present = read_portfolio(MemoryFolder(files));
  const Reading earlier = read_beside(present, files, {"a.yaml", "b.yaml"});
  REQUIRE(earlier.findings.list().size() == present.findings.list().size());
  const Finding& finding = earlier.findings.list().front();
  CHECK(finding.message == present.findings.list().front().message);
  const SourceFile& source = earlier.portfolio.file(finding.place.file);
  CHECK(source.path() == "a.yaml");
  CHECK(source.line_column(finding.place.offset).line == 4);
}

TEST_CASE("known files: all is read where the office differs, and for an audience") {
  const Files now{{"a.yaml", person("a")}, {"brm.yaml", office()}};
  const Reading present = read_portfolio(MemoryFolder(now));
  Files then = now;
  then["brm.yaml"] = office("EUR");
  CHECK(files_parsed(read_beside(present, then, {"a.yaml"})) == 2);
  CHECK(files_parsed(read_beside(present, now, {"a.yaml", "brm.yaml"}, Audience::open)) == 2);
  then.erase("brm.yaml");
  CHECK(files_parsed(read_beside(present, then, {"a.yaml"})) == 1);
  CHECK(files_parsed(read_beside(present, now, {"a.yaml", "brm.yaml"})) == 0);
}

}  // namespace brm::test
