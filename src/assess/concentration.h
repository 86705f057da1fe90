// How much hangs on one partner: initiatives, open exposure, agreement value.
#pragma once

#include <vector>

#include "assess/agreement_number.h"
#include "assess/vendor.h"

namespace brm {

/// One partner in one currency.
struct Concentration {
  const Item* partner = nullptr;
  Currency currency;
  std::size_t initiatives = 0;      ///< Running ones of which it is a party.
  std::size_t all_initiatives = 0;  ///< Running ones.
  /// Minor units a year: open threats in its own record, or of which it is the common cause.
  Rational exposure = 0;
  Rational all_exposure = 0;  ///< Of all open threats in this currency.
  Rational value = 0;         ///< Minor units: of its agreements that are not over, as written.
  Rational all_value = 0;     ///< Of all those with private partners.
  std::vector<SharedNumber> numbers;  ///< On several of the agreements in `value`.

  /// Some agreement has a value below zero: then no part is a share of the whole.
  bool has_negative_value = false;

  /// Of the exposure and of the value, 0 to 1; the larger.
  Rational largest_share() const;
};

/// Private partners on which something hangs, a row for each currency (the office's where nothing
/// is in money); the largest share first, then the most initiatives. `agreements` are all there
/// are.
std::vector<Concentration> concentrations(const Assessment& assessed,
                                          const std::vector<AgreementStanding>& agreements);

}  // namespace brm
