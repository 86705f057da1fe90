#include "render/graph.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "commands/command.h"
#include "commands/exchange_values.h"
#include "commands/output_options.h"
#include "commands/where_option.h"
#include "reports/relation_graph.h"

namespace brm {
namespace {

struct Options {
  std::string where;
  OutputOptions output;
};

/// What the picture cannot say itself, on stderr.
void say(const Invocation& invocation, const Graph& graph, const GraphFormat& format) {
  if (invocation.options.quiet) return;
  if (graph.nodes.empty()) {
    invocation.console.err +=
        "brm: the graph is empty: no initiative is recorded, or --where leaves none\n";
  }
  if (format.most_edges > 0 && graph.edges.size() > format.most_edges) {
    invocation.console.err += fmt::format(
        "brm: {} arrows, and {} draws at most {} where its `maxEdges` was not raised\n"
        "help: choose among the initiatives with --where, or draw them with --format svg\n",
        graph.edges.size(), format.words.name, format.most_edges);
  }
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_any(options.output, invocation, graph_formats());
  if (!output.ok()) return invocation.fail(output.failure());
  const auto where = read_where(kinds::initiative, options.where);
  if (!where.ok()) return invocation.fail(where.failure());
  const auto opened = open_records(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  const Assessment assessed(opened.value().reading.portfolio, invocation.as_of);
  const Graph graph = compute_graph(assessed, where.value());
  if (const auto failure = find_telling(opened.value(), texts_of(graph))) {
    return invocation.fail(*failure);
  }
  say(invocation, graph, *output.value().format);
  put(invocation, output.value().format->render(graph), output.value().path);
  return said_notices(invocation, opened.value());
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("--where", options->where,
                       "Only initiatives of which this is true, and who takes part in them"),
        values::condition);
  takes(app.add_option("--format", options->output.format, "How it is written"),
        values::graph_format)
      ->default_str(std::string(graph_formats().front().words.name));
  add_output_file_option(app, options->output.file, words_of(graph_formats()));
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command graph{
    .name = "graph",
    .summary = "Draw who works with whom on what, and what depends on what",
    .description =
        "Every initiative with the parties that take part in it. An arrow leads from what is "
        "relied on to what relies on it: from sponsors, deliverers, funders and advisors to the "
        "initiative, from the initiative to those who benefit, from a part to the whole, from what "
        "was stopped to what followed it, and from a party whose failure would bring several risks "
        "of an initiative at once.\n\n"
        "An initiative has the colour, the mark and the word of its verdict, which is that of its "
        "worst outcome: a square is in trouble, a triangle in doubt, a circle well, an empty "
        "circle unknown. Parties have their tier. What is over has a dashed frame.\n\n"
        "The svg needs no other program and nothing beside it. It has three columns: who gives, "
        "the work, who benefits; a party that does both stands on both sides. The order within a "
        "column is the one in which few lines cross. In a browser a pointer over a box leaves only "
        "its own lines, and shows all of a name that was cut.",
    .examples =
        "  brm graph -o graph.svg\n"
        "What hangs on one party:\n"
        "  brm graph --where 'parties.relationship = human-services' \\\n"
        "      --format mermaid\n"
        "Through Graphviz:\n"
        "  brm graph --where 'verdict != achieved' | dot -Tpdf -o open.pdf\n",
    .also = "draw diagram map network dependencies",
    .add = add,
};

}  // namespace commands
}  // namespace brm
