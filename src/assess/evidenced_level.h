// How mature the records show a relationship to be: a ladder of five rungs, each with what the
// last months must hold (design/verdicts.md, relationships). Trust is the partner's to judge;
// records only tell whether it was exercised.
#pragma once

#include <array>
#include <span>

#include "assess/shared_work.h"

namespace brm {

/// What a rung asks for.
enum class Evidence : std::uint8_t {
  manager,
  review_or_promise,
  cadence_kept,
  measured,
  partners_advice,
  owned_outcome,
  partners_view,
  shared_risk,
  shared_value,
  seat,
  trial,
};
inline constexpr std::size_t evidence_count = 11;

struct EvidenceWords {
  Evidence evidence;
  int level;                ///< The rung that asks for it, 2 to 5.
  std::string_view name;    ///< `outcome owned by them`
  std::string_view to_get;  ///< What to do where it lacks: `name an owner ...`
};
const EvidenceWords& words_of(Evidence evidence);

struct EvidenceFound {
  enum class State : std::uint8_t {
    lacks,
    there,
    unseen,  ///< It would stand in other records, and those were not looked at.
  };
  State state = State::lacks;
  Span place;
  std::optional<Date> date;
};

struct EvidencedLevel {
  int level = 1;
  std::array<EvidenceFound, evidence_count> found;  ///< By Evidence.

  const EvidenceFound& of(Evidence evidence) const {
    return found[static_cast<std::size_t>(evidence)];
  }
  /// What the rung it stands on asks for, and what lacks for the one above.
  std::vector<Evidence> carried_by() const;
  std::vector<Evidence> lacking() const;
  /// What lacks for the rungs up to `level`.
  std::vector<Evidence> lacking_for(int level) const;
};

/// The highest rung of which this and every lower one has all it asks for. `work` null: what other
/// records would show counts as there, so that nothing is held against a record seen alone.
EvidencedLevel evidenced_level(const Relationship& relationship, Date as_of, const Policy& policy,
                               const SharedWork* work);

}  // namespace brm
