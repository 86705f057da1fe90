#include "reports/relationship_charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "base/spelling.h"
#include "reports/words.h"

namespace brm::relationship_charts {
namespace {

/// More names than these cover each other.
constexpr std::size_t most_named = 24;
constexpr std::size_t most_in_map = 24;

std::size_t reliance_on(const SharedWork& work) {
  return work.outcomes.size() + work.agreements.size() + work.risks.size();
}

/// Of many parties only those in trouble, and those on which so much hangs, are named.
std::size_t least_named(const std::vector<PartyRow>& rows) {
  constexpr std::size_t most_relied_on = 6;
  if (rows.size() <= most_named) return 0;
  std::vector<std::size_t> sizes;
  for (const PartyRow& row : rows) sizes.push_back(reliance_on(*row.work));
  std::nth_element(sizes.begin(), sizes.begin() + most_relied_on, sizes.end(), std::greater<>());
  return sizes[most_relied_on];
}

Tone tone_of(const PartyRow& row) { return row.is_in_trouble() ? Tone::bad : Tone::plain; }

/// Its place on the side of the map, from above.
struct Side {
  std::vector<const Item*> items;
  std::size_t place_of(const Item* item) const {
    return static_cast<std::size_t>(std::find(items.begin(), items.end(), item) - items.begin());
  }
};

std::size_t kind_of(std::string_view role, const std::vector<std::string>& kinds) {
  return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), role) - kinds.begin());
}

/// Of one party in one initiative.
struct Tie {
  const Item* party = nullptr;
  const Item* initiative = nullptr;
  std::vector<std::size_t> kinds;
};

std::vector<Tie> ties_of(const Portfolio& portfolio, const std::vector<PartyRow>& rows,
                         const std::vector<std::string>& kinds) {
  std::unordered_map<std::string_view, const Item*> parties;
  for (const PartyRow& row : rows) parties.try_emplace(row.item->id(), row.item);
  std::vector<Tie> ties;
  for (const Item* initiative : portfolio.all(kinds::initiative)) {
    const auto first = static_cast<std::ptrdiff_t>(ties.size());
    for (const auto party : Of<kinds::initiative>(*initiative).get<"parties">()) {
      const auto found = parties.find(party.text<"relationship">());
      const std::size_t kind = kind_of(party.text<"role">(), kinds);
      if (found == parties.end() || kind == kinds.size()) continue;
      const auto same = std::find_if(ties.begin() + first, ties.end(),
                                     [&](const Tie& tie) { return tie.party == found->second; });
      Tie& tie = same == ties.end() ? ties.emplace_back(Tie{found->second, initiative, {}}) : *same;
      if (std::find(tie.kinds.begin(), tie.kinds.end(), kind) == tie.kinds.end()) {
        tie.kinds.push_back(kind);
      }
    }
  }
  return ties;
}

/// Those with the most ties, in the order in which they were found.
Side side_of(const std::vector<Tie>& ties, const Item* Tie::*end) {
  std::vector<std::pair<const Item*, std::size_t>> counts;
  std::unordered_map<const Item*, std::size_t> places;
  for (const Tie& tie : ties) {
    const auto [place, is_new] = places.try_emplace(tie.*end, counts.size());
    if (is_new) counts.emplace_back(tie.*end, 0);
    ++counts[place->second].second;
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  Side side;
  for (std::size_t i = 0; i < std::min(counts.size(), most_in_map); ++i) {
    side.items.push_back(counts[i].first);
  }
  return side;
}

/// Each beside the middle of what it is tied to, so that fewer lines cross.
void untangle(const std::vector<Tie>& ties, const Item* Tie::*end, const Item* Tie::*other_end,
              Side& side, const Side& other) {
  struct Middle {
    const Item* item;
    std::size_t sum = 0;
    std::size_t count = 0;
    Rational place() const { return count == 0 ? Rational(0) : Rational(sum, count); }
  };
  std::vector<Middle> middles;
  for (const Item* item : side.items) middles.push_back({item});
  for (const Tie& tie : ties) {
    const std::size_t place = other.place_of(tie.*other_end);
    const std::size_t own = side.place_of(tie.*end);
    if (own == middles.size() || place == other.items.size()) continue;
    middles[own].sum += place;
    ++middles[own].count;
  }
  std::stable_sort(middles.begin(), middles.end(),
                   [](const Middle& a, const Middle& b) { return a.place() < b.place(); });
  std::transform(middles.begin(), middles.end(), side.items.begin(),
                 [](const Middle& middle) { return middle.item; });
}

std::string more_words(const std::vector<Tie>& ties, const Side& parties, const Side& initiatives) {
  const bool is_all = std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
    return parties.place_of(tie.party) < parties.items.size() &&
           initiatives.place_of(tie.initiative) < initiatives.items.size();
  });
  return is_all ? "" : "those with the most in common; the list has all";
}

}  // namespace

std::optional<Chart> reliance(const Assessment& assessed, const std::vector<PartyRow>& rows) {
  PlotLine line{"", Look::points, false, {}};
  std::size_t troubled = 0;
  std::size_t named = 0;
  const std::size_t least = least_named(rows);
  for (const PartyRow& row : rows) {
    if (row.is_over || row.attention.planned == 0) continue;
    const Rational held =
        std::min(Rational(row.attention.held, row.attention.planned), Rational(1));
    const std::size_t size = reliance_on(*row.work);
    const bool has_name = named < most_named && (row.is_in_trouble() || size >= least);
    named += has_name ? 1U : 0U;
    line.points.push_back({Rational(size), held,
                           has_name ? std::string(title_of(*row.item)) : std::string(),
                           tone_of(row)});
    troubled += row.is_in_trouble() ? 1U : 0U;
  }
  if (line.points.empty()) return std::nullopt;
  Plot plot;
  plot.x = {"outcomes, agreements and open risks that hang on them", Scale::count, {}, true};
  plot.y = {"planned reviews held", Scale::percent, {}, true};
  const Rational enough = assessed.policy().number<"cadence_kept_share">();
  plot.limits = {{"enough", enough}};
  Chart chart{
      "reliance", "What hangs on them against the attention they get",
      fmt::format("{} with a planned review: the further right, the more hangs on a party; "
                  "the lower, the fewer of its planned reviews were held. {} neglected or "
                  "quiet.",
                  counted(line.points.size(), "relationship"),
                  troubled == 0 ? std::string("None is")
                                : fmt::format("{} {}", troubled, troubled == 1 ? "is" : "are"))};
  plot.lines.push_back(std::move(line));
  chart.drawing = std::move(plot);
  return chart;
}

std::optional<Chart> map(const Assessment& assessed, const std::vector<PartyRow>& rows) {
  Map map;
  map.left_title = "parties";
  map.right_title = "initiatives";
  map.kinds = {"sponsor", "deliverer", "beneficiary", "funder", "advisor"};
  const std::vector<Tie> ties = ties_of(assessed.portfolio(), rows, map.kinds);
  if (ties.empty()) return std::nullopt;
  Side parties = side_of(ties, &Tie::party);
  Side initiatives = side_of(ties, &Tie::initiative);
  untangle(ties, &Tie::party, &Tie::initiative, parties, initiatives);
  untangle(ties, &Tie::initiative, &Tie::party, initiatives, parties);
  for (const Item* party : parties.items) map.left.push_back({std::string(title_of(*party))});
  for (const Item* item : initiatives.items) {
    map.right.push_back(
        {std::string(title_of(*item)), std::string(Of<kinds::initiative>(*item).text<"status">())});
  }
  for (const Tie& tie : ties) {
    const std::size_t left = parties.place_of(tie.party);
    const std::size_t right = initiatives.place_of(tie.initiative);
    if (left == map.left.size() || right == map.right.size()) continue;
    map.lines.push_back({left, right, tie.kinds});
  }
  Chart chart{
      "map", "Parties and the initiatives they take part in",
      fmt::format("{} and {}, joined by {}: who takes part in what, and how, stands in the "
                  "list.",
                  counted(map.left.size(), "party", "parties"),
                  counted(map.right.size(), "initiative"), counted(map.lines.size(), "line"))};
  chart.note = more_words(ties, parties, initiatives);
  chart.drawing = std::move(map);
  return chart;
}

}  // namespace brm::relationship_charts
