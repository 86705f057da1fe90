// Outcomes that stand in another initiative than before: each is one outcome, and neither was
// dropped nor newly promised.
#include <array>
#include <string>
#include <unordered_map>

#include "assess/difference_parts.h"
#include "model/initiative_fields.h"

namespace brm {
namespace {

std::string measure_of(const Item& outcome) {
  const auto indicator = Of<kinds::outcome>(outcome).get<"indicator">();
  return indicator ? std::string(indicator->text<"measure">()) : std::string();
}

/// Two things that are said of it as one text; empty where one of them is not said.
std::string both(std::string_view one, std::string_view other) {
  return one.empty() || other.empty() ? std::string()
                                      : std::string(one) + '\n' + std::string(other);
}

// What makes it the same outcome, the surest first. An id alone may be the name of anything.
std::string by_id_and_title(const Item& outcome) {
  return both(outcome.id(), outcome.text("title"));
}
std::string by_id_and_measure(const Item& outcome) {
  return both(outcome.id(), measure_of(outcome));
}
std::string by_title_and_measure(const Item& outcome) {
  return both(outcome.text("title"), measure_of(outcome));
}

using List = std::vector<const Item*>;

/// Those of initiatives that differ, which are in one state alone.
void find_alone(const std::vector<Counterparts>& records, List& gone, List& came) {
  for (const Counterparts& record : records) {
    if (record.before == record.after || record.any().kind != &kinds::initiative) continue;
    for (const Counterparts& outcome : part_counterparts(record, "outcomes")) {
      if (outcome.after == nullptr) gone.push_back(outcome.before);
      if (outcome.before == nullptr) came.push_back(outcome.after);
    }
  }
}

}  // namespace

MovedOutcomes moved_outcomes(const std::vector<Counterparts>& records) {
  MovedOutcomes out;
  List gone;
  List came;
  find_alone(records, gone, came);
  if (gone.empty() || came.empty()) return out;
  for (const auto key_of : std::array{by_id_and_title, by_id_and_measure, by_title_and_measure}) {
    std::unordered_map<std::string, const Item*> left;
    for (const Item* outcome : gone) {
      if (!out.gone.contains(outcome)) left.emplace(key_of(*outcome), outcome);
    }
    for (const Item* outcome : came) {
      const std::string key = key_of(*outcome);
      const auto found = key.empty() || out.came.contains(outcome) ? left.end() : left.find(key);
      if (found == left.end()) continue;
      out.came.emplace(outcome, found->second);
      out.gone.emplace(found->second, outcome);
      left.erase(found);
    }
  }
  return out;
}

std::vector<Counterparts> outcome_counterparts(const States& states,
                                               const Counterparts& initiative) {
  std::vector<Counterparts> pairs = part_counterparts(initiative, "outcomes");
  if (states.moved == nullptr || states.moved->came.empty()) return pairs;
  for (Counterparts& pair : pairs) {
    if (pair.before != nullptr) continue;
    const auto found = states.moved->came.find(pair.after);
    if (found != states.moved->came.end()) pair.before = found->second;
  }
  std::erase_if(pairs, [&](const Counterparts& pair) {
    return pair.after == nullptr && states.moved->gone.contains(pair.before);
  });
  return pairs;
}

}  // namespace brm
