// The YAML of a mapping file as its reader asks for it: every key that is missing, unknown or of
// the wrong sort is a finding at its place.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/fields.h"
#include "read/keys.h"
#include "read/tree.h"

namespace brm {

/// A map's keys and values, as indexes into the tree.
using MappingPairs = std::vector<Pair>;

struct MappingText {
  std::string_view text;
  const Node* node = nullptr;
};

class MappingTree {
 public:
  MappingTree(const SourceFile& source, Findings& findings);

  bool is_read() const { return is_read_; }
  const Node& node(std::uint32_t index) const { return tree_.nodes[index]; }

  /// Those of a map whose keys `kind` knows; a key that it needs and that is not there is a
  /// finding.
  MappingPairs fields(std::uint32_t map, const Kind& kind);
  /// Any keys.
  MappingPairs free_map(std::uint32_t map);
  std::optional<std::uint32_t> find(const MappingPairs& pairs, std::string_view key) const;
  std::optional<MappingText> text(const MappingPairs& pairs, std::string_view key);
  std::optional<std::string_view> choice(const MappingPairs& pairs, const Kind& kind,
                                         std::string_view key);
  std::optional<std::string_view> scalar(std::uint32_t node);
  /// The items of a list.
  std::vector<std::uint32_t> list(const MappingPairs& pairs, std::string_view key);
  std::vector<std::uint32_t> items(std::uint32_t list);
  bool is_map(std::uint32_t index) const { return node(index).form == Form::map; }

  void add(const RuleWords& fault, const Node& at, std::string message, std::string help);
  Span place(const Node& at) const { return span_of(at, 0); }
  Findings& findings() { return findings_; }

 private:
  Findings& findings_;
  Tree tree_;
  bool is_read_ = false;
};

}  // namespace brm
