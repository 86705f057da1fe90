// The page before a meeting, of parties whose records are not sound.
#include <doctest/doctest.h>

#include "assess/assessment.h"
#include "model/relationship_fields.h"
#include "read/read_portfolio.h"
#include "support/run.h"

namespace brm::test {

TEST_CASE("brief: of every party, whatever is missing or wrong in its record") {
  std::size_t pages = 0;
  for (const std::string folder : {"examples/faulty", "examples/office", "tests/bad-input"}) {
    const Reading reading = read_portfolio(DiskFolder(source_path(folder)));
    for (const Item* party : reading.portfolio.all(kinds::relationship)) {
      const std::string id(party->id());
      if (id.empty() || reading.portfolio.find(id) != party) continue;
      CAPTURE(id);
      const Ran ran = run_brm({"-C", source_path(folder), "report", "brief", id});
      CHECK(ran.out.find('\n') != std::string::npos);
      ++pages;
    }
  }
  CHECK(pages > 50);
}

}  // namespace brm::test
