#include "reports/clock_charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/spelling.h"
#include "reports/clock_tables.h"

namespace brm {
namespace {

/// Looked back no further than ahead, and a month at least: an old clock would press the others
/// together.
Date first_day(Date as_of, std::span<const Clock> clocks, Date last) {
  constexpr int month = 31;
  const Date furthest = as_of + -std::max(last - as_of, month);
  Date first = as_of + -month / 4;
  for (const Clock& clock : clocks) first = std::min(first, clock.due);
  return std::max(first, furthest);
}

}  // namespace

Section clock_calendar(Date as_of, std::span<const Clock> clocks, Date last) {
  Section section;
  if (clocks.empty()) return section;
  Timeline timeline;
  timeline.first = first_day(as_of, clocks, last);
  timeline.last = last;
  timeline.days = {{as_of, "as of"}};
  std::map<ClockKind, std::size_t> lanes;
  std::size_t older = 0;
  std::size_t overdue = 0;
  for (const Clock& clock : clocks) {
    overdue += clock.days_left < 0 ? 1U : 0U;
    if (clock.due < timeline.first) {
      ++older;
      continue;
    }
    const auto [lane, is_new] = lanes.try_emplace(clock.kind, timeline.lanes.size());
    if (is_new) timeline.lanes.push_back({std::string(words_of(clock.kind).title), {}});
    timeline.lanes[lane->second].marks.push_back({clock.due, when_tone(clock.days_left), false});
  }
  if (timeline.lanes.empty()) return section;
  Chart chart{"calendar", "What is due when; a number stands where several fall together",
              fmt::format("{} up to {}, {} of them overdue: a lane for each kind.",
                          counted(clocks.size(), "clock"), to_text(last), overdue)};
  if (overdue > 0) {
    chart.note = fmt::format("{} overdue", overdue);
    if (older > 0) {
      chart.note += fmt::format(", {} of them since before {}", older, to_text(timeline.first));
    }
    chart.tone = Tone::bad;
  }
  chart.drawing = std::move(timeline);
  section.title = "Calendar";
  section.charts.push_back(std::move(chart));
  return section;
}

}  // namespace brm
