#include "commands/new_parts.h"

#include "model/all_kinds.h"

namespace brm {

const Field* list_for(const Kind& record, const Kind& part) {
  for (const Field& field : record.fields) {
    if (field.part == &part && field.many == Many::list) return &field;
  }
  return nullptr;
}

bool can_be_begun(const Kind& kind) {
  if (!kind.common.empty()) return true;
  const std::size_t id = kind.index_of("id");
  if (id == kind.size() || kind.field(id).type != Type::id) return false;
  return std::any_of(record_kinds().begin(), record_kinds().end(),
                     [&](const Kind* record) { return list_for(*record, kind) != nullptr; });
}

}  // namespace brm
