#include "reports/horizon_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "reports/words.h"

namespace brm {
namespace {

constexpr std::size_t most_lanes = 24;

/// In part hollow, in full filled; nothing that lies behind.
TimelineLane lane_of(const ProofRow& row, Date as_of) {
  TimelineLane lane{row.title, {}};
  const auto& points = row.proof->points;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i] < as_of) continue;
    lane.marks.push_back({points[i], tone_of(words_of(row.verdict).mood), i + 1 < points.size()});
  }
  return lane;
}

}  // namespace

std::string name_of(const Horizon& horizon) {
  if (horizon.kind == HorizonKind::term_end) return "end of the CIO's term";
  return horizon.what.empty() ? "election" : fmt::format("election: {}", horizon.what);
}

std::optional<Chart> horizon_chart(Date as_of, const std::vector<Horizon>& horizons,
                                   const std::vector<ProofRow>& rows) {
  if (horizons.empty()) return std::nullopt;
  Timeline timeline;
  timeline.first = as_of;
  timeline.last = horizons.back().date;
  timeline.days = {{as_of, "as of"}};
  for (const Horizon& horizon : horizons) timeline.days.push_back({horizon.date, name_of(horizon)});
  std::size_t found = 0;
  for (const ProofRow& row : rows) {
    TimelineLane lane = lane_of(row, as_of);
    if (lane.marks.empty() || ++found > most_lanes) continue;
    timeline.last = std::max(timeline.last, lane.marks.back().date);
    timeline.lanes.push_back(std::move(lane));
  }
  if (timeline.lanes.empty()) return std::nullopt;
  Chart chart{"horizon", "When each can be shown: hollow in part, filled in full",
              fmt::format("{} ahead, and the days on which {} can be shown in part or in full.",
                          counted(horizons.size(), "day"), counted(found, "outcome"))};
  if (found > most_lanes) chart.note = fmt::format("{} of {}, the worst first", most_lanes, found);
  chart.drawing = std::move(timeline);
  return chart;
}

}  // namespace brm
