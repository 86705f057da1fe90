// Whether what a record is about goes on, from the status it was given.
#pragma once

#include "model/initiative_fields.h"
#include "model/of.h"
#include "model/relationship_fields.h"

namespace brm {

/// Stopped or completed.
inline bool is_over(const Of<kinds::initiative>& initiative) {
  return initiative.is<"status", "stopped">() || initiative.is<"status", "completed">();
}

/// Exiting or ended.
inline bool is_over(const Of<kinds::relationship>& relationship) {
  return relationship.is<"status", "exiting">() || relationship.is<"status", "ended">();
}

/// The same of the record that `item` stands in; other kinds are never over.
inline bool is_over(const Item& item) {
  const Item& record = item.record();
  if (record.kind == &kinds::initiative) return is_over(Of<kinds::initiative>(record));
  return record.kind == &kinds::relationship && is_over(Of<kinds::relationship>(record));
}

}  // namespace brm
