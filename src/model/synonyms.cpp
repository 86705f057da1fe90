#include "model/synonyms.h"

#include <algorithm>

#include "base/near_words.h"

namespace brm {
namespace {

struct Synonym {
  std::string_view said;
  std::string_view meant;
};

/// Fields first, then kinds. One word may mean one thing here and another there.
constexpr Synonym table[] = {
    {"name", "title"},
    {"desc", "notes"},
    {"description", "notes"},
    {"summary", "notes"},
    {"comments", "notes"},
    {"deadline", "due"},
    {"due_date", "due"},
    {"start_date", "start"},
    {"end_date", "end"},
    {"state", "status"},
    {"sponsor", "executive_sponsor"},
    {"responsible", "owner"},
    {"lead", "manager"},
    {"kpi", "indicator"},
    {"metric", "indicator"},
    {"probability", "likelihood"},
    {"mitigation", "response_text"},
    {"reports_to", "parent"},
    {"vendor", "relationship"},
    {"partner", "relationship"},
    {"supplier", "relationship"},
    {"agency", "relationship"},
    {"department", "relationship"},
    {"project", "initiative"},
    {"program", "initiative"},
    {"programme", "initiative"},
    {"contract", "agreement"},
    {"objective", "goal"},
    {"decision_log", "correction"},
    {"employee", "person"},
    {"staff", "person"},
    {"committee", "body"},
    {"board", "body"},
    {"council", "body"},
    {"vendors", "relationships"},
    {"partners", "relationships"},
    {"suppliers", "relationships"},
    {"agencies", "relationships"},
    {"departments", "relationships"},
    {"projects", "initiatives"},
    {"programs", "initiatives"},
    {"programmes", "initiatives"},
    {"contracts", "agreements"},
    {"objectives", "goals"},
    {"employees", "people"},
    {"persons", "people"},
    {"committees", "bodies"},
    {"boards", "bodies"},
    {"councils", "bodies"},
};

}  // namespace

std::vector<std::string_view> all_meant_by(std::string_view word,
                                           std::span<const std::string_view> known) {
  for (const Synonym& synonym : table) {
    if (synonym.said != word) continue;
    const auto found = std::find(known.begin(), known.end(), synonym.meant);
    if (found != known.end()) return {*found};
  }
  return near_words(word, known);
}

std::optional<std::string_view> meant_by(std::string_view word,
                                         std::span<const std::string_view> known) {
  const auto all = all_meant_by(word, known);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

}  // namespace brm
