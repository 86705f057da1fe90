// What a place in a records file is called by the keys around it and the value there, whatever it
// looks like: quotes, blanks, the order of keys and braces change none of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "read/tree.h"

namespace brm {

struct PlaceName {
  std::string path;          ///< `/outcomes[decision-days]/baseline/date`
  std::string nameless;      ///< `/outcomes[]/baseline/date`
  std::string value;         ///< Its first line; empty of a list, a map, or nothing.
  std::string entry;         ///< `/outcomes[decision-days]`: the innermost list entry.
  bool is_own_name = false;  ///< The value is the id of the entry.
  std::size_t likeness = 0;  ///< Of all values of that entry, or of the file outside of entries.
};

/// An entry of a list that is a map.
struct ListEntry {
  std::string list;                ///< `/outcomes[]`
  std::vector<std::size_t> pairs;  ///< A hash of each of its keys with its value, sorted.
};

class PlaceNames {
 public:
  /// Keeps a reference; the file has its bytes.
  PlaceNames(const SourceFile& source, std::uint32_t file);

  /// Where the file is no YAML that one can read, the bytes at the place alone.
  PlaceName of(const Span& place);
  /// All of its lists, by what PlaceName calls them.
  const std::map<std::string, ListEntry>& entries() const { return entries_; }

 private:
  struct Step;
  bool step_into_map(const Span& place, Step& at) const;
  bool step_into_list(const Span& place, Step& at) const;
  std::string value_at(const Span& place, const Node& node) const;
  std::string entry_name(std::uint32_t node) const;
  std::string canonical(std::uint32_t node) const;
  void collect(std::uint32_t node, const std::string& path, const std::string& nameless);
  std::size_t likeness(std::uint32_t node);
  std::vector<std::size_t> pairs_of(std::uint32_t map);

  const SourceFile& source_;
  Tree tree_;
  std::map<std::string, ListEntry> entries_;
  std::map<std::uint32_t, std::size_t> likenesses_;  // of entries, by node
};

}  // namespace brm
