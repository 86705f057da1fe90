// People, relationships and bodies: who holds what, and which questions are open.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "assess/clocks.h"
#include "assess/decision_rights.h"
#include "assess/governance.h"
#include "assess/relationship.h"
#include "base/folding.h"
#include "base/spelling.h"
#include "model/people_fields.h"
#include "reports/handover_tables.h"
#include "reports/words.h"

namespace brm::handover {
namespace {

/// The titles of the first few, and how many more.
std::string things_words(const Holding& holding) {
  constexpr std::size_t most = 3;
  std::string out;
  for (std::size_t i = 0; i < holding.things.size() && i < most; ++i) {
    const Item& thing = *holding.things[i];
    std::string_view name = title_of(thing);
    for (const std::string_view field : {"event", "text"}) {
      const Value* value = name.empty() || name == thing.id() ? thing.find(field) : nullptr;
      if (value != nullptr) name = value->as_text();
    }
    if (thing.parent == nullptr || name.empty()) continue;
    out += fmt::format("{}{}", out.empty() ? "" : "; ", name);
  }
  const std::size_t rest = holding.things.size() - std::min(most, holding.things.size());
  return rest == 0 || out.empty() ? out : fmt::format("{}; and {} more", out, rest);
}

/// Of all of them; a record that is held as a whole is not among its own things.
std::string things_held(const Holding& holding) {
  std::vector<std::string> addresses;
  for (const Item* thing : holding.things) {
    if (thing->parent != nullptr) addresses.push_back(address_of(*thing));
  }
  return fmt::format("{}", fmt::join(addresses, ", "));
}

/// `service_provider`; empty without a view.
std::string_view level_words(const std::optional<MaturityView>& view) {
  return view ? maturity_word(view->level) : std::string_view{};
}

/// `we say trusted advisor, they say order taker`; empty where nobody was asked.
std::string maturity_words(const Maturity& maturity) {
  std::string out;
  if (maturity.ours) out = fmt::format("we say {}", level_words(maturity.ours));
  if (maturity.theirs) {
    out += fmt::format("{}they say {}", out.empty() ? "" : ", ", level_words(maturity.theirs));
  }
  return plain_word(out);
}

/// Of ours or the partner's, those that are not kept yet; bad where one of them is late.
Cell open_promises(const std::vector<PromiseJudgement>& promises, bool ours) {
  const PromiseCounts counts = count_promises(promises, ours);
  return cell(counts.open + counts.late, counts.late > 0 ? Tone::bad : Tone::plain);
}

/// Where what is known of a party hangs on one person.
std::string knows_alone(const Of<kinds::relationship>& relationship, const Portfolio& portfolio) {
  std::vector<std::string> lacks;
  const std::string_view manager = relationship.text<"manager">();
  const Item* person = portfolio.find_record(manager);
  if (person != nullptr && person->kind == &kinds::person &&
      !Of<kinds::person>(*person).has<"backup">()) {
    lacks.push_back(fmt::format("{} has no backup", manager));
  }
  const std::size_t contacts = relationship.get<"contacts">().size();
  if (contacts < 2) {
    lacks.push_back(contacts == 0 ? "no contact at the party is named"
                                  : "one contact at the party");
  }
  return fmt::format("{}", fmt::join(lacks, "; "));
}

std::int64_t priority_of(const Item& item) {
  const auto priority = Of<kinds::relationship>(item).get<"priority">();
  return priority ? priority->value : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

Table holdings(const Scope& scope) {
  Table table{"holdings",
              "",
              {column("role", "role"), column("record_title", "of", Holds::text, Room::shrink),
               column("count", "how many", Holds::whole), column("alone", "knows alone"),
               column("things", "things", Holds::text, Room::below),
               column("record", "record", Holds::text, Room::data),
               column("addresses", "addresses", Holds::text, Room::data)},
              {},
              scope.leaving() == nullptr ? "" : "No record names them."};
  for (const Holding& holding : scope.holdings()) {
    table.rows.push_back({cell(holding.role), cell(std::string(title_of(*holding.record))),
                          cell(holding.things.size()),
                          holding.is_alone ? cell("yes", Tone::bad) : Cell{},
                          cell(things_words(holding)), cell(std::string(holding.record->id())),
                          cell(things_held(holding))});
  }
  return table;
}

Table relationships(const Scope& scope) {
  const Assessment& assessed = scope.assessed();
  Table table{"relationships",
              "",
              {column("priority", "rank", Holds::whole),
               column("title", "relationship", Holds::text, Room::shrink),
               column("manager", "manager"), column("next_review", "next review", Holds::date),
               column("our_promises", "we owe", Holds::whole),
               column("partner_promises", "they owe", Holds::whole),
               column("maturity", "maturity", Holds::text, Room::below),
               column("knows_alone", "knows alone", Holds::text, Room::below),
               column("our_level", "our level", Holds::text, Room::data),
               column("partner_level", "their level", Holds::text, Room::data),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No relationship is on record here."};
  std::vector<const Item*> items = scope.all(kinds::relationship);
  std::erase_if(items, [&](const Item* item) {
    return is_ended(Of<kinds::relationship>(*item), assessed.as_of());
  });
  std::stable_sort(items.begin(), items.end(),
                   [](const Item* a, const Item* b) { return priority_of(*a) < priority_of(*b); });
  const Date as_of = assessed.as_of();
  // Where nobody wrote one down, it is not known that nothing was promised.
  const bool has_promises = !assessed.portfolio().all(kinds::promise).empty();
  table.most = most_rows;
  table.rest = "`brm list relationships` has them all";
  for (const Item* item : items) {
    const Of<kinds::relationship> relationship(*item);
    const auto review = is_over(relationship, as_of)
                            ? std::nullopt
                            : next_review(relationship, as_of, assessed.policy());
    const auto priority = relationship.get<"priority">();
    const Maturity maturity = maturity_of(relationship, as_of);
    const auto promises = promises_of(relationship, as_of);
    table.rows.push_back(
        {priority ? Cell{priority->value, Tone::plain} : Cell{},
         cell(std::string(title_of(*item)), Tone::strong),
         cell(std::string(relationship.text<"manager">())),
         review ? Cell{review->due, review->due < as_of ? Tone::bad : Tone::plain} : Cell{},
         has_promises ? open_promises(promises, true) : Cell{},
         has_promises ? open_promises(promises, false) : Cell{}, cell(maturity_words(maturity)),
         cell(knows_alone(relationship, assessed.portfolio()), Tone::doubtful),
         cell(std::string(level_words(maturity.ours))),
         cell(std::string(level_words(maturity.theirs))), cell(std::string(item->id()))});
  }
  return table;
}

Table decisions(const Scope& scope) {
  const Date as_of = scope.assessed().as_of();
  Table table{"decisions",
              "",
              {column("opened", "opened", Holds::date),
               column("what", "question", Holds::text, Room::shrink),
               column("body", "before", Holds::text, Room::shrink),
               column("decide", "decided by", Holds::text, Room::shrink),
               column("options", "options", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No open question is on record here."};
  const DecisionRights rights(scope.assessed().portfolio());
  for (const Item* item : scope.all(kinds::decision)) {
    const Of<kinds::decision> decision(*item);
    const auto found = find_decision(decision, as_of);
    if (!found || !found->is_open) continue;
    const DecisionType* type = rights.find(decision.text<"type">());
    const std::string decide =
        type == nullptr ? std::string() : fmt::format("{}", fmt::join(type->deciders, ", "));
    std::vector<std::string_view> options;
    for (const auto option : decision.get<"options">()) options.push_back(option.value);
    table.rows.push_back(
        {date_cell(found->opened), cell(std::string(decision.text<"what">()), Tone::strong),
         cell(std::string(title_of(item->record()))),
         decide.empty() ? cell("nobody is named", Tone::bad) : cell(decide),
         cell(fmt::format("{}", fmt::join(options, "; "))), cell(address_of(*item))});
  }
  return table;
}

}  // namespace brm::handover
