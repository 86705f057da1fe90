// One YAML document as values with places: what lies between the bytes and the typed records.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "source/finding.h"
#include "source/source_file.h"

namespace brm {

enum class Form : std::uint8_t { null, scalar, list, map };
enum class Style : std::uint8_t { plain, quoted, block, flow };

/// In preorder; a map's children are key, value, key, value.
struct Node {
  Form form = Form::null;
  Style style = Style::plain;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;    ///< Exact for scalars; for lists and maps the end of their last child.
  std::uint32_t next = 0;   ///< Index of the node after this one and all below it.
  std::uint32_t count = 0;  ///< Items of a list, pairs of a map.
  std::string_view text;    ///< Of a scalar, decoded.
};

struct Tree {
  std::vector<Node> nodes;
  std::deque<std::string> decoded;  ///< Texts that differ from the bytes they were written in.

  bool empty() const { return nodes.empty(); }
  const Node& root() const { return nodes.front(); }
  void clear() {
    nodes.clear();
    decoded.clear();
  }
};

/// Limits on one file; more is a finding, never a crash or a long wait.
inline constexpr std::size_t most_bytes = 1U << 20U;
inline constexpr std::size_t most_depth = 32;
inline constexpr std::size_t most_values = 100'000;
inline constexpr std::size_t longest_key = 1024;

/// Who may read a file. Both make the same trees of the same bytes.
enum class Lanes : std::uint8_t { both, strict };
/// Who read it.
enum class Lane : std::uint8_t { none, quick, strict };

/// Reads exactly one document strictly into `tree`, which may have been used before. Lane::none
/// means that the file cannot be used, and `findings` says why.
Lane read_tree(const SourceFile& source, std::uint32_t file, Lanes lanes, Tree& tree,
               Findings& findings);

}  // namespace brm
