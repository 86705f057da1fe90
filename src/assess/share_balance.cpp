#include "assess/share_balance.h"

#include <unordered_map>

#include "assess/value.h"
#include "assess/vendor.h"

namespace brm {
namespace {

using Sort = PartyExposure::Sort;

class Balances {
 public:
  explicit Balances(std::vector<PartyExposure> exposures) {
    for (PartyExposure& row : exposures) add({std::move(row), 0, false, false});
  }

  /// The party's row in this currency, added at the end where there is none.
  ShareBalance& of(std::string_view party, Currency currency) {
    for (const std::size_t row : by_party_[party]) {
      if (rows_[row].exposure.currency == currency) return rows_[row];
    }
    ShareBalance row;
    row.exposure.party = party;
    row.exposure.currency = currency;
    return add(std::move(row));
  }

  /// Calls `change` for every row of the party: a share of gains is agreed in no currency.
  template <class Change>
  void change(std::string_view party, Currency otherwise, const Change& change) {
    if (by_party_[party].empty()) of(party, otherwise);
    for (const std::size_t row : by_party_[party]) change(rows_[row]);
  }

  std::vector<ShareBalance> take() && { return std::move(rows_); }

 private:
  ShareBalance& add(ShareBalance row) {
    if (row.exposure.sort == Sort::relationship) {
      by_party_[row.exposure.party].push_back(rows_.size());
    }
    rows_.push_back(std::move(row));
    return rows_.back();
  }

  std::vector<ShareBalance> rows_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_party_;
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
