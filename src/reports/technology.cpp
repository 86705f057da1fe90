#include <fmt/format.h>

#include <algorithm>

#include "reports/report.h"
#include "reports/technology_tables.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

using technology_tables::Advice;

std::vector<Detail> ring_counts(const Assessment& assessed, const Where& where) {
  static constexpr std::string_view rings[] = {"adopt", "trial", "assess", "hold"};
  std::size_t counts[4] = {};
  std::size_t all = 0;
  for (const Item* item : assessed.portfolio().all(kinds::technology)) {
    if (!where.holds(assessed, *item)) continue;
    ++all;
    const RadarPlace place = find_on_radar(Of<kinds::technology>(*item), assessed.as_of());
    if (place.latest == nullptr) continue;
    const auto ring = Of<kinds::technology_assessment>(*place.latest).text<"ring">();
    const auto found = std::find(std::begin(rings), std::end(rings), ring) - std::begin(rings);
    if (found < 4) ++counts[found];
  }
  std::vector<Detail> out{{"technologies", "technologies", cell(all, Tone::strong)}};
  for (std::size_t i = 0; i < 4; ++i) {
    out.push_back({std::string(rings[i]), fmt::format("of them {}", rings[i]), cell(counts[i])});
  }
  return out;
}

/// Where there is none of the first, people are not told how many of the others there are.
void hide_empty(std::vector<Detail>& details, const std::vector<std::string_view>& keys) {
  const auto place = [&](std::string_view key) {
    return std::find_if(details.begin(), details.end(),
                        [&](const Detail& detail) { return detail.key == key; });
  };
  if (std::get<std::int64_t>(place(keys.front())->value.value) > 0) return;
  for (std::size_t i = 1; i < keys.size(); ++i) place(keys[i])->room = Room::data;
}

std::vector<Detail> summary_of(const Assessment& assessed, const Where& where,
                               const std::vector<Advice>& advice) {
  std::vector<Detail> out = ring_counts(assessed, where);
  std::size_t signals = 0;
  std::size_t unanswered = 0;
  for (const Item* item : assessed.portfolio().all(kinds::signal)) {
    const Of<kinds::signal> signal(*item);
    const auto date = signal.get<"date">();
    if (date && date->value > assessed.as_of()) continue;
    ++signals;
    unanswered += judge_signal(signal, assessed.as_of()).is_unanswered ? 1U : 0U;
  }
  const auto count = [&](bool AdviceState::*holds) {
    return static_cast<std::size_t>(std::count_if(
        advice.begin(), advice.end(), [&](const Advice& each) { return each.state.*holds; }));
  };
  const std::size_t old = count(&AdviceState::is_old);
  out.push_back({"signals", "signals", cell(signals)});
  out.push_back({"unanswered", "signals past their review, unanswered",
                 cell(unanswered, unanswered > 0 ? Tone::bad : Tone::plain)});
  out.push_back({"advice", "advice on record", cell(advice.size())});
  out.push_back({"advice_from_us", "of it from us", cell(count(&AdviceState::is_from_us))});
  out.push_back(
      {"results", "advice of which something came", cell(count(&AdviceState::has_result))});
  out.push_back({"advice_old", "a year old, nothing came of it on record",
                 cell(old, old > 0 ? Tone::doubtful : Tone::plain)});
  hide_empty(out, {"technologies", "adopt", "trial", "assess", "hold"});
  hide_empty(out, {"signals", "unanswered"});
  hide_empty(out, {"advice", "advice_from_us", "results", "advice_old"});
  return out;
}

/// The signal nobody answers first, then the advice nobody does.
std::string next_step(const Assessment& assessed, const std::vector<Advice>& advice) {
  for (const Item* item : assessed.portfolio().all(kinds::signal)) {
    if (!judge_signal(Of<kinds::signal>(*item), assessed.as_of()).is_unanswered) continue;
    return fmt::format("Decide what to do about {}:\n    brm show {}", title_of(*item), item->id());
  }
  for (const Advice& each : advice) {
    if (!each.state.is_old) continue;
    return fmt::format(
        "Ask what came of the advice of {}, and write `came_of_it`:\n    brm show {}",
        to_text(each.state.date), each.item->record().id());
  }
  return "";
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const std::vector<Advice> advice = technology_tables::find_advice(assessed);
  Document document;
  document.name = "technology";
  document.title = "Technology: radar, signals, advice";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = summary_of(assessed, request.where, advice);
  document.sections.push_back(section_of("Radar: what to use, to try, to study, to keep away from",
                                         technology_tables::radar(assessed, request.where)));
  document.sections.push_back(
      section_of("Signals of change", technology_tables::signals(assessed)));
  document.sections.push_back(
      section_of("Who advised on what", technology_tables::advisors(assessed, advice)));
  document.sections.push_back(
      section_of("The advice, and what came of it", technology_tables::advice(assessed, advice)));
  document.next = next_step(assessed, advice);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report technology{
    .name = "technology",
    .summary = "The radar, signals of change and their lead time, and who advised on what.",
    .kind = &kinds::technology,
    .make = make,
    .trend = &trends::technology,
};

}  // namespace reports
}  // namespace brm
