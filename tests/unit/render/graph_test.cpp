#include "render/graph.h"

#include <doctest/doctest.h>

#include "render/graph_columns.h"

namespace brm::test {
namespace {

/// One party that gives to the work, one that gets, and one that does both.
Graph small_graph() {
  Graph graph;
  graph.title = "Who depends on whom";
  graph.summary = "Three parties";
  graph.nodes = {{"vendor", GraphNodeSort::party, "Vendor", "strategic"},
                 {"end", GraphNodeSort::initiative, "Portal", "off track", Tone::bad},
                 {"a-b", GraphNodeSort::party, "Agency", ""}};
  graph.edges = {{0, 1, {GraphTie::deliverer}},
                 {2, 1, {GraphTie::sponsor}, {GraphTie::beneficiary}}};
  return graph;
}

Graph hostile_graph(const std::string& title) {
  Graph graph = small_graph();
  graph.nodes[1].name = title;
  return graph;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("graph: every format says the verdict in a word and a mark, beside the colour") {
  for (const GraphFormat& format : graph_formats()) {
    CAPTURE(format.words.name);
    const std::string out = format.render(small_graph());
    CHECK(has(out, "off track"));
    CHECK(has(out, "Vendor"));
    CHECK(has(out, "Agency"));
  }
  CHECK(has(render_dot(small_graph()), "Portal\\n■ off track"));
  CHECK(has(render_mermaid(small_graph()), "<br>■ off track"));
  // A mark of trouble is drawn as a square, 2 * 0.9 * 4.5 wide.
  CHECK(has(render_svg(small_graph()), "width=\"8.1\" height=\"8.1\" class=\"f-bad\""));
}

TEST_CASE("graph: a tie that goes both ways is one arrow with two heads") {
  CHECK(has(render_dot(small_graph()),
            "\"a-b\" -> \"end\" [label=\"sponsor, beneficiary\", dir=both];"));
  CHECK(has(render_mermaid(small_graph()), "p_a_b <-->|\"sponsor, beneficiary\"| i_end"));
}

TEST_CASE("graph: no title ends a label, opens a tag or becomes an escape") {
  const std::string dot = render_dot(hostile_graph("a\"]; b \\N &lt; \\"));
  CHECK(has(dot, "a\\\"]; b \\\\N &amp;lt; \\\\"));
  const std::string mermaid = render_mermaid(hostile_graph("\"]; click #quot; `x` <b> %%"));
  CHECK(has(mermaid, "[\"#34;#93;#59; click #35;quot#59; #96;x#96; #60;b#62; #37;#37;<br>"));
  const std::string svg = render_svg(hostile_graph("<script>&\"'"));
  CHECK(!has(svg, "<script"));
  CHECK(has(svg, "&lt;script&gt;&amp;&quot;&#39;"));
}

TEST_CASE("graph: a party that gives and gets stands on both sides") {
  const GraphColumns columns = arrange(small_graph());
  CHECK(columns.columns[0].size() == 2);
  CHECK(columns.columns[1].size() == 1);
  CHECK(columns.columns[2].size() == 1);
  CHECK(columns.lines.size() == 3);
}

TEST_CASE("graph: what is tied to the first stands before what is tied to the last") {
  Graph graph;
  constexpr std::size_t count = 20;
  for (std::size_t i = 0; i < count; ++i) {
    graph.nodes.push_back({"i" + std::to_string(i), GraphNodeSort::initiative, "work"});
  }
  for (std::size_t i = 0; i < count; ++i) {
    graph.nodes.push_back({"p" + std::to_string(i), GraphNodeSort::party, "party"});
    graph.edges.push_back({count + i, count - 1 - i, {GraphTie::deliverer}});
  }
  const GraphColumns columns = arrange(graph);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t giver = columns.stands[columns.columns[0][i]].node;
    const std::size_t work = columns.stands[columns.columns[1][i]].node;
    CHECK(giver - count == count - 1 - work);  // each beside its own, so that no two lines cross
  }
}

TEST_CASE("graph: a pointer over a box leaves its lines alone") {
  const std::string svg = render_svg(small_graph());
  std::size_t boxes = 0;
  while (has(svg, "<g class=\"b" + std::to_string(boxes) + "\">")) {
    const std::string number = std::to_string(boxes);
    CHECK(has(svg, "svg:has(.b" + number + ":hover) .l:not(.e" + number + "){opacity:.07}"));
    const bool is_tied = has(svg, "\"l e" + number + " ") || has(svg, " e" + number + "\">");
    CHECK(is_tied);
    ++boxes;
  }
  CHECK(boxes > 2);
  CHECK(!has(svg, ".b" + std::to_string(boxes) + ":hover"));
}

TEST_CASE("graph: an empty one is still one of its language") {
  CHECK(render_dot({}).ends_with("}\n"));
  CHECK(render_mermaid({}).starts_with("flowchart LR\n"));
  CHECK(render_svg({}).ends_with("</svg>\n"));
}

}  // namespace brm::test
