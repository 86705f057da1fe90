#include "read/tree.h"

#include <doctest/doctest.h>

namespace brm::test {
namespace {

struct Read {
  explicit Read(const std::string& bytes) : source("a.yaml", bytes) {
    REQUIRE(read_tree(source, 0, Lanes::strict, tree, findings) == Lane::none);
    REQUIRE(findings.list().size() == 1);
  }
  const Finding& finding() const { return findings.list().front(); }
  std::string marked() const {
    const Span& place = finding().place;
    return std::string(source.bytes().substr(place.offset, place.length));
  }

  SourceFile source;
  Tree tree;
  Findings findings;
};

}  // namespace

TEST_CASE("tree: what is only noticed at the end of the file is shown at the last thing in it") {
  const Read quote("kind: person\nnote: {date:%x\n \"{a}\", b: \"{c}\"}\n\n");
  CHECK(quote.finding().rule->name == "unclosed-quote");
  CHECK(quote.marked() == "}");
  const Read sign("kind: person\nnote: {date:%x\n \"{a}\", b: \"{c}\"}é\n");
  CHECK(sign.marked() == "é");
}

TEST_CASE("tree: a comment right behind a bracket takes its end with it, and is shown") {
  const Read read("kind: person\nx-a: {#id: \"b\", c: d}\n");
  CHECK(read.finding().rule->name == "unclosed-bracket");
  CHECK(read.finding().place.offset == 19);
  CHECK(read.marked() == "#");
}

}  // namespace brm::test
