// The open risks as NIST IR 8286 writes them: a chance in percent, an amount, and what follows.
#pragma once

#include "assess/assessment.h"
#include "assess/where.h"

namespace brm {

/// One risk in the words of the register; amounts in the office's currency.
struct RegisteredRisk {
  std::string id;           ///< Its address.
  std::string description;  ///< Cause, event and consequence, as one text; `[horizon P6M]`.
  std::string category;
  Decimal likelihood;  ///< Percent, at the level it is counted at.
  Decimal impact;
  Decimal exposure;  ///< The one times the other.
  std::vector<std::string> responses;
  Decimal response_cost;  ///< 0 where it is not known: `response` ends in `[cost not recorded]`.
  std::string response;
  std::string owner;
  std::string status;
};

struct RiskRegister {
  std::vector<RegisteredRisk> risks;
  /// Without a percent and an amount in the office's currency, which a register cannot do without.
  std::vector<std::string> unquantified;
  /// With a cost in another currency: `acme/r5 (EUR 77)`.
  std::vector<std::string> costs_of_others;
  std::size_t costs_unknown = 0;  ///< With no cost at all.
};

RiskRegister compute_register(const Assessment& assessed, const Where& where);

}  // namespace brm
