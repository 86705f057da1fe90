#include "render/graph_columns.h"

#include <algorithm>
#include <map>

namespace brm {
namespace {

std::size_t index_of(GraphColumn column) { return static_cast<std::size_t>(column); }

class Arranging {
 public:
  explicit Arranging(const Graph& graph) : graph_(graph) {
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
      if (graph.nodes[i].sort == GraphNodeSort::initiative) stand_of(i, GraphColumn::work);
    }
    for (const GraphEdge& edge : graph.edges) {
      for (const GraphTie tie : edge.ties) add_line(edge.from, edge.to, tie);
      for (const GraphTie tie : edge.back) add_line(edge.to, edge.from, tie);
    }
  }

  GraphColumns take() && {
    for (std::size_t i = 0; i < out_.stands.size(); ++i) {
      out_.columns[index_of(out_.stands[i].column)].push_back(i);
    }
    places_.resize(out_.stands.size());
    for (auto& column : out_.columns) number(column);
    constexpr int sweeps = 12;
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      for (const GraphColumn column : {GraphColumn::gives, GraphColumn::gets, GraphColumn::work}) {
        untangle(out_.columns[index_of(column)]);
      }
    }
    return std::move(out_);
  }

 private:
  std::size_t stand_of(std::size_t node, GraphColumn column) {
    const auto [found, is_new] = stands_.try_emplace({node, index_of(column)}, out_.stands.size());
    if (is_new) out_.stands.push_back({node, column});
    return found->second;
  }

  /// Of two parties the part stands where the whole does.
  void add_line(std::size_t from, std::size_t to, GraphTie tie) {
    const auto is_party = [&](std::size_t node) {
      return graph_.nodes[node].sort == GraphNodeSort::party;
    };
    const bool are_parties = is_party(from) && is_party(to);
    const GraphColumn first = is_party(from) ? GraphColumn::gives : GraphColumn::work;
    const GraphColumn second = are_parties    ? GraphColumn::gives
                               : is_party(to) ? GraphColumn::gets
                                              : GraphColumn::work;
    const std::size_t a = stand_of(from, first);
    const std::size_t b = stand_of(to, second);
    out_.lines.push_back({a, b, tie});
  }

  /// From 0 to 1, whatever the length of the column.
  void number(const std::vector<std::size_t>& column) {
    for (std::size_t i = 0; i < column.size(); ++i) {
      places_[column[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
    }
  }

  /// Each beside the middle of what it is tied to.
  void untangle(std::vector<std::size_t>& column) {
    std::map<std::size_t, std::pair<double, int>> sums;
    for (const GraphLine& line : out_.lines) {
      for (const auto& [own, other] : {std::pair{line.from, line.to}, {line.to, line.from}}) {
        sums[own].first += places_[other];
        ++sums[own].second;
      }
    }
    const auto middle = [&](std::size_t stand) {
      const auto found = sums.find(stand);
      return found == sums.end() ? places_[stand] : found->second.first / found->second.second;
    };
    std::stable_sort(column.begin(), column.end(),
                     [&](std::size_t a, std::size_t b) { return middle(a) < middle(b); });
    number(column);
  }

  const Graph& graph_;
  GraphColumns out_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> stands_;
  std::vector<double> places_;
};

}  // namespace

GraphColumns arrange(const Graph& graph) { return Arranging(graph).take(); }

}  // namespace brm
