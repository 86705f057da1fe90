// One question asked of all records at once. A report is one file in this room, one line in
// all_reports.cpp and one folder in tests/golden/report.
#pragma once

#include <span>
#include <string_view>

#include "assess/assessment.h"
#include "assess/where.h"
#include "document/document.h"

namespace brm {

struct Report {
  std::string_view name;
  std::string_view summary;
  const Kind* kind;  ///< What `--where` chooses among.
  Document (*make)(const Assessment& assessed, const Where& where);
};

std::span<const Report* const> all_reports();

}  // namespace brm
