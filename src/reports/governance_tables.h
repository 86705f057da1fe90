// The tables of the governance report.
#pragma once

#include <unordered_set>

#include "assess/assessment.h"
#include "assess/decision_rights.h"
#include "assess/governance.h"
#include "document/document.h"

namespace brm::governance_tables {

/// One body, judged.
struct Body {
  const Item* item = nullptr;
  MeetingCount meetings;
  CharterState charter;
  std::optional<Silence> silence;
};
using Bodies = std::vector<Body>;

/// What the report is about; rights are those of all bodies, whichever were chosen.
struct Governance {
  const Assessment& assessed;
  DecisionRights rights;
  Bodies bodies;
  std::vector<Decision> decisions;
  std::unordered_set<const Item*> chosen = {};  ///< The bodies' records.
};

/// Sorts of decision that nobody decides, or more than one.
std::size_t count_not_one(const Governance& found);

Table bodies(const Governance& found);
Table open_decisions(const Governance& found);
Table decided(const Governance& found);
Table types(const Governance& found);
Table without_right(const Governance& found);
Table charters(const Governance& found);

}  // namespace brm::governance_tables
