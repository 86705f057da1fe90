// A flowchart of Mermaid. Ids become words it does not know, and every sign it would heed stands as
// a number, so that no title can end a label or begin a directive.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "render/graph.h"

namespace brm {
namespace {

struct NodeClass {
  Tone tone;
  std::string_view name;
  std::string_view style;
};
constexpr std::array node_classes{
    NodeClass{Tone::good, "good", "fill:#e4f3e9,stroke:#17683a,color:#1b2530"},
    NodeClass{Tone::doubtful, "doubtful", "fill:#fcf0d5,stroke:#805200,color:#1b2530"},
    NodeClass{Tone::bad, "bad", "fill:#fce7e5,stroke:#b0221b,stroke-width:3px,color:#1b2530"},
    NodeClass{Tone::faint, "unknown", "fill:#f4f6f9,stroke:#566372,color:#1b2530"},
    NodeClass{Tone::plain, "party", "fill:#ffffff,stroke:#566372,color:#1b2530"},
};

const NodeClass& class_of(Tone tone) {
  const auto found = std::find_if(node_classes.begin(), node_classes.end(),
                                  [&](const NodeClass& look) { return look.tone == tone; });
  return found == node_classes.end() ? node_classes.back() : *found;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    const bool is_heeded = std::string_view("\"#&;<>`\\[](){}|%").find(c) != std::string_view::npos;
    out += is_heeded ? fmt::format("#{};", static_cast<int>(c)) : std::string(1, c);
  }
  return out;
}

/// `end` and the like mean something to Mermaid, and so do hyphens.
std::string name_of(const GraphNode& node) {
  std::string out = (node.sort == GraphNodeSort::party ? "p_" : "i_") + node.id;
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

std::string line_of(const GraphNode& node) {
  std::string label = escaped(node.name);
  if (!node.note.empty()) {
    const std::string_view mark = mark_of(node.tone);
    label += fmt::format("<br>{}{}{}", mark, mark.empty() ? "" : " ", escaped(node.note));
  }
  const bool is_party = node.sort == GraphNodeSort::party;
  return fmt::format("  {}{}\"{}\"{}:::{}\n", name_of(node), is_party ? "([" : "[", label,
                     is_party ? "])" : "]", class_of(node.tone).name);
}

std::string line_of(const GraphEdge& edge, const Graph& graph) {
  const bool is_role = edge.ties.front() <= GraphTie::advisor;
  const std::string arrow =
      fmt::format("{}{}", edge.back.empty() ? "" : "<", is_role ? "-->" : "-.->");
  return fmt::format("  {} {}|\"{}\"| {}\n", name_of(graph.nodes[edge.from]), arrow, words_of(edge),
                     name_of(graph.nodes[edge.to]));
}

}  // namespace

std::string render_mermaid(const Graph& graph) {
  std::string out = fmt::format("flowchart LR\n  accTitle: {}\n  accDescr: {}\n",
                                escaped(graph.title), escaped(graph.summary));
  for (const NodeClass& look : node_classes)
    out += fmt::format("  classDef {} {}\n", look.name, look.style);
  for (const GraphNode& node : graph.nodes) out += line_of(node);
  for (const GraphEdge& edge : graph.edges) out += line_of(edge, graph);
  return out;
}

}  // namespace brm
