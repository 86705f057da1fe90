// One question asked of all records at once. A report is one file in this room, one line in
// all_reports.cpp and one folder in tests/golden/report.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "assess/assessment.h"
#include "assess/simulation.h"
#include "assess/where.h"
#include "document/document.h"

namespace brm {

/// What was asked of a report.
struct ReportRequest {
  Where where;
  std::optional<SimulationRequest> simulation;
};

/// Whether a report knows what to do with `--simulate`.
enum class Simulates : std::uint8_t { no, yes };

struct Report {
  std::string_view name;
  std::string_view summary;
  const Kind* kind;  ///< What `--where` chooses among.
  Document (*make)(const Assessment& assessed, const ReportRequest& request);
  Simulates simulates = Simulates::no;
};

std::span<const Report* const> all_reports();

}  // namespace brm
