// Ids that are given twice where one was meant to name one thing.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/portfolio.h"

namespace brm::rules {

struct SharedId {
  const Item* first = nullptr;
  const Item* later = nullptr;
};

/// Records with the id of an earlier record, then goals with the id of a record: goals are named by
/// their bare id, too. An office in the wrong file is left to misplaced-office.
std::vector<SharedId> shared_record_ids(const Portfolio& portfolio);

/// Parts with the id of an earlier part of the same record.
std::vector<SharedId> shared_part_ids(const Portfolio& portfolio);

/// The ids of the first kind, for rules that leave such records alone.
std::unordered_set<std::string_view> ids_shared_by_records(const Portfolio& portfolio);

/// Whether it says `kind: office` and is not brm.yaml.
bool is_misplaced_office(const Portfolio& portfolio, const Item& record);

}  // namespace brm::rules
