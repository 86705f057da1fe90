// The tables of `brm report corrections`.
#pragma once

#include <vector>

#include "assess/correction.h"
#include "document/document.h"

namespace brm::correction_tables {

/// A correction that was decided by the as-of date.
struct LedgerEntry {
  const Item* correction = nullptr;
  Date date;
  CorrectionReview review = CorrectionReview::no_day;
  std::vector<CorrectedOutcome> outcomes;
};
using Ledger = std::vector<LedgerEntry>;  ///< Newest first.

/// Whatever was chosen of the corrections; longest first. The outcome's id is the first column.
Table uncorrected(const Assessment& assessed);
/// Longest first.
Table unreviewed(const Assessment& assessed, const Ledger& ledger);
Table paces(const Ledger& ledger);
Table ledger(const Assessment& assessed, const Ledger& ledger);

}  // namespace brm::correction_tables
