#include "assess/practice.h"

#include <algorithm>
#include <unordered_map>

#include "assess/stakeholder.h"
#include "base/folding.h"
#include "model/office_fields.h"
#include "model/people_fields.h"
#include "model/status.h"

namespace brm {
namespace {

constexpr std::int64_t behind_priorities = 2'000'000'000;

std::vector<Of<kinds::relationship>> active_relationships(const Assessment& assessed,
                                                          const Where& where) {
  std::vector<Of<kinds::relationship>> out;
  for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
    const Of<kinds::relationship> one(*item);
    if (!is_over(one, assessed.as_of()) && where.holds(assessed, *item)) out.push_back(one);
  }
  return out;
}

template <std::size_t N>
std::ptrdiff_t place_in(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) - std::begin(words);
}

bool is_judged(const Assessment& assessed, const Item& outcome) {
  return words_of(assessed.outcome(outcome).verdict).is_judged;
}

/// Relationships that take part in an initiative with a judged outcome.
std::unordered_map<std::string_view, bool> find_measured(const Assessment& assessed) {
  std::unordered_map<std::string_view, bool> measured;
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    if (assessed.initiative(*item).judged == 0) continue;
    for (const auto party : Of<kinds::initiative>(*item).get<"parties">()) {
      measured[party.text<"relationship">()] = true;
    }
  }
  return measured;
}

bool keeps_reviews(const Of<kinds::relationship>& relationship, const Assessment& assessed) {
  const Attention attention = attention_of(relationship, assessed.as_of(), assessed.policy());
  return attention.last_review && has_its_reviews(attention, assessed.policy());
}

/// On record, and not gone since.
bool is_there(const Item* item, Date as_of) {
  if (item == nullptr || item->kind != &kinds::person) return false;
  const auto leaves = Of<kinds::person>(*item).get<"leaves_on">();
  return !leaves || leaves->value >= as_of;
}

/// Somebody who left stands behind nothing; of one without a record nobody knows.
bool has_sponsor(const Of<kinds::relationship>& relationship, const Assessment& assessed) {
  const auto sponsor = relationship.get<"executive_sponsor">();
  if (!sponsor) return false;
  const Item* person = assessed.portfolio().find_record(sponsor->value);
  return person == nullptr || is_there(person, assessed.as_of());
}

}  // namespace

PracticeCase judge_practice_case(const Assessment& assessed) {
  PracticeCase found;
  const Item* office = assessed.portfolio().office();
  if (office == nullptr || office->kind != &kinds::office) return found;
  const auto written = Of<kinds::office>(*office).get<"business_case">();
  if (!written) return found;
  found.item = &written->item();
  for (const auto alternative : written->get<"alternatives">()) {
    ++found.alternatives;
    found.weighs_doing_nothing |= lowered(alternative.value).find("nothing") != std::string::npos;
  }
  found.has_decider = written->has<"decided_by">();
  const auto day = written->get<"decided_on">();
  if (day && day->value <= assessed.as_of()) found.decided_on = day->value;
  for (const auto reference : written->get<"outcomes">()) {
    const Item* outcome = assessed.portfolio().find(reference.value);
    if (outcome == nullptr || outcome->kind != &kinds::outcome) continue;
    found.outcomes.push_back(outcome);
    found.measured += is_judged(assessed, *outcome) ? 1U : 0U;
  }
  return found;
}

StakeholderMap judge_stakeholders(const Assessment& assessed, const Where& where) {
  StakeholderMap map;
  for (const auto& relationship : active_relationships(assessed, where)) {
    ++map.relationships;
    const auto stakeholders = relationship.get<"stakeholders">();
    map.mapped += stakeholders.empty() ? 0U : 1U;
    const Item* first = map.first_unmapped;
    const Item& item = relationship.item();
    if (stakeholders.empty() && (first == nullptr || rank_of(item) < rank_of(*first))) {
      map.first_unmapped = &item;
    }
    for (const auto stakeholder : stakeholders) {
      ++map.stakeholders;
      if (engagement_gap(stakeholder).value_or(0) <= 0) continue;
      ++map.gaps;
      if (is_unattended(stakeholder, assessed.as_of()))
        map.unanswered.push_back(&stakeholder.item());
    }
  }
  return map;
}

bool RoleMap::grew_out_of(std::string_view practice) const {
  return std::any_of(holders.begin(), holders.end(),
                     [&](const RoleHolder& holder) { return holder.practice == practice; });
}

RoleMap judge_roles(const Assessment& assessed, const Where& where) {
  RoleMap map;
  std::unordered_map<const Item*, std::vector<const Item*>> managed;
  for (const auto& relationship : active_relationships(assessed, where)) {
    const Item* manager = assessed.portfolio().find_record(relationship.text<"manager">());
    if (is_there(manager, assessed.as_of())) {
      managed[manager].push_back(&relationship.item());
    } else {
      map.uncovered.push_back(&relationship.item());
    }
  }
  for (const Item* item : assessed.portfolio().all(kinds::person)) {
    map.has_people = true;
    if (!is_there(item, assessed.as_of())) continue;
    const auto practice = Of<kinds::person>(*item).text<"from_practice">();
    const auto held = managed.find(item);
    if (practice.empty() && held == managed.end()) continue;
    map.holders.push_back({item, practice, {}});
    if (held != managed.end()) map.holders.back().relationships = held->second;
  }
  std::stable_sort(
      map.holders.begin(), map.holders.end(), [](const RoleHolder& a, const RoleHolder& b) {
        return place_in(kinds::practices, a.practice) < place_in(kinds::practices, b.practice);
      });
  return map;
}

std::int64_t rank_of(const Item& relationship) {
  const Of<kinds::relationship> of(relationship);
  if (const auto priority = of.get<"priority">()) return priority->value;
  return behind_priorities + place_in(kinds::tiers, of.text<"tier">());
}

std::vector<Coverage> judge_coverage(const Assessment& assessed, const Where& where) {
  std::vector<Coverage> out;
  const auto measured = find_measured(assessed);
  for (const auto& relationship : active_relationships(assessed, where)) {
    const Item& item = relationship.item();
    out.push_back({&item, has_sponsor(relationship, assessed), relationship.has<"shared_purpose">(),
                   relationship.has<"cadence">(), keeps_reviews(relationship, assessed),
                   measured.contains(item.id())});
  }
  std::stable_sort(out.begin(), out.end(), [](const Coverage& a, const Coverage& b) {
    return rank_of(*a.relationship) < rank_of(*b.relationship);
  });
  return out;
}

}  // namespace brm
