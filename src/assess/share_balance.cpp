#include "assess/share_balance.h"

#include <algorithm>

#include "assess/value.h"
#include "assess/vendor.h"

namespace brm {
namespace {

using Sort = PartyExposure::Sort;

class Balances {
 public:
  explicit Balances(std::vector<PartyExposure> exposures) {
    for (PartyExposure& row : exposures) rows_.push_back({std::move(row), 0, false, false});
  }

  /// The party's row in this currency, added at the end where there is none.
  ShareBalance& of(std::string_view party, Currency currency) {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const ShareBalance& row) {
      return row.exposure.sort == Sort::relationship && row.exposure.party == party &&
             row.exposure.currency == currency;
    });
    if (found != rows_.end()) return *found;
    rows_.emplace_back();
    rows_.back().exposure.party = party;
    rows_.back().exposure.currency = currency;
    return rows_.back();
  }

  /// Calls `change` for every row of the party: a share of gains is agreed in no currency.
  template <class Change>
  void change(std::string_view party, Currency otherwise, const Change& change) {
    bool has_any = false;
    for (ShareBalance& row : rows_) {
      if (row.exposure.sort != Sort::relationship || row.exposure.party != party) continue;
      change(row);
      has_any = true;
    }
    if (!has_any) change(of(party, otherwise));
  }

  std::vector<ShareBalance> take() && { return std::move(rows_); }

 private:
  std::vector<ShareBalance> rows_;
};

bool has_part(const Of<kinds::share>& share) {
  const auto percent = share.get<"percent">();
  return share.has<"relationship">() && percent && percent->value.coefficient > 0;
}

}  // namespace

bool ShareBalance::bears_without_reward() const {
  return exposure.sort == Sort::relationship && bears() && !gets();
}

bool ShareBalance::gets_without_bearing() const {
  return exposure.sort == Sort::relationship && gets() && !bears();
}

std::vector<Of<kinds::risk_reward>> agreed_rewards(const Assessment& assessed) {
  std::vector<Of<kinds::risk_reward>> out;
  const auto& all = assessed.portfolio().all(kinds::relationship);
  for (const AgreementStanding& standing : agreement_standings(assessed, all)) {
    if (standing.is_over()) continue;
    const auto reward = Of<kinds::agreement>(*standing.agreement).get<"risk_reward">();
    if (reward) out.push_back(*reward);
  }
  return out;
}

std::vector<ShareBalance> share_balances(const Assessment& assessed,
                                         const std::vector<const Item*>& risks) {
  Balances balances(share_exposure(assessed, risks));
  const auto values = outcome_values(assessed, assessed.portfolio().all(kinds::outcome));
  for (const ValueSum& sum : value_by_party(values)) {
    if (sum.name.empty() || sum.realized == 0) continue;
    balances.of(sum.name, sum.currency).received = sum.realized;
  }
  for (const auto& reward : agreed_rewards(assessed)) {
    for (const auto share : reward.get<"gain_share">()) {
      if (!has_part(share)) continue;
      balances.change(share.text<"relationship">(), assessed.currency(),
                      [](ShareBalance& row) { row.has_gain_share = true; });
    }
    for (const auto share : reward.get<"pain_share">()) {
      if (!has_part(share)) continue;
      balances.change(share.text<"relationship">(), assessed.currency(),
                      [](ShareBalance& row) { row.has_pain_share = true; });
    }
  }
  return std::move(balances).take();
}

}  // namespace brm
