// Runs every rule: those on one record while it is read, the others over the whole portfolio.
#pragma once

#include "rules/rule.h"

namespace brm {

/// Rules with Scope::record on one record after another. Not for several threads at a time.
class RecordRules {
 public:
  /// `office` outlives it; null in a folder without.
  RecordRules(const Item* office, Date as_of) : portfolio_(office), assessed_(portfolio_, as_of) {}
  RecordRules(const RecordRules&) = delete;
  RecordRules& operator=(const RecordRules&) = delete;

  /// `findings` holds what the reader found in the record's file.
  void check(const Item& record, const SourceFile& source, Findings& findings);

 private:
  Portfolio portfolio_;
  Assessment assessed_;
};

/// Rules with Scope::findings, after all others; `findings` holds what those found.
void review_findings(const Review& review, Findings& findings);

/// Rules with Scope::portfolio, after those on records: `findings` holds what was found so far, and
/// in it what rules asked of records whose parties they could not see is settled.
void check_portfolio(const Assessment& assessed, std::size_t jobs, Findings& findings);

}  // namespace brm
