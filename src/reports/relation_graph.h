// Who works with whom on what, and what depends on what, found in the records.
#pragma once

#include "assess/assessment.h"
#include "assess/where.h"
#include "document/graph.h"

namespace brm {

/// The initiatives of which `where` is true, what takes part in them, and what they are part of.
Graph compute_graph(const Assessment& assessed, const Where& where);

/// What the graph says in the words of the records.
std::vector<std::string_view> texts_of(const Graph& graph);

}  // namespace brm
