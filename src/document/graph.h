// Who depends on whom, as plain data: parties, initiatives, and arrows from what is relied on to
// what relies on it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/tone.h"

namespace brm {

enum class GraphNodeSort : std::uint8_t { party, initiative };

struct GraphNode {
  std::string id;  ///< Of its record.
  GraphNodeSort sort = GraphNodeSort::party;
  std::string name;
  std::string note = {};  ///< `off track, reported green`; may be empty.
  Tone tone = Tone::plain;
  bool is_over = false;  ///< Stopped, completed, exiting or ended.
};

/// How an arrow is drawn; the first five are the roles of a party.
enum class GraphTie : std::uint8_t {
  sponsor,
  deliverer,
  beneficiary,
  funder,
  advisor,
  part_of,
  followed_by,
  common_cause,
};

struct GraphTieWords {
  GraphTie tie;
  std::string_view name;     ///< On the arrow: `part of`.
  std::string_view meaning;  ///< In a key.
};

inline constexpr std::array<GraphTieWords, 8> graph_tie_words{{
    {GraphTie::sponsor, "sponsor", "sponsors it"},
    {GraphTie::deliverer, "deliverer", "delivers it"},
    {GraphTie::beneficiary, "beneficiary", "benefits from it"},
    {GraphTie::funder, "funder", "funds it"},
    {GraphTie::advisor, "advisor", "advises it"},
    {GraphTie::part_of, "part of", "is part of it"},
    {GraphTie::followed_by, "followed by", "is followed by it"},
    {GraphTie::common_cause, "common cause", "brings several of its risks at once"},
}};

inline std::string_view to_text(GraphTie tie) {
  return graph_tie_words[static_cast<std::size_t>(tie)].name;
}

/// Of two nodes there is one edge at most.
struct GraphEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  std::vector<GraphTie> ties;       ///< From the one to the other.
  std::vector<GraphTie> back = {};  ///< The other way: a sponsor who benefits.
};

struct Graph {
  std::string title;
  std::string summary;  ///< What is to be seen in it, for who cannot.
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

/// The shape that says what a tone's colour says.
inline std::string_view mark_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "●";
    case Tone::doubtful:
      return "▲";
    case Tone::bad:
      return "■";
    case Tone::faint:
      return "○";
    case Tone::plain:
    case Tone::strong:
      break;
  }
  return "";
}

/// `sponsor, funder`; both ways, those of the arrow first.
inline std::string words_of(const GraphEdge& edge) {
  std::string out;
  for (const auto* ties : {&edge.ties, &edge.back}) {
    for (const GraphTie tie : *ties) {
      out += out.empty() ? "" : ", ";
      out += to_text(tie);
    }
  }
  return out;
}

}  // namespace brm
