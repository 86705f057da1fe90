#include <fmt/format.h>

#include <algorithm>

#include "assess/governance.h"
#include "base/spelling.h"
#include "reports/governance_tables.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

using governance_tables::Bodies;
using governance_tables::Governance;

Governance compute_governance(const Assessment& assessed, const Where& where) {
  Governance found{assessed, DecisionRights(assessed.portfolio()), {}, {}};
  for (const Item* item : assessed.portfolio().all(kinds::body)) {
    if (!where.holds(assessed, *item)) continue;
    const Of<kinds::body> body(*item);
    found.chosen.insert(item);
    const Date as_of = assessed.as_of();
    found.bodies.push_back({item, count_meetings(body, as_of, assessed.policy()),
                            judge_charter(body, as_of, assessed.policy()),
                            find_silence(body, as_of, assessed.policy())});
    const auto decisions = find_decisions(body, as_of);
    found.decisions.insert(found.decisions.end(), decisions.begin(), decisions.end());
  }
  return found;
}

std::size_t count_if(const Bodies& bodies, bool (*holds)(const governance_tables::Body&, Date),
                     Date as_of) {
  return static_cast<std::size_t>(std::count_if(
      bodies.begin(), bodies.end(), [&](const auto& body) { return holds(body, as_of); }));
}

Cell median_cell(const std::vector<Decision>& decisions) {
  const auto median = median_days(decisions);
  return median ? Cell{rounded_to(*median, median->fraction()->bottom == 1 ? 0 : 1), Tone::plain}
                : Cell{};
}

std::vector<Detail> summary_of(const Governance& found) {
  const Date as_of = found.assessed.as_of();
  // Meetings of a week and of a year are no sum; bodies are.
  std::size_t held = 0;
  std::size_t planned = 0;
  for (const auto& body : found.bodies) {
    if (body.meetings.planned == 0) continue;
    ++planned;
    held += body.meetings.held >= body.meetings.planned ? 1U : 0U;
  }
  const std::size_t open = static_cast<std::size_t>(
      std::count_if(found.decisions.begin(), found.decisions.end(),
                    [](const Decision& decision) { return decision.is_open; }));
  const auto alarming = [](std::size_t count, Tone tone) {
    return cell(count, count > 0 ? tone : Tone::plain);
  };
  std::vector<Detail> out{
      {"bodies", "bodies", cell(found.bodies.size(), Tone::strong)},
      {"bodies_planned", "with meetings planned", cell(planned)},
      {"bodies_held", "of them met as often as planned", cell(held)},
      {"idle", "bodies that do not meet",
       alarming(count_if(
                    found.bodies, [](const auto& body, Date) { return body.silence.has_value(); },
                    as_of),
                Tone::bad)},
      {"decisions", "decisions decided", cell(found.decisions.size() - open)},
      {"median_days", "days to decide, median", median_cell(found.decisions), Room::fixed,
       Holds::number},
      {"open", "decisions open", cell(open)},
      {"not_one_decider", "sorts without one decider",
       alarming(governance_tables::count_not_one(found), Tone::bad)},
      {"without_right", "decided without the right",
       alarming(governance_tables::without_right(found).rows.size(), Tone::bad)},
      {"charters_overdue", "charter reviews overdue",
       alarming(count_if(
                    found.bodies,
                    [](const auto& body, Date day) { return body.charter.is_overdue(day); }, as_of),
                Tone::doubtful)}};
  // Without a body there is nothing to be counted, which is not the same as nothing wrong.
  for (Detail& detail : out) {
    if (found.bodies.empty() && detail.key != "bodies") detail.room = Room::data;
  }
  return out;
}

/// What to do first: who does not meet, what nobody may decide, what waits longest.
std::string next_step(const Governance& found) {
  if (found.bodies.empty()) return "";
  for (const auto& body : found.bodies) {
    if (!body.silence) continue;
    return fmt::format("Call the next meeting of {}, or end it:\n    brm show {}",
                       title_of(*body.item), body.item->id());
  }
  for (const DecisionType& type : found.rights.types()) {
    if (type.has_one_decider()) continue;
    return fmt::format("Settle who decides `{}`:\n    brm explain not-one-decider", type.name);
  }
  const Decision* oldest = nullptr;
  for (const Decision& decision : found.decisions) {
    if (!decision.is_open || !decision.days || decision.item->id().empty()) continue;
    if (oldest == nullptr || *oldest->days < *decision.days) oldest = &decision;
  }
  if (oldest == nullptr) return "";
  return fmt::format("Decide what has waited longest, {}:\n    brm show {}",
                     counted(static_cast<std::size_t>(*oldest->days), "day"),
                     address_of(*oldest->item));
}

std::vector<std::string> about_count(const Governance& found) {
  if (found.bodies.empty()) return {};
  return {
      fmt::format("Held and planned count the last {} months, from the first meeting on record.",
                  found.assessed.policy().whole<"evidence_months">())};
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const Governance found = compute_governance(assessed, request.where);
  Document document;
  document.name = "governance";
  document.title = "Governance";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = summary_of(found);
  document.sections.push_back(section_of("Bodies: do they meet, and is their charter looked at",
                                         governance_tables::bodies(found), about_count(found)));
  document.sections.push_back(
      section_of("Open decisions, oldest first", governance_tables::open_decisions(found)));
  document.sections.push_back(section_of("Who decides what", governance_tables::types(found)));
  document.sections.push_back(
      section_of("Decided without the right", governance_tables::without_right(found)));
  document.sections.push_back(
      section_of("Decided, slowest first", governance_tables::decided(found)));
  document.sections.push_back(
      section_of("How charters evolved", governance_tables::charters(found)));
  document.next = next_step(found);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report governance{
    .name = "governance",
    .summary = "Whether bodies meet, how long decisions wait, who decides, and charters' reviews.",
    .kind = &kinds::body,
    .make = make,
    .trend = &trends::governance,
};

}  // namespace reports
}  // namespace brm
