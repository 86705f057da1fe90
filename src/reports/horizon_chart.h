// What can be proven when, beside the days that end a term or may end it.
#pragma once

#include <string>

#include "assess/horizon.h"
#include "document/document.h"

namespace brm {

struct ProofRow {
  std::string title;
  Verdict verdict = Verdict::none;
  const Proof* proof = nullptr;
};

/// `end of the CIO's term`, `election: governor`
std::string name_of(const Horizon& horizon);

/// A lane for each outcome that has a day of proof, the first so many; empty without one, or
/// without a day ahead.
std::optional<Chart> horizon_chart(Date as_of, const std::vector<Horizon>& horizons,
                                   const std::vector<ProofRow>& rows);

}  // namespace brm
