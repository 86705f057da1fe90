// What hangs on each relationship, and what both sides share: found in the other records, in one
// pass over all of them.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/assessment.h"
#include "assess/relationship.h"

namespace brm {

/// Where a piece of evidence stands, and its day where it has one.
struct EvidencePlace {
  const Item* item = nullptr;
  Span place;
  std::optional<Date> date;
};

/// Of one relationship.
struct SharedWork {
  /// Live ones that it owns, benefits from or delivers, each once, as they were written.
  std::vector<const Item*> outcomes;
  std::vector<const Item*> initiatives;  ///< Live ones of which it is a party.
  std::vector<const Item*> sponsored;    ///< Those of them that it sponsors.
  /// Open ones: written in its record, managed by it, or with it as their common cause.
  std::vector<const Item*> risks;
  std::vector<const Item*> borne;       ///< Open ones of which it bears a share.
  std::vector<const Item*> agreements;  ///< In force.
  std::vector<Money> value;             ///< Of those agreements, one sum a currency.
  /// Without a period: whether they are in force nobody can say.
  std::vector<const Item*> undated;
  std::vector<Money> undated_value;  ///< Of those.
  // Evidence, the first found of each.
  std::optional<EvidencePlace> owned_outcome;  ///< A live outcome whose owner is at the party.
  std::optional<EvidencePlace> shared_risk;    ///< An open risk of which it bears a share.
  std::optional<EvidencePlace> shared_value;   ///< Of an outcome, or a gain under an agreement.
  std::optional<EvidencePlace> seat;           ///< In a body.
  std::optional<EvidencePlace>
      trial;  ///< An experiment with it, or a signal from it, in the last months.
  std::optional<EvidencePlace> advice;  ///< A technology it assessed in the last months.

  /// Whether anything would break with it.
  bool is_relied_on() const { return !outcomes.empty() || !risks.empty() || !agreements.empty(); }
};

/// Keeps references to the portfolio.
class SharedWorks {
 public:
  explicit SharedWorks(const Assessment& assessed);

  const SharedWork& of(const Item& relationship) const;
  /// The relationship a reference leads to, also through a person who is there; empty otherwise.
  std::string_view party_of(std::string_view reference) const;

 private:
  class Finder;
  const Portfolio& portfolio_;
  std::unordered_map<std::string_view, SharedWork> works_;  // by id
};

/// Whether the risk can still happen.
bool is_open_risk(const Item& risk);

}  // namespace brm
