// `--simulate N` and `--seed S`, for a report that simulates.
#pragma once

#include <optional>
#include <string>

#include "assess/simulation.h"
#include "base/result.h"
#include "reports/report.h"

namespace brm {

/// As they were written; empty where none is asked for.
Result<std::optional<SimulationRequest>> read_simulation(
    const std::optional<std::string>& years_text, const std::optional<std::string>& seed_text,
    const Report& report);

}  // namespace brm
