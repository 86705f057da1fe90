// The list of formats a graph can be written in.
#pragma once

#include <span>
#include <string>

#include "document/graph.h"
#include "render/findings.h"
#include "render/format.h"

namespace brm {

struct GraphFormat {
  FormatWords words;
  std::string (*render)(const Graph& graph);
  /// How many arrows its readers draw unless told otherwise; 0: any number.
  std::size_t most_edges = 0;
};

/// The first is the default.
std::span<const GraphFormat> graph_formats();

/// For Graphviz: any of its layouts.
std::string render_dot(const Graph& graph);
/// A flowchart, as GitHub and GitLab draw it in Markdown.
std::string render_mermaid(const Graph& graph);
/// One picture that needs nothing beside it, laid out here: who gives, the work, who benefits.
std::string render_svg(const Graph& graph);

}  // namespace brm
