#include "rules/shared_ids.h"

#include <unordered_map>

#include "model/office_fields.h"
#include "rules/file_names.h"
#include "rules/walk.h"

namespace brm::rules {
namespace {

using FirstById = std::unordered_map<std::string_view, const Item*>;

void add_if_shared(const Item& item, FirstById& seen, std::vector<SharedId>& shared) {
  if (item.id().empty()) return;
  const auto [first, is_new] = seen.try_emplace(item.id(), &item);
  if (!is_new) shared.push_back({first->second, &item});
}

}  // namespace

bool is_misplaced_office(const Portfolio& portfolio, const Item& record) {
  return record.kind->name == "office" && portfolio.file(record.file).path() != office_file;
}

std::vector<SharedId> shared_record_ids(const Portfolio& portfolio) {
  std::vector<SharedId> shared;
  FirstById seen;
  for (const Item* record : portfolio.records()) {
    if (!is_misplaced_office(portfolio, *record)) add_if_shared(*record, seen, shared);
  }
  for (const Item* goal : portfolio.all(kinds::goal)) {
    const auto record = seen.find(goal->id());
    if (goal->parent == portfolio.office() && record != seen.end()) {
      shared.push_back({record->second, goal});
    }
  }
  return shared;
}

std::vector<SharedId> shared_part_ids(const Portfolio& portfolio) {
  std::vector<SharedId> shared;
  for (const Item* record : portfolio.records()) {
    FirstById seen;
    for_each_item(*record, [&](const Item& item) {
      if (&item != record) add_if_shared(item, seen, shared);
    });
  }
  return shared;
}

std::unordered_set<std::string_view> ids_shared_by_records(const Portfolio& portfolio) {
  std::unordered_set<std::string_view> ids;
  for (const SharedId& shared : shared_record_ids(portfolio)) ids.insert(shared.later->id());
  return ids;
}

}  // namespace brm::rules
