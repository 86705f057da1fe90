#include "assess/counterparts.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

#include "assess/facts.h"
#include "assess/written_values.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"
#include "model/technology_fields.h"

namespace brm {
namespace {

/// What is followed when its id is written otherwise. People are not: two of them may have held one
/// office; nor is an agreement, since the next one is often called as the last.
constexpr std::array renamable{&kinds::initiative,    &kinds::relationship, &kinds::body,
                               &kinds::technology,    &kinds::outcome,      &kinds::risk,
                               &kinds::service_level, &kinds::milestone};

/// Of all pairs of one kind; where there are more only titles are compared.
constexpr std::size_t most_comparisons = 250'000;
constexpr std::size_t fewest_same = 3;

/// Words of a closed list and names of records are the same in many.
bool is_telling(Type type) {
  switch (type) {
    case Type::line:
    case Type::prose:
    case Type::date:
    case Type::number:
    case Type::money:
      return true;
    default:
      return false;
  }
}

void collect(const Item& item, std::vector<std::string>& out) {
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    const bool is_list = field.many == Many::list;
    const std::span<const Value> all = is_list ? value.as_list() : std::span(&value, 1);
    for (const Value& one : all) {
      if (field.type == Type::part) {
        collect(*one.item, out);
      } else if (is_telling(field.type)) {
        out.push_back(std::string(field.name) + "=" + to_text(stored_fact(field, one)));
      }
    }
  }
}

/// Sorted.
std::vector<std::string> telling_values(const Item& item) {
  std::vector<std::string> out;
  collect(item, out);
  std::sort(out.begin(), out.end());
  return out;
}

std::string_view name_of(const Item& item) {
  return item.text(item.kind == &kinds::risk ? "event" : "title");
}

/// Two entries of the list of pairs that are one and the same thing.
struct Match {
  std::size_t gone = 0;
  std::size_t came = 0;
  std::size_t same = 0;  // values
};

std::vector<Match> alike(const std::vector<Counterparts>& pairs,
                         const std::vector<std::size_t>& gone,
                         const std::vector<std::size_t>& came) {
  std::vector<Match> out;
  if (gone.size() * came.size() > most_comparisons) return out;
  std::vector<std::vector<std::string>> old_values;
  for (const std::size_t each : gone) old_values.push_back(telling_values(*pairs[each].before));
  for (const std::size_t each : came) {
    const std::vector<std::string> values = telling_values(*pairs[each].after);
    for (std::size_t i = 0; i < gone.size(); ++i) {
      std::vector<std::string> same;
      std::set_intersection(values.begin(), values.end(), old_values[i].begin(),
                            old_values[i].end(), std::back_inserter(same));
      const std::size_t most = std::max(values.size(), old_values[i].size());
      const bool is_half = same.size() >= fewest_same && 2 * same.size() >= most;
      if (is_half) out.push_back({gone[i], each, same.size()});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Match& a, const Match& b) { return a.same > b.same; });
  return out;
}

std::vector<Match> of_one_name(const std::vector<Counterparts>& pairs,
                               const std::vector<std::size_t>& gone,
                               const std::vector<std::size_t>& came) {
  std::unordered_map<std::string_view, std::size_t> named;
  for (const std::size_t each : gone) named.emplace(name_of(*pairs[each].before), each);
  std::vector<Match> out;
  for (const std::size_t each : came) {
    const auto found = named.find(name_of(*pairs[each].after));
    if (found != named.end() && !found->first.empty()) out.push_back({found->second, each, 0});
  }
  return out;
}

void join(const std::vector<Match>& matches, std::vector<Counterparts>& pairs) {
  for (const Match& match : matches) {
    Counterparts& gone = pairs[match.gone];
    Counterparts& came = pairs[match.came];
    if (gone.before == nullptr || came.before != nullptr) continue;  // another was more alike
    came.before = gone.before;
    gone.before = nullptr;
  }
}

/// What has one kind, and is in one state alone.
std::vector<std::size_t> alone(const std::vector<Counterparts>& pairs, const Kind* kind,
                               const Item* Counterparts::*there,
                               const Item* Counterparts::*missing) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Item* item = pairs[i].*there;
    if (item != nullptr && pairs[i].*missing == nullptr && item->kind == kind) out.push_back(i);
  }
  return out;
}

std::vector<Counterparts> unchanged_parts(const Item& owner, std::string_view list) {
  std::vector<Counterparts> pairs;
  const Value* value = owner.find(list);
  if (value == nullptr) return pairs;
  const bool is_list = owner.kind->field(value->field).many == Many::list;
  for (const Value& entry : is_list ? value->as_list() : std::span(value, 1)) {
    pairs.push_back({entry.item, entry.item});
  }
  return pairs;
}

/// What went under one id and came under another one is one pair.
void join_renamed(std::vector<Counterparts>& pairs) {
  bool has_gone = false;
  bool has_come = false;
  for (const Counterparts& pair : pairs) {
    has_gone = has_gone || pair.after == nullptr;
    has_come = has_come || pair.before == nullptr;
  }
  if (!has_gone || !has_come) return;
  for (const Kind* kind : renamable) {
    for (const auto find : {of_one_name, alike}) {
      const auto gone = alone(pairs, kind, &Counterparts::before, &Counterparts::after);
      const auto came = alone(pairs, kind, &Counterparts::after, &Counterparts::before);
      if (!gone.empty() && !came.empty()) join(find(pairs, gone, came), pairs);
    }
  }
  std::erase_if(pairs, [](const Counterparts& pair) {
    return pair.before == nullptr && pair.after == nullptr;
  });
}

/// Its id, else its path, which has a dot and so is no id.
std::string_view key_of_record(const Portfolio& portfolio, const Item& record) {
  return record.id().empty() ? portfolio.file(record.file).path() : record.id();
}

}  // namespace

std::vector<Counterparts> record_counterparts(const Portfolio& before, const Portfolio& after) {
  // Of several with one id the first belongs to the first: they are taken from the end.
  std::unordered_map<std::string_view, std::vector<const Item*>> rest;
  rest.reserve(before.records().size());
  for (auto record = before.records().rbegin(); record != before.records().rend(); ++record) {
    rest[key_of_record(before, **record)].push_back(*record);
  }
  std::vector<Counterparts> pairs;
  pairs.reserve(after.records().size());
  for (const Item* record : after.records()) {
    const auto list = rest.find(key_of_record(after, *record));
    const bool is_there = list != rest.end() && !list->second.empty();
    pairs.push_back({is_there ? list->second.back() : nullptr, record});
    if (is_there) list->second.pop_back();
  }
  for (const Item* record : before.records()) {
    std::vector<const Item*>& list = rest[key_of_record(before, *record)];
    if (list.empty() || list.back() != record) continue;
    pairs.push_back({record, nullptr});
    list.pop_back();
  }
  join_renamed(pairs);
  return pairs;
}

std::vector<Counterparts> part_counterparts(const Counterparts& owner, std::string_view list) {
  if (owner.before == owner.after) return unchanged_parts(owner.any(), list);
  const std::vector<NamedEntry> old_entries = named_entries(owner.before, list);
  std::unordered_map<std::string_view, const Item*> rest;
  for (const auto& [name, entry] : old_entries) rest.emplace(name, entry);
  std::vector<Counterparts> pairs;
  for (const auto& [name, entry] : named_entries(owner.after, list)) {
    const auto found = rest.find(name);
    pairs.push_back({found == rest.end() ? nullptr : found->second, entry});
    if (found != rest.end()) rest.erase(found);
  }
  for (const auto& [name, entry] : old_entries) {
    if (rest.contains(name)) pairs.push_back({entry, nullptr});
  }
  join_renamed(pairs);
  return pairs;
}

}  // namespace brm
