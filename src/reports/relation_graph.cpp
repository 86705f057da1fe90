#include "reports/relation_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/spelling.h"
#include "model/of.h"
#include "model/status.h"
#include "reports/words.h"

namespace brm {
namespace {

std::string spaced(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

GraphNode party_node(const Item& item, Date as_of) {
  const Of<kinds::relationship> relationship(item);
  GraphNode node{std::string(item.id()), GraphNodeSort::party, std::string(title_of(item))};
  node.note = spaced(relationship.text<"tier">());
  const std::string_view status = status_on(relationship, as_of);
  if (!status.empty() && status != "active") node.note += fmt::format(", {}", status);
  node.is_over = is_over(relationship, as_of);
  return node;
}

/// `off track, reported green`: the word for what the colour says.
GraphNode initiative_node(const Assessment& assessed, const Item& item) {
  const Of<kinds::initiative> initiative(item);
  const InitiativeJudgement& judged = assessed.initiative(item);
  GraphNode node{std::string(item.id()), GraphNodeSort::initiative, std::string(title_of(item))};
  node.note = judged.verdict == Verdict::none ? "no outcomes" : spaced(to_text(judged.verdict));
  node.tone = tone_of(words_of(judged.verdict).mood);
  if (judged.is_watermelon) node.note += ", reported green";
  if (judged.is_avocado) node.note += ", reported red";
  const std::string_view status = status_on(initiative, assessed.as_of());
  if (!status.empty() && status != "active") node.note += fmt::format(", {}", spaced(status));
  node.is_over = is_over(initiative, assessed.as_of());
  return node;
}

/// Puts nodes and edges in as they are named, each once.
class Drawing {
 public:
  explicit Drawing(const Assessment& assessed) : assessed_(assessed) {}

  void add_initiative(const Item& item) {
    const Of<kinds::initiative> initiative(item);
    place_of(item);
    for (const auto party : initiative.get<"parties">()) {
      tie_party(party.text<"relationship">(), party.text<"role">(), item);
    }
    if (initiative.has<"parent">()) tie(item.id(), initiative.text<"parent">(), GraphTie::part_of);
    if (const auto stopped = initiative.get<"stopped">()) {
      tie(item.id(), stopped->text<"successor">(), GraphTie::followed_by);
    }
    for (const auto risk : initiative.get<"risks">()) {
      tie(risk.text<"common_cause">(), item.id(), GraphTie::common_cause);
    }
  }
  /// Of those that are in the graph.
  void add_parents_of_parties() {
    for (const Item* item : assessed_.portfolio().all(kinds::relationship)) {
      const std::string_view parent = Of<kinds::relationship>(*item).text<"parent">();
      if (places_.contains(item->id()) && places_.contains(parent)) {
        tie(item->id(), parent, GraphTie::part_of);
      }
    }
  }
  Graph take() && { return std::move(graph_); }

 private:
  std::size_t place_of(const Item& item) {
    const auto [found, is_new] = places_.try_emplace(item.id(), graph_.nodes.size());
    if (is_new) {
      graph_.nodes.push_back(item.kind == &kinds::relationship ? party_node(item, assessed_.as_of())
                                                               : initiative_node(assessed_, item));
    }
    return found->second;
  }

  void tie_party(std::string_view party, std::string_view role, const Item& initiative) {
    for (const GraphTieWords& words : graph_tie_words) {
      if (words.name != role) continue;
      const bool is_given = words.tie != GraphTie::beneficiary;
      tie(is_given ? party : initiative.id(), is_given ? initiative.id() : party, words.tie);
    }
  }

  /// Nothing where one of them is no record, which `check` says.
  void tie(std::string_view from, std::string_view to, GraphTie tie) {
    const Item* giver = drawable(from);
    const Item* taker = drawable(to);
    if (giver == nullptr || taker == nullptr || giver == taker) return;
    const std::size_t first = place_of(*giver);
    const std::size_t second = place_of(*taker);
    const auto key = std::minmax(first, second);
    const auto [found, is_new] = edges_.try_emplace(key, graph_.edges.size());
    if (is_new) graph_.edges.push_back({first, second, {}, {}});
    GraphEdge& edge = graph_.edges[found->second];
    std::vector<GraphTie>& ties = edge.from == first ? edge.ties : edge.back;
    if (std::find(ties.begin(), ties.end(), tie) == ties.end()) ties.push_back(tie);
  }

  const Item* drawable(std::string_view id) const {
    const Item* item = id.empty() ? nullptr : assessed_.portfolio().find_record(id);
    const bool is_drawn =
        item != nullptr && (item->kind == &kinds::relationship || item->kind == &kinds::initiative);
    return is_drawn ? item : nullptr;
  }

  const Assessment& assessed_;
  Graph graph_;
  std::unordered_map<std::string_view, std::size_t> places_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> edges_;
};

std::size_t count_of(const Graph& graph, GraphNodeSort sort) {
  return static_cast<std::size_t>(
      std::count_if(graph.nodes.begin(), graph.nodes.end(),
                    [&](const GraphNode& node) { return node.sort == sort; }));
}

std::string graph_title(const Assessment& assessed) {
  const std::string office = office_title(assessed.portfolio());
  return fmt::format("Who depends on whom{}{}, as of {}", office.empty() ? "" : ": ", office,
                     to_text(assessed.as_of()));
}

std::string summary_of(const Graph& graph, std::size_t relationships) {
  const auto in_trouble =
      std::count_if(graph.nodes.begin(), graph.nodes.end(),
                    [](const GraphNode& node) { return node.tone == Tone::bad; });
  const std::size_t parties = count_of(graph, GraphNodeSort::party);
  const std::size_t others = relationships - std::min(relationships, parties);
  return fmt::format(
      "{} and {}, {} in trouble{}. An arrow leads from what is relied on to what relies on it.",
      counted(parties, "party", "parties"),
      counted(count_of(graph, GraphNodeSort::initiative), "initiative"), in_trouble,
      others == 0 ? ""
                  : fmt::format("; {} without a part in them",
                                counted(others, "more party", "more parties")));
}

}  // namespace

Graph compute_graph(const Assessment& assessed, const Where& where) {
  const Portfolio& portfolio = assessed.portfolio();
  Drawing drawing(assessed);
  for (const Item* item : portfolio.all(kinds::initiative)) {
    if (!item->id().empty() && where.holds(assessed, *item)) drawing.add_initiative(*item);
  }
  drawing.add_parents_of_parties();
  Graph graph = std::move(drawing).take();
  graph.title = graph_title(assessed);
  graph.summary = summary_of(graph, portfolio.all(kinds::relationship).size());
  return graph;
}

std::vector<std::string_view> texts_of(const Graph& graph) {
  std::vector<std::string_view> texts{graph.title};
  for (const GraphNode& node : graph.nodes) {
    texts.push_back(node.id);
    texts.push_back(node.name);
  }
  return texts;
}

}  // namespace brm
