// Every verdict of a portfolio, computed once: what rules and reports ask instead of computing.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "assess/judgement.h"
#include "assess/policy.h"
#include "assess/risk.h"
#include "model/initiative_fields.h"
#include "model/portfolio.h"

namespace brm {

class CorrectionDays;
class SharedWorks;

/// What somebody said of an initiative, and when.
struct Reported {
  Date date;
  std::string_view rating;  ///< green, amber, red, 1 to 5, not_published
  std::string_view scale;
  std::string_view by;
  Span place;
  bool is_green = false;  ///< green, or 4 and 5 of the federal scale, where 5 is low risk.
  bool is_red = false;    ///< red, or 1 and 2 of the federal scale.
};

struct InitiativeJudgement {
  Verdict verdict = Verdict::none;  ///< Its worst outcome's; no weighted score.
  const Item* worst = nullptr;      ///< The outcome it comes from; null without outcomes.
  std::string reason;               ///< That outcome's, named.
  Span proof;
  std::size_t outcomes = 0;
  std::size_t judged = 0;            ///< Outcomes that count as evidence.
  std::optional<Reported> reported;  ///< The last rating on or before the as-of date.
  bool is_evidenced = false;
  bool is_watermelon = false;
  bool is_avocado = false;
  bool is_unsupported_green = false;
  bool has_stale_rating = false;
};

/// One outcome's verdict as an initiative sees it.
struct JudgedOutcome {
  const Item* outcome = nullptr;
  const Judgement* judgement = nullptr;
};

InitiativeJudgement judge_initiative(const Of<kinds::initiative>& initiative,
                                     const std::vector<JudgedOutcome>& outcomes, Date as_of,
                                     const Policy& policy);

/// A pure function of records, as-of date and policy; each verdict is computed when it is first
/// asked for, and once. Keeps a reference to the portfolio. Not for several threads at a time.
class Assessment {
 public:
  /// `jobs`: threads for what is asked of all at once; 0: one a core.
  Assessment(const Portfolio& portfolio, Date as_of, std::size_t jobs = 1);

  const Portfolio& portfolio() const { return portfolio_; }
  Date as_of() const { return as_of_; }
  const Policy& policy() const { return policy_; }
  /// The office's: that of amounts without a code.
  Currency currency() const { return currency_; }
  /// `outcome` is one of the portfolio's.
  const Judgement& outcome(const Item& outcome) const;
  /// Those of all outcomes, which will be asked for: on several threads.
  void judge_outcomes() const;
  const InitiativeJudgement& initiative(const Item& initiative) const;
  const RiskJudgement& risk(const Item& risk) const;
  const RiskPolicy& risk_policy() const { return risk_policy_; }
  /// What hangs on each relationship: one pass over all records, at the first question.
  const SharedWorks& shared_works() const;
  /// When what was corrected: one pass over all corrections, at the first question.
  const CorrectionDays& correction_days() const;
  /// Before a portfolio of one holds another record.
  void forget();

 private:
  const Portfolio& portfolio_;
  Date as_of_;
  std::size_t jobs_;
  Policy policy_;
  RiskPolicy risk_policy_;
  Currency currency_;
  mutable LognormalMeans means_;
  mutable std::unordered_map<const Item*, Judgement> outcomes_;
  mutable std::unordered_map<const Item*, InitiativeJudgement> initiatives_;
  mutable std::unordered_map<const Item*, RiskJudgement> risks_;
  mutable std::shared_ptr<const SharedWorks> shared_works_;
  mutable std::shared_ptr<const CorrectionDays> correction_days_;
};

}  // namespace brm
