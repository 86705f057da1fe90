// What was written in a record or part, as paths and texts: what two states of it are compared by.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/item.h"

namespace brm {

struct WrittenValue {
  std::string path;  ///< `outcomes.decision-days.target.value`
  std::string text;  ///< As people read it; of a list of plain values all, with commas between.
  Span place;
};

/// Everything that was written, in its order.
std::vector<WrittenValue> written_values(const Item& item);

/// One value that differs; empty where it was not written.
struct WrittenChange {
  std::string path;
  std::string from;
  std::string to;
};

/// Either may be null. In the order of `after`, then what is gone in that of `before`.
std::vector<WrittenChange> written_changes(const Item* before, const Item* after);

/// An entry of a list of parts and what it is called among the others: its id, else its day, else
/// the record it names, else its number. Of several with one name the second is called `name#2`.
using NamedEntry = std::pair<std::string, const Item*>;
/// `list` may be null, or one part.
std::vector<NamedEntry> named_entries(const Item* item, std::string_view list);

}  // namespace brm
