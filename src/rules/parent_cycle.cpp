#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "model/people_fields.h"
#include "model/relationship_fields.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// A kind whose records stand one above the other, by a field.
struct Ladder {
  const Kind* kind;
  std::string_view field;
};

constexpr Ladder ladders[] = {
    {&kinds::relationship, "parent"},
    {&kinds::initiative, "parent"},
    {&kinds::body, "escalates_to"},
};

constexpr std::size_t most_shown = 8;

const Item* above(const Portfolio& portfolio, const Item& record, std::string_view field) {
  const Value* value = record.find(field);
  const Item* found = value == nullptr ? nullptr : portfolio.find_record(value->as_text());
  return found != nullptr && found->kind == record.kind ? found : nullptr;
}

/// `a -> b -> a`
std::string drawn(std::span<const Item* const> cycle) {
  std::string out;
  for (const Item* record : cycle.first(std::min(cycle.size(), most_shown))) {
    out += fmt::format("{} -> ", record->id());
  }
  if (cycle.size() > most_shown) out += fmt::format("{} more -> ", cycle.size() - most_shown);
  return out += cycle.front()->id();
}

void add(const RuleWords& words, const Ladder& ladder, std::vector<const Item*> cycle,
         Findings& findings) {
  const auto by_file = [](const Item* a, const Item* b) { return a->file < b->file; };
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end(), by_file), cycle.end());
  const Item& first = *cycle.front();
  const Value* parent = first.find(ladder.field);
  findings.add(words, parent == nullptr ? first.place() : first.span_of(*parent),
               fmt::format("`{}` goes round in a circle: {}", ladder.field, drawn(cycle)),
               fmt::format("take `{}` out of the one that is at the top", ladder.field));
}

/// Walks up from every record until it meets one that was seen: seen on the same walk, it closes a
/// circle. Each record is stepped on once.
void check_ladder(const RuleWords& words, const Ladder& ladder, const Portfolio& portfolio,
                  Findings& findings) {
  std::unordered_map<const Item*, const Item*> walk_of;  // to the record the walk began at
  for (const Item* start : portfolio.all(*ladder.kind)) {
    std::vector<const Item*> way;
    const Item* at = start;
    while (at != nullptr && walk_of.try_emplace(at, start).second) {
      way.push_back(at);
      at = above(portfolio, *at, ladder.field);
    }
    if (at == nullptr || walk_of.at(at) != start) continue;
    way.erase(way.begin(), std::find(way.begin(), way.end(), at));
    add(words, ladder, std::move(way), findings);
  }
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Ladder& ladder : ladders) {
    check_ladder(rule.words, ladder, assessed.portfolio(), findings);
  }
}

}  // namespace

extern constinit const Rule parent_cycle{
    .words =
        {
            .name = "parent-cycle",
            .summary = "Records that are above themselves through `parent` or `escalates_to`.",
            .why =
                "A circle has no top: sums over a program would count themselves, and a question "
                "that a board cannot settle would go round until it came back to it. Such records "
                "are missing from every report that starts at the top.",
            .mend = "Find the record that in truth stands at the top and take its `parent`, or "
                    "`escalates_to`, out. A body may also escalate to a person.",
            .faulty = R"(# relationships/dhhs-north.yaml
kind: relationship
id: dhhs-north
title: Department of Human Services, northern region
type: agency
tier: transactional
manager: jane-doe
parent: dhhs
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
parent: dhhs-north
)",
            .sound = R"(# relationships/dhhs-north.yaml
kind: relationship
id: dhhs-north
title: Department of Human Services, northern region
type: agency
tier: transactional
manager: jane-doe
parent: dhhs
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
