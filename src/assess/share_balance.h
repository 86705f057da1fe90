// Who bears beside who gets: shared risks are to be worth it for those who share them.
#pragma once

#include "assess/shared_exposure.h"
#include "model/agreement_fields.h"

namespace brm {

/// One party in one currency.
struct ShareBalance {
  PartyExposure exposure;
  Rational received = 0;        ///< Minor units: its share of what was realized up to the day.
  bool has_gain_share = false;  ///< In an agreement that is not over.
  bool has_pain_share = false;

  bool bears() const { return exposure.bears > 0 || has_pain_share; }
  bool gets() const { return exposure.gets > 0 || received > 0 || has_gain_share; }
  /// Of relationships alone: nobody shares value out to the office.
  bool bears_without_reward() const;
  bool gets_without_bearing() const;
};

/// As share_exposure orders them; then parties of which only gains or losses are agreed.
std::vector<ShareBalance> share_balances(const Assessment& assessed,
                                         const std::vector<const Item*>& risks);

/// The `risk_reward` of each agreement that is not over.
std::vector<Of<kinds::risk_reward>> agreed_rewards(const Assessment& assessed);

}  // namespace brm
