// Outcomes that several agencies promise apart: what they might promise together.
#include <fmt/format.h>

#include <set>

#include "assess/promised_apart.h"
#include "reports/relationship_tables.h"
#include "reports/words.h"

namespace brm::relationship_tables {
namespace {

using Outcomes = std::vector<const Item*>;

std::vector<Cell> row_of(AlikeBy by, const Outcomes& outcomes, const Portfolio& portfolio) {
  std::set<std::string_view> agencies;
  std::vector<std::string> others;
  for (const Item* outcome : outcomes) {
    for (const std::string_view agency : agencies_of(*outcome, portfolio)) agencies.insert(agency);
    if (outcome == outcomes.front()) continue;
    others.push_back(fmt::format("{} ({})", title_of(*outcome), address_of(*outcome)));
  }
  return {cell(by == AlikeBy::title ? "title" : "measure"),
          cell(std::string(title_of(*outcomes.front())), Tone::strong),
          cell(fmt::format("{}", fmt::join(agencies, ", "))),
          cell(fmt::format("also {}", fmt::join(others, "; "))),
          cell(address_of(*outcomes.front()))};
}

}  // namespace

Table duplicates(const Assessment& assessed) {
  Table table{"duplicates",
              "",
              {column("why", "alike by"), column("title", "outcome", Holds::text, Room::shrink),
               column("agencies", "agencies", Holds::text, Room::shrink),
               column("others", "promised also as", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No two agencies promise the same apart, as far as titles and measures tell."};
  std::set<Outcomes> told;
  for (const AlikeBy by : {AlikeBy::title, AlikeBy::measure}) {
    for (const Outcomes& outcomes : promised_apart(assessed, by)) {
      if (!told.insert(outcomes).second) continue;
      table.rows.push_back(row_of(by, outcomes, assessed.portfolio()));
    }
  }
  return table;
}

}  // namespace brm::relationship_tables
