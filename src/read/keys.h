// A map's keys: which of them stand twice, and which nobody knows.
#pragma once

#include <vector>

#include "model/fields.h"
#include "read/tree.h"

namespace brm {

/// Where it is written.
inline Span span_of(const Node& node, std::uint32_t file) {
  return {file, node.begin, node.end - node.begin};
}

/// A key and its value, as indexes into the tree's nodes.
struct Pair {
  std::uint32_t key = 0;
  std::uint32_t value = 0;
};

/// Fills `pairs` with those of the map at `node` without those whose key was there before, for
/// which a finding is added. Keys are the same when they differ only by case or Unicode normal
/// form.
void find_pairs(const Tree& tree, std::uint32_t node, std::uint32_t file, std::vector<Pair>& pairs,
                Findings& findings);

/// Whether a key stands in the map twice, in whatever letters; `pairs` are those of find_pairs.
bool stands_twice(const Tree& tree, std::uint32_t node, const std::vector<Pair>& pairs,
                  std::string_view key);

/// Adds the finding for a key that `kind` does not know, with the nearest of those it does, which
/// is returned by its index; `kind.size()` when none is near.
std::size_t add_unknown_key(const Kind& kind, const Node& key, std::uint32_t file,
                            Findings& findings);

}  // namespace brm
