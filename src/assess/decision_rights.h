// Who decides what, over all bodies. Looks only at what an outline holds (model/outline.h).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/people_fields.h"
#include "model/portfolio.h"

namespace brm {

/// One sort of decision: the rights to it, and what was brought before bodies.
struct DecisionType {
  std::string_view name;            ///< As it was written first.
  std::vector<const Item*> rights;  ///< The decision_rights of this type, in order.
  /// Who decides, each once: the id of a body or person that is named, else in whose body and as
  /// what: `claims-board: the chair`.
  std::vector<std::string> deciders;
  std::vector<const Item*> decisions;  ///< Those of this type, in order.

  bool has_one_decider() const { return deciders.size() == 1; }
};

/// Types differ by more than capitals and blanks around them. Linear in the records.
class DecisionRights {
 public:
  explicit DecisionRights(const Portfolio& portfolio);

  /// In the order they were first written.
  const std::vector<DecisionType>& types() const { return types_; }
  /// Null where nothing of this type is on record.
  const DecisionType* find(std::string_view type) const;
  /// Whether some right of this type says that the body, or somebody in it, decides.
  bool may_decide(const Item& body, const DecisionType& type) const;

 private:
  DecisionType& at(std::string_view type);
  /// The body or person that a `decide` names by its id; null for words such as `the chair`.
  const Item* named(std::string_view decide) const;

  const Portfolio& portfolio_;
  std::map<std::string, std::size_t> places_;
  std::vector<DecisionType> types_;
};

/// Whether it is more than a proposal: accepted or rejected, and not after `as_of`.
bool was_taken(const Item& decision, Date as_of);

/// Where the type of a right or a decision is written.
Span place_of_type(const Item& part);

}  // namespace brm
