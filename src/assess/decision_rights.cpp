#include "assess/decision_rights.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/folding.h"
#include "model/of.h"

namespace brm {
namespace {

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

}  // namespace

bool was_taken(const Item& decision, Date as_of) {
  const Of<kinds::decision> of(decision);
  const Value* decided = decision.find("decided");  // asked by name: an outline holds it
  if (decided != nullptr && decided->as_date() > as_of) return false;
  return of.is<"status", "accepted">() || of.is<"status", "rejected">();
}

Span place_of_type(const Item& part) {
  const Value* type = part.find("type");
  return type == nullptr ? part.place() : part.span_of(*type);
}

DecisionRights::DecisionRights(const Portfolio& portfolio) : portfolio_(portfolio) {
  for (const Item* right : portfolio.all(kinds::decision_right)) {
    const std::string_view decide = right->text("decide");
    if (decide.empty() || right->text("type").empty()) continue;  // the reader says so
    DecisionType& type = at(right->text("type"));
    type.rights.push_back(right);
    const Item* decider = named(decide);
    add_once(type.deciders, decider != nullptr
                                ? std::string(decider->id())
                                : fmt::format("{}: {}", right->record().id(), decide));
  }
  for (const Item* decision : portfolio.all(kinds::decision)) {
    const std::string_view type = decision->text("type");
    if (!type.empty()) at(type).decisions.push_back(decision);
  }
}

DecisionType& DecisionRights::at(std::string_view type) {
  const auto [place, is_new] = places_.try_emplace(lowered(trimmed(type)), types_.size());
  if (is_new) types_.push_back({type, {}, {}, {}});
  return types_[place->second];
}

const DecisionType* DecisionRights::find(std::string_view type) const {
  const auto found = places_.find(lowered(trimmed(type)));
  return found == places_.end() ? nullptr : &types_[found->second];
}

const Item* DecisionRights::named(std::string_view decide) const {
  const Item* found = portfolio_.find_record(decide);
  if (found == nullptr) return nullptr;
  return found->kind == &kinds::body || found->kind == &kinds::person ? found : nullptr;
}

bool DecisionRights::may_decide(const Item& body, const DecisionType& type) const {
  return std::any_of(type.rights.begin(), type.rights.end(), [&](const Item* right) {
    const Item* decider = named(right->text("decide"));
    const bool is_elsewhere = decider != nullptr && decider->kind == &kinds::body;
    return is_elsewhere ? decider == &body : &right->record() == &body;
  });
}

}  // namespace brm
