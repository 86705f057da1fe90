#include "assess/gaps.h"

#include "support/run.h"
#include "unit/rules/checked.h"

namespace brm::test {

TEST_CASE("gaps: as the judgement has them, in every record that is in the tree") {
  std::size_t with_gaps = 0;
  for (const std::string folder :
       {"examples/office", "examples/faulty", "examples/small", "tests/bad-input"}) {
    const Reading reading = read_portfolio(DiskFolder(source_path(folder)));
    const Assessment assessed(reading.portfolio, date_of("2026-07-08"));
    for (const Item* item : reading.portfolio.all(kinds::outcome)) {
      const Of<kinds::outcome> outcome(*item);
      const bool is_reach = series_of(outcome).judging == Judging::reach;
      const auto expected = is_reach ? assessed.outcome(*item).gaps : std::vector<Gap>{};
      CAPTURE(item->id());
      CHECK(reach_gaps(outcome) == expected);
      with_gaps += expected.empty() ? 0U : 1U;
    }
  }
  CHECK(with_gaps > 3);
}

TEST_CASE("gaps: each by itself, and two together") {
  const auto gaps = [](const std::string& fields) {
    const Assessed read(folder_with(fields), day(0));
    return reach_gaps(Of<kinds::outcome>(read.item("work/it")));
  };
  const std::string whole = climb({{10, "1"}});
  CHECK(gaps(whole).empty());
  const auto without = [&](const std::string& field) {
    std::string out;
    for (const std::string& line : lines_of(whole)) {
      if (line.find(field) == std::string::npos) out += line + "\n";
    }
    return gaps(out);
  };
  CHECK(without("baseline") == std::vector<Gap>{Gap::baseline});
  CHECK(without("target") == std::vector<Gap>{Gap::target});
  CHECK(without("indicator") == std::vector<Gap>{Gap::unit, Gap::direction});
}

}  // namespace brm::test
