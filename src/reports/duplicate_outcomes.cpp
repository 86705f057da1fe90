// Outcomes that several agencies promise apart: what they might promise together.
#include <fmt/format.h>

#include <set>

#include "assess/promised_apart.h"
#include "reports/relationship_tables.h"
#include "reports/words.h"

namespace brm::relationship_tables {
namespace {

using Outcomes = std::vector<const Item*>;

/// `labor, revenue and 7 more`
std::string first_of(const std::vector<std::string>& names, std::string_view between) {
  constexpr std::size_t most = 5;
  if (names.size() <= most) return fmt::format("{}", fmt::join(names, between));
  const auto end = names.begin() + static_cast<std::ptrdiff_t>(most);
  return fmt::format("{} and {} more", fmt::join(names.begin(), end, between), names.size() - most);
}

std::vector<Cell> row_of(AlikeBy by, const Outcomes& outcomes, const Portfolio& portfolio) {
  std::set<std::string> agencies;
  std::vector<std::string> others;
  std::vector<std::string> addresses;
  for (const Item* outcome : outcomes) {
    for (const std::string_view agency : agencies_of(*outcome, portfolio)) {
      agencies.emplace(agency);
    }
    addresses.push_back(address_of(*outcome));
    if (outcome == outcomes.front()) continue;
    others.push_back(fmt::format("{} ({})", title_of(*outcome), addresses.back()));
  }
  return {cell(by == AlikeBy::title ? "title" : "measure"),
          cell(std::string(title_of(*outcomes.front())), Tone::strong),
          cell(first_of({agencies.begin(), agencies.end()}, ", ")),
          cell(fmt::format("also {}", first_of(others, "; "))),
          cell(addresses.front()),
          cell(fmt::format("{}", fmt::join(addresses, ", "))),
          cell(fmt::format("{}", fmt::join(agencies, ", ")))};
}

}  // namespace

Table duplicates(const Assessment& assessed) {
  Table table{"duplicates",
              "",
              {column("why", "alike by"), column("title", "outcome", Holds::text, Room::shrink),
               column("agencies", "agencies", Holds::text, Room::shrink),
               column("others", "promised also as", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data),
               column("outcomes", "outcomes", Holds::text, Room::data),
               column("all_agencies", "all agencies", Holds::text, Room::data)},
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
