#include "assess/governance.h"

#include <algorithm>

#include "base/cadence.h"

namespace brm {
namespace {

std::optional<int> cadence_of(const Of<kinds::body>& body) {
  const auto cadence = body.get<"cadence">();
  return cadence ? read_cadence(cadence->value) : std::nullopt;
}

std::optional<Date> first_charter(const Of<kinds::body>& body, Date as_of) {
  std::optional<Date> first;
  for (const auto charter : body.get<"charter">()) {
    const auto date = charter.get<"date">();
    if (date && date->value <= as_of && (!first || date->value < *first)) first = date->value;
  }
  return first;
}

}  // namespace

MeetingCount count_meetings(const Of<kinds::body>& body, Date as_of, const Policy& policy) {
  MeetingCount count;
  const Date begin = months_after(as_of, -policy.whole<"evidence_months">());
  for (const auto meeting : body.get<"meetings">()) {
    const auto date = meeting.get<"date">();
    if (!date) continue;
    const Date day = date->value;
    if (day > as_of) {
      count.next = count.next ? std::min(*count.next, day) : day;
      continue;
    }
    const bool is_held = was_held(meeting, as_of);
    if (is_held && (!count.last_held || *count.last_held < day)) count.last_held = day;
    const bool is_said = is_held || meeting.has<"held">();
    if (!is_said && (!count.not_said || *count.not_said < day)) count.not_said = day;
    const Date from = std::max(day, begin);
    if (!count.since || from < *count.since) count.since = from;
    if (day < begin) continue;
    count.held += is_held ? 1U : 0U;
  }
  const auto cadence = cadence_of(body);
  if (count.since && cadence) {
    count.planned = 1U + static_cast<std::size_t>((as_of - *count.since) / *cadence);
  }
  return count;
}

std::optional<Silence> find_silence(const Of<kinds::body>& body, Date as_of, const Policy& policy) {
  const auto cadence = cadence_of(body);
  if (!cadence) return std::nullopt;
  const MeetingCount count = count_meetings(body, as_of, policy);
  const Silence silence{count.last_held ? count.last_held : first_charter(body, as_of),
                        count.last_held.has_value()};
  if (!silence.since) return count.next ? std::nullopt : std::optional(silence);
  const Rational allowed = policy.number<"quiet_factor">() * Rational(*cadence);
  const bool is_quiet = Rational(as_of - *silence.since) > allowed;
  return is_quiet ? std::optional(silence) : std::nullopt;
}

CharterState judge_charter(const Of<kinds::body>& body, Date as_of, const Policy& policy) {
  CharterState state;
  std::optional<Date> newest;
  for (const auto charter : body.get<"charter">()) {
    const auto date = charter.get<"date">();
    if (!date || date->value > as_of) continue;
    ++state.versions;
    if (newest && date->value < *newest) continue;
    newest = date->value;
    state.version = charter.text<"version">();
  }
  state.due = next_charter_review(body, as_of, policy);
  return state;
}

std::optional<Decision> find_decision(const Of<kinds::decision>& item, Date as_of) {
  Decision decision{&item.item(), &item.item().record(), {}, {}, {}, false};
  const auto opened = item.get<"opened">();
  const auto decided = item.get<"decided">();
  const auto met = Of<kinds::meeting>(*item.item().parent).get<"date">();
  if (opened) decision.opened = opened->value;
  if (decided && decided->value <= as_of) decision.decided = decided->value;
  const bool is_ahead = opened ? opened->value > as_of : met && met->value > as_of;
  if (is_ahead && !decision.decided) return std::nullopt;
  const bool is_settled = item.has<"status">() && !item.is<"status", "proposed">();
  decision.is_open = !decision.decided && (decided || !is_settled);
  const auto end = decision.is_open ? std::optional(as_of) : decision.decided;
  if (opened && end && opened->value <= *end) decision.days = *end - opened->value;
  return decision;
}

std::vector<Decision> find_decisions(const Of<kinds::body>& body, Date as_of) {
  std::vector<Decision> found;
  for (const auto meeting : body.get<"meetings">()) {
    for (const auto item : meeting.get<"decisions">()) {
      if (const auto decision = find_decision(item, as_of)) found.push_back(*decision);
    }
  }
  return found;
}

std::optional<Rational> median_days(const std::vector<Decision>& decided) {
  std::vector<int> days;
  for (const Decision& decision : decided) {
    if (!decision.is_open && decision.days) days.push_back(*decision.days);
  }
  if (days.empty()) return std::nullopt;
  std::sort(days.begin(), days.end());
  const std::size_t middle = days.size() / 2;
  if (days.size() % 2 == 1) return Rational(days[middle]);
  return Rational(days[middle - 1] + days[middle], 2);
}

}  // namespace brm
