// The open risks as NIST IR 8286 writes them: a chance in percent, an amount, and what follows.
#pragma once

#include "assess/assessment.h"
#include "assess/where.h"

namespace brm {

/// One risk in the words of the register; amounts in the office's currency.
struct RegisteredRisk {
  std::string id;           ///< Its address.
  std::string description;  ///< Cause, event and consequence, as one text.
  std::string category;
  Decimal likelihood;  ///< Percent, at the level it is counted at.
  Decimal impact;
  Decimal exposure;  ///< The one times the other.
  std::vector<std::string> responses;
  Decimal response_cost;
  std::string response;
  std::string owner;
  std::string status;
};

struct RiskRegister {
  std::vector<RegisteredRisk> risks;
  /// Without a percent and an amount in the office's currency, which a register cannot do without.
  std::vector<std::string> unquantified;
};

RiskRegister compute_register(const Assessment& assessed, const Where& where);

}  // namespace brm
