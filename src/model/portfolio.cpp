#include "model/portfolio.h"

namespace brm {

const std::vector<const Item*>& Portfolio::all(std::string_view kind_name) const {
  static const std::vector<const Item*> none;
  const auto found = by_kind_.find(kind_name);
  return found == by_kind_.end() ? none : found->second;
}

void Portfolio::index_parts(const Item& item) {
  by_kind_[item.kind->name].push_back(&item);
  if (item.parent != nullptr && !item.id().empty()) {
    parts_.try_emplace(std::string(item.record().id()) + "/" + std::string(item.id()), &item);
  }
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    if (field.type != Type::part) continue;
    if (field.many == Many::one) {
      index_parts(*value.item);
    } else {
      for (const Value& element : value.as_list()) index_parts(*element.item);
    }
  }
}

void Portfolio::build_indexes() {
  for (const Item* record : records_) {
    if (!record->id().empty()) by_id_.try_emplace(record->id(), record);
    if (office_ == nullptr && record->kind->name == "office") office_ = record;
    index_parts(*record);
  }
}

const Item* Portfolio::find_record(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

const Item* Portfolio::find_part(const Item& record, std::string_view id) const {
  const auto found = parts_.find(std::string(record.id()) + "/" + std::string(id));
  return found == parts_.end() ? nullptr : found->second;
}

const Item* Portfolio::find(std::string_view reference) const {
  if (reference.find('/') != std::string_view::npos) {
    const auto found = parts_.find(std::string(reference));
    return found == parts_.end() ? nullptr : found->second;
  }
  if (const Item* record = find_record(reference)) return record;
  // Goals are the office's, and there is one office: their bare id is enough.
  const Item* goal = office_ == nullptr ? nullptr : find_part(*office_, reference);
  return goal != nullptr && goal->kind->name == "goal" ? goal : nullptr;
}

}  // namespace brm
