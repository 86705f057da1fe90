#include "rules/shared_ids.h"

#include <algorithm>
#include <unordered_map>

#include "model/office_fields.h"
#include "rules/file_names.h"
#include "rules/walk.h"

namespace brm::rules {
namespace {

using FirstById = std::unordered_map<std::string_view, const Item*>;

/// Up to so many ids are sooner compared with each other than looked up.
constexpr std::size_t few = 16;

void add_if_shared(const Item& item, FirstById& seen, std::vector<SharedId>& shared) {
  if (item.id().empty()) return;
  const auto [first, is_new] = seen.try_emplace(item.id(), &item);
  if (!is_new) shared.push_back({first->second, &item});
}

/// Whether looking each record up by its id finds that record: there are no two, and no memory is
/// needed to tell.
bool has_one_for_each_id(const Portfolio& portfolio) {
  const auto& records = portfolio.records();
  return std::all_of(records.begin(), records.end(), [&](const Item* record) {
    return record->id().empty() || portfolio.find_record(record->id()) == record;
  });
}

void add_shared(const std::vector<const Item*>& named, std::vector<SharedId>& shared) {
  if (named.size() > few) {
    FirstById seen;
    for (const Item* item : named) add_if_shared(*item, seen, shared);
    return;
  }
  for (auto later = named.begin(); later != named.end(); ++later) {
    const auto first = std::find_if(
        named.begin(), later, [&](const Item* earlier) { return earlier->id() == (*later)->id(); });
    if (first != later) shared.push_back({*first, *later});
  }
}

}  // namespace

bool is_misplaced_office(const Portfolio& portfolio, const Item& record) {
  return record.kind->name == "office" && portfolio.file(record.file).path() != office_file;
}

std::vector<SharedId> shared_record_ids(const Portfolio& portfolio) {
  std::vector<SharedId> shared;
  FirstById seen;
  const bool is_plain = has_one_for_each_id(portfolio);
  for (const Item* record : portfolio.records()) {
    if (is_plain) break;
    if (!is_misplaced_office(portfolio, *record)) add_if_shared(*record, seen, shared);
  }
  for (const Item* goal : portfolio.all(kinds::goal)) {
    if (goal->parent != portfolio.office()) continue;
    const auto first = seen.find(goal->id());
    const Item* earlier = first == seen.end() ? nullptr : first->second;
    const Item* record = is_plain ? portfolio.find_record(goal->id()) : earlier;
    if (record == nullptr || is_misplaced_office(portfolio, *record)) continue;
    shared.push_back({record, goal});
  }
  return shared;
}

std::vector<SharedId> shared_part_ids(const Portfolio& portfolio) {
  std::vector<SharedId> shared;
  std::vector<const Item*> named;
  for (const Item* record : portfolio.records()) {
    named.clear();
    for_each_item(*record, [&](const Item& item) {
      if (&item != record && !item.id().empty()) named.push_back(&item);
    });
    add_shared(named, shared);
  }
  return shared;
}

std::unordered_set<std::string_view> ids_shared_by_records(const Portfolio& portfolio) {
  std::unordered_set<std::string_view> ids;
  for (const SharedId& shared : shared_record_ids(portfolio)) ids.insert(shared.later->id());
  return ids;
}

}  // namespace brm::rules
