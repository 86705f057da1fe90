// What a record that is there already lacks of a draft: one thing after the other, so that all the
// rest of its file stays as it was.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "exchange/draft.h"
#include "read/tree.h"
#include "source/span.h"

namespace brm {

/// A scalar that says something else.
struct OtherWord {
  Span place;
  std::string text;
};

/// A field that is not written, or an item that its list lacks.
struct LackingEntry {
  std::uint32_t map = 0;  ///< The node that has or is to have the field.
  std::string key;
  bool is_item = false;
  const Yaml* value = nullptr;
};

/// Where the file has a list, map or single value, and the draft another of them.
struct OtherForm {
  std::uint32_t node = 0;
  std::string key;
};

struct Differences {
  std::vector<OtherWord> words;
  std::vector<LackingEntry> lacking;
  std::vector<OtherForm> forms;
};

/// `map` is the node of the record in its tree. Fields and items that the draft does not have are
/// none of its business.
Differences differences(const Tree& tree, std::uint32_t map, const Yaml& draft);

}  // namespace brm
