#include "render/graph.h"

#include <array>

namespace brm {
namespace {

constexpr std::array formats{
    GraphFormat{{"dot", ".dot", "For Graphviz, which lays it out."}, render_dot},
    GraphFormat{{"mermaid", ".mmd", "For Markdown, where GitHub and GitLab draw it: a flowchart."},
                render_mermaid,
                500},
    GraphFormat{{"svg", ".svg", "For people, in a browser or document: a finished picture."},
                render_svg},
};

}  // namespace

std::span<const GraphFormat> graph_formats() { return formats; }

}  // namespace brm
