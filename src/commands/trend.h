// `--trend`: the figures of a report on many days, sampled from git.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/states.h"
#include "reports/report.h"

namespace brm {

/// As it was written.
struct TrendOptions {
  std::string step;                  ///< `week` or `month`; empty: no trend is asked for.
  std::optional<std::string> since;  ///< A revision, a day or `1y`.
};

struct TrendAnswer {
  Section section;
  std::vector<std::string> notices;  ///< Days of which not everything could be read.
};

/// `present` is judged as `assessed`, and is the last of the days. `chooses`: whether the request's
/// condition leaves anything out.
Result<TrendAnswer> make_trend(const Invocation& invocation, const TrendOptions& options,
                               const Report& report, const State& present,
                               const Assessment& assessed, const ReportRequest& request,
                               bool chooses);

/// The same of no day at all, for its columns.
Section empty_trend(const Report& report);

}  // namespace brm
