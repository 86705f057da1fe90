// Outcomes that several agencies promise apart: what they might promise together.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/spelling.h"
#include "model/status.h"
#include "reports/relationship_tables.h"
#include "reports/words.h"

namespace brm::relationship_tables {
namespace {

/// Fewer words than this say too little for two of them to mean the same.
constexpr std::size_t fewest_words = 3;

/// Its longer words in alphabetical order, each once: what is left when order, numbers, capitals
/// and small words do not matter.
std::string gist_of(std::string_view text) {
  constexpr std::size_t least = 4;
  std::set<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char byte = i < text.size() ? text[i] : ' ';
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    const bool is_other = (byte & 0x80) != 0;  // a letter beyond ASCII
    if (is_capital || is_other || (byte >= 'a' && byte <= 'z')) {
      word += is_capital ? static_cast<char>(byte - 'A' + 'a') : byte;
      continue;
    }
    if (word.size() >= least) words.insert(word);
    word.clear();
  }
  return words.size() < fewest_words ? "" : fmt::format("{}", fmt::join(words, " "));
}

using Agencies = std::set<std::string_view>;

/// Those that take part in the initiative.
Agencies agencies_of(const Item& initiative, const Portfolio& portfolio) {
  Agencies out;
  for (const auto party : Of<kinds::initiative>(initiative).get<"parties">()) {
    const Item* record = portfolio.find_record(party.text<"relationship">());
    if (record == nullptr || record->kind != &kinds::relationship) continue;
    if (Relationship(*record).is<"type", "agency">()) out.insert(record->id());
  }
  return out;
}

/// What sort of party is better off; empty where none is named.
std::string_view beneficiary_type(const Of<kinds::outcome>& outcome, const Portfolio& portfolio) {
  const Item* record = portfolio.find_record(outcome.text<"beneficiary">());
  const bool is_party = record != nullptr && record->kind == &kinds::relationship;
  return is_party ? Relationship(*record).text<"type">() : std::string_view{};
}

struct Promise {
  const Item* outcome;
  Agencies agencies;
};

bool are_apart(const Promise& a, const Promise& b) {
  return std::none_of(a.agencies.begin(), a.agencies.end(),
                      [&](std::string_view agency) { return b.agencies.contains(agency); });
}

using Groups = std::map<std::string, std::vector<Promise>>;

void add(Groups& groups, const Item& outcome, const Portfolio& portfolio) {
  const Of<kinds::outcome> view(outcome);
  Promise promise{&outcome, agencies_of(outcome.record(), portfolio)};
  if (promise.agencies.empty()) return;
  const std::string title = gist_of(view.text<"title">());
  const auto indicator = view.get<"indicator">();
  const std::string measure = indicator ? gist_of(indicator->text<"measure">()) : "";
  const std::string_view sort = beneficiary_type(view, portfolio);
  if (!measure.empty() && !sort.empty()) {
    groups[fmt::format("the same measure, {}: {}", indicator->text<"unit">(), measure)].push_back(
        promise);
  }
  if (!title.empty()) groups["nearly the same title: " + title].push_back(std::move(promise));
}

/// The first, and those that other agencies promise.
std::vector<const Promise*> apart_in(const std::vector<Promise>& group) {
  std::vector<const Promise*> out{&group.front()};
  for (const Promise& promise : group) {
    if (are_apart(group.front(), promise)) out.push_back(&promise);
  }
  return out;
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
  Groups groups;
  for (const Item* initiative : assessed.portfolio().all(kinds::initiative)) {
    if (is_over(*initiative, assessed.as_of())) continue;
    for (const auto outcome : Of<kinds::initiative>(*initiative).get<"outcomes">()) {
      add(groups, outcome.item(), assessed.portfolio());
    }
  }
  std::set<std::vector<const Item*>> told;
  for (const auto& [why, group] : groups) {
    const auto apart = apart_in(group);
    if (apart.size() < 2) continue;
    std::vector<const Item*> outcomes;
    std::vector<std::string> others;
    std::set<std::string_view> agencies;
    for (const Promise* promise : apart) {
      outcomes.push_back(promise->outcome);
      agencies.insert(promise->agencies.begin(), promise->agencies.end());
      if (promise == apart.front()) continue;
      others.push_back(
          fmt::format("{} ({})", title_of(*promise->outcome), address_of(*promise->outcome)));
    }
    if (!told.insert(outcomes).second) continue;
    table.rows.push_back({cell(why.starts_with("the") ? "measure" : "title"),
                          cell(std::string(title_of(*outcomes.front())), Tone::strong),
                          cell(fmt::format("{}", fmt::join(agencies, ", "))),
                          cell(fmt::format("also {}", fmt::join(others, "; "))),
                          cell(address_of(*outcomes.front()))});
  }
  return table;
}

}  // namespace brm::relationship_tables
