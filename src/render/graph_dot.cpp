// The language of Graphviz. What it would read as escapes or entities is written so that it shows.
#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "render/graph.h"

namespace brm {
namespace {

struct Colours {
  std::string_view fill;
  std::string_view line;
};

Colours colours_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return {"#e4f3e9", "#17683a"};
    case Tone::doubtful:
      return {"#fcf0d5", "#805200"};
    case Tone::bad:
      return {"#fce7e5", "#b0221b"};
    case Tone::faint:
    case Tone::plain:
    case Tone::strong:
      break;
  }
  return {"#f4f6f9", "#566372"};
}

/// Between quotes; `\n` ends a line in the middle.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '&' ? std::string("&amp;") : std::string(1, c);
  }
  return out;
}

std::string label_of(const GraphNode& node) {
  constexpr std::size_t width = 30;
  std::string out;
  for (const std::string& line : wrapped(visible(node.name), width)) {
    out += (out.empty() ? "" : "\\n") + escaped(line);
  }
  if (node.note.empty()) return out;
  const std::string_view mark = mark_of(node.tone);
  return fmt::format("{}\\n{}{}{}", out, mark, mark.empty() ? "" : " ", escaped(node.note));
}

std::string line_of(const GraphNode& node) {
  const Colours colours = colours_of(node.tone);
  const bool is_party = node.sort == GraphNodeSort::party;
  return fmt::format(
      "  \"{}\" [label=\"{}\", style=\"filled{}{}\", fillcolor=\"{}\", color=\"{}\"{}];\n",
      escaped(node.id), label_of(node), is_party ? ",rounded" : "", node.is_over ? ",dashed" : "",
      colours.fill, colours.line, node.tone == Tone::bad ? ", penwidth=2" : "");
}

/// Dashed where it is no role of a party.
std::string line_of(const GraphEdge& edge, const Graph& graph) {
  const bool is_role = edge.ties.front() <= GraphTie::advisor;
  return fmt::format("  \"{}\" -> \"{}\" [label=\"{}\"{}{}];\n", escaped(graph.nodes[edge.from].id),
                     escaped(graph.nodes[edge.to].id), words_of(edge),
                     edge.back.empty() ? "" : ", dir=both", is_role ? "" : ", style=dashed");
}

}  // namespace

std::string render_dot(const Graph& graph) {
  std::string out = fmt::format(
      "digraph brm {{\n"
      "  graph [label=\"{}\\n{}\", labelloc=t, rankdir=LR, ranksep=1.4, nodesep=0.2, "
      "fontname=\"sans-serif\", fontsize=14];\n"
      "  node [shape=box, fontname=\"sans-serif\", fontsize=11, fontcolor=\"#1b2530\", "
      "margin=\"0.14,0.07\"];\n"
      "  edge [fontname=\"sans-serif\", fontsize=9, fontcolor=\"#566372\", color=\"#566372\", "
      "arrowsize=0.7];\n",
      escaped(graph.title), escaped(graph.summary));
  for (const GraphNode& node : graph.nodes) out += line_of(node);
  for (const GraphEdge& edge : graph.edges) out += line_of(edge, graph);
  return out + "}\n";
}

}  // namespace brm
