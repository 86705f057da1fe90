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

/// Two entries of one list of which nothing tells which is meant.
struct AlikeEntries {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::string key;  ///< Of the list.
};

struct Differences {
  std::vector<OtherWord> words;
  std::vector<LackingEntry> lacking;
  std::vector<OtherForm> forms;
  std::vector<AlikeEntries> alike;
};

/// `map` is the node of the record, of this kind, in its tree. Fields and items that the draft does
/// not have are none of its business: an entry is the draft's where it has the same id, says the
/// same in all that names it, or says all that the draft says.
Differences differences(const Tree& tree, std::uint32_t map, const Kind& kind, const Yaml& draft);

}  // namespace brm
