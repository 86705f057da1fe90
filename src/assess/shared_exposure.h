// Who bears the open threats, and what one partner's failure would bring down.
#pragma once

#include <string_view>
#include <vector>

#include "assess/assessment.h"

namespace brm {

/// What falls to one party, in one currency.
struct PartyExposure {
  enum class Sort : std::uint8_t {
    relationship,
    office,
    nobody,    ///< The part that no share names: its risk is borne by whoever is left with it.
    over_cap,  ///< What the parties' caps leave over.
  };
  Sort sort = Sort::relationship;
  std::string_view party;  ///< Its id; empty for nobody and over_cap.
  Currency currency;
  Rational bears = 0;  ///< Minor units a year, caps applied.
  Rational gets = 0;   ///< Minor units: its share of the value that outcomes are expected to bring.
  std::size_t risks = 0;  ///< Of which it bears something.
  bool is_capped = false;
};

/// Every open threat in money among `risks` at the level it counts at, by its shares; beside it
/// what each party gets of the value that outcomes are to bring (`value_shares`), where it is money
/// and promised (assess/value.h). A cap is the most that a party bears of one occurrence: chance x
/// mean of min(share x impact, cap), scaled to a year. Those who bear most first, of equals by id;
/// currencies are never added up.
std::vector<PartyExposure> share_exposure(const Assessment& assessed,
                                          const std::vector<const Item*>& risks);

/// The open threats that one relationship's failure brings at once, in one currency.
struct CommonCause {
  std::string_view relationship;
  Currency currency;
  std::vector<const Item*> risks;           ///< Ordinal ones too, in every currency's row.
  std::size_t in_money = 0;                 ///< How many of them are in this currency.
  Rational at_once = 0;                     ///< Mean impacts summed: minor units, not a year.
  Rational exposure = 0;                    ///< Minor units a year.
  std::vector<std::string_view> threatens;  ///< References, each once, in the order written.
};

/// By `common_cause`; the largest sum at once first, then by the number of risks and the id.
std::vector<CommonCause> common_causes(const Assessment& assessed,
                                       const std::vector<const Item*>& risks);

}  // namespace brm
