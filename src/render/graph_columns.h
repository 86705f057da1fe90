// Where the nodes of a graph stand in three columns, so that few lines cross.
#pragma once

#include <array>
#include <vector>

#include "document/graph.h"

namespace brm {

enum class GraphColumn : std::uint8_t { gives, work, gets };

/// A node in a column; a party that gives and gets stands in two.
struct GraphStand {
  std::size_t node = 0;
  GraphColumn column = GraphColumn::work;
};

/// A line between two stands of neighbouring columns, or within the work, by their indexes.
struct GraphLine {
  std::size_t from = 0;
  std::size_t to = 0;
  GraphTie tie = GraphTie::sponsor;
};

struct GraphColumns {
  std::vector<GraphStand> stands;
  std::vector<GraphLine> lines;
  std::array<std::vector<std::size_t>, 3> columns;  ///< Stands from above.
};

/// The same for the same graph, always.
GraphColumns arrange(const Graph& graph);

}  // namespace brm
