// Whether what a record is about goes on as of a day, from the status it was given and the day on
// which it came to that.
#pragma once

#include "model/initiative_fields.h"
#include "model/of.h"
#include "model/relationship_fields.h"

namespace brm {

/// Whether the day of its end, in a part that an outline holds too, is not after `as_of`; so where
/// no day was written.
inline bool has_come(const Item& record, std::string_view end, Date as_of) {
  const Value* part = record.find(end);
  const Value* date = part == nullptr ? nullptr : part->item->find("date");
  return date == nullptr || date->as_date() <= as_of;
}

inline bool is_stopped(const Of<kinds::initiative>& initiative, Date as_of) {
  return initiative.is<"status", "stopped">() && has_come(initiative.item(), "stopped", as_of);
}

inline bool is_ended(const Of<kinds::relationship>& relationship, Date as_of) {
  return relationship.is<"status", "ended">() && has_come(relationship.item(), "exit", as_of);
}

/// Stopped or completed.
inline bool is_over(const Of<kinds::initiative>& initiative, Date as_of) {
  return initiative.is<"status", "completed">() || is_stopped(initiative, as_of);
}

/// Exiting or ended. One that is exiting is left before the day of its exit, so that day is no
/// matter.
inline bool is_over(const Of<kinds::relationship>& relationship, Date as_of) {
  return relationship.is<"status", "exiting">() || is_ended(relationship, as_of);
}

/// The same of the record that `item` stands in; other kinds are never over.
inline bool is_over(const Item& item, Date as_of) {
  const Item& record = item.record();
  if (record.kind == &kinds::initiative) return is_over(Of<kinds::initiative>(record), as_of);
  return record.kind == &kinds::relationship && is_over(Of<kinds::relationship>(record), as_of);
}

/// Its word: `active` of what is not yet stopped or ended.
inline std::string_view status_on(const Of<kinds::initiative>& initiative, Date as_of) {
  const std::string_view status = initiative.text<"status">();
  return status == "stopped" && !is_stopped(initiative, as_of) ? "active" : status;
}
inline std::string_view status_on(const Of<kinds::relationship>& relationship, Date as_of) {
  const std::string_view status = relationship.text<"status">();
  return status == "ended" && !is_ended(relationship, as_of) ? "active" : status;
}

}  // namespace brm
