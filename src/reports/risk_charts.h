// Risks as pictures.
#pragma once

#include "assess/assessment.h"
#include "assess/simulation.h"
#include "document/document.h"

namespace brm::risk_charts {

/// The 5 by 5 matrix: `threats` with their places in it, numbered in their order.
Chart matrix(const Assessment& assessed, const std::vector<const Item*>& threats);

/// How often a year reaches an amount. `name`: `threats, USD`.
Chart exceedance(const std::string& name, Currency currency, const Simulation& runs);

}  // namespace brm::risk_charts
