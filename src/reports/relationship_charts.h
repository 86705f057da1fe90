// Relationships as pictures.
#pragma once

#include "reports/party_rows.h"

namespace brm::relationship_charts {

/// What hangs on each party against the reviews held with it; empty where no review was planned.
std::optional<Chart> reliance(const Assessment& assessed, const std::vector<PartyRow>& rows);

/// Who takes part in which initiative; empty where nobody does.
std::optional<Chart> map(const Assessment& assessed, const std::vector<PartyRow>& rows);

}  // namespace brm::relationship_charts
