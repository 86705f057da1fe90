#include "assess/put_back.h"

#include <algorithm>

namespace brm {
namespace {

Value value_of(const Item& entry, std::size_t field) {
  Value out;
  out.field = static_cast<std::uint16_t>(field);
  out.item = &entry;
  return out;
}

}  // namespace

PutBack::PutBack(const Counterparts& pair, std::string_view list, Rewritten rewritten)
    : values_(pair.after->fields().begin(), pair.after->fields().end()), item_(*pair.after) {
  add(list, part_counterparts(pair, list), rewritten);
}

void PutBack::add(std::string_view list, const std::vector<Counterparts>& entries,
                  Rewritten rewritten) {
  const std::size_t field = item_.kind->index_of(list);
  std::vector<Value> gone;
  std::vector<Value> there;
  for (const Counterparts& entry : entries) {
    if (entry.after == nullptr) {
      gone.push_back(value_of(*entry.before, field));
      gone_.push_back(entry.before);
    } else {
      const bool is_older = rewritten == Rewritten::as_it_was && entry.before != nullptr;
      there.push_back(value_of(is_older ? *entry.before : *entry.after, field));
    }
  }
  if (gone.empty() && rewritten == Rewritten::as_it_is) return;
  // A vector's elements stay where they are when it is moved.
  std::vector<Value>& all = lists_.emplace_back(std::move(gone));
  all.insert(all.end(), there.begin(), there.end());
  const auto found = std::find_if(values_.begin(), values_.end(),
                                  [&](const Value& value) { return value.field == field; });
  Value& value = found == values_.end() ? values_.emplace_back() : *found;
  value.field = static_cast<std::uint16_t>(field);
  value.size = static_cast<std::uint32_t>(all.size());
  value.elements = all.data();
  item_.values = values_.data();
  item_.count = values_.size() & 0x7FFFFFFFU;
}

}  // namespace brm
