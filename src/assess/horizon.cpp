#include "assess/horizon.h"

#include <algorithm>
#include <array>

#include "assess/next_dates.h"
#include "model/status.h"

namespace brm {
namespace {

constexpr std::array<std::string_view, 3> provable_names{"in_full", "in_part", "no"};

int whole_months(Date from, Date to) {
  int months = 0;
  while (months_after(from, months + 1) <= to) ++months;
  return months;
}

void add(const std::optional<Located<Date>>& date, HorizonKind kind, std::string_view what,
         Date as_of, std::vector<Horizon>& out) {
  if (!date || date->value < as_of) return;
  out.push_back(
      {kind, date->value, what, date->value - as_of, whole_months(as_of, date->value), date->span});
}

/// The day on which enough measurements of a hold will have been judged.
std::optional<Date> judged_on(const Series& series, const Judgement& judgement, Date as_of,
                              const Policy& policy) {
  const auto needed = static_cast<std::size_t>(policy.whole<"too_early_points">());
  const bool is_stale = judgement.verdict == Verdict::stale;
  if (judgement.points >= needed && !is_stale) return judgement.measured.value_or(as_of);
  if (series.interval_days == 0) return std::nullopt;
  if (judgement.points >= needed) return as_of + series.interval_days;
  const auto missing = static_cast<int>(needed - judgement.points);
  const Date from = judgement.measured.value_or(series.from.value_or(as_of));
  // Not before today, however long nothing was measured: the first of them can come today.
  return std::max(from + missing * series.interval_days,
                  as_of + (missing - 1) * series.interval_days);
}

/// Whether the first value on or after the day of an interim target meets it.
bool was_met(const PlanPoint& interim, const Series& series, Date as_of) {
  for (const Entry& entry : series.entries) {
    if (!entry.amount || entry.date < interim.date || entry.date > as_of) continue;
    return series.direction == Direction::increase ? entry.amount->value >= interim.amount.value
                                                   : entry.amount->value <= interim.amount.value;
  }
  return false;
}

}  // namespace

std::string_view to_text(Provable provable) {
  return provable_names[static_cast<std::size_t>(provable)];
}

Words provable_words() { return provable_names; }

std::vector<Horizon> horizons_of(const Assessment& assessed) {
  std::vector<Horizon> out;
  const Item* item = assessed.portfolio().office();
  if (item == nullptr) return out;
  const Of<kinds::office> office(*item);
  const auto cio = office.get<"cio">();
  const auto term = cio ? cio->get<"term">() : std::nullopt;
  if (term) add(term->get<"end">(), HorizonKind::term_end, "", assessed.as_of(), out);
  for (const auto election : office.get<"elections">()) {
    add(election.get<"date">(), HorizonKind::election, election.text<"what">(), assessed.as_of(),
        out);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Horizon& a, const Horizon& b) { return a.date < b.date; });
  return out;
}

Proof proof_of(const Assessment& assessed, const Item& outcome) {
  const Judgement& judgement = assessed.outcome(outcome);
  if (judgement.verdict == Verdict::no_target || judgement.verdict == Verdict::none) return {};
  if (judgement.verdict == Verdict::missed) return {Proof::What::settled, {}};
  if (judgement.verdict == Verdict::achieved) {
    return {Proof::What::settled, {judgement.measured.value_or(assessed.as_of())}};
  }
  const Of<kinds::outcome> view(outcome);
  const auto indicator = view.get<"indicator">();
  const bool is_held = indicator && judging_of(*indicator) == Judging::hold;
  if (!is_held && view.get<"interim">().empty()) {
    return judgement.due ? Proof{Proof::What::planned, {*judgement.due}} : Proof{};
  }
  const Series series = series_of(view);
  if (series.judging == Judging::hold) {
    const auto day = judged_on(series, judgement, assessed.as_of(), assessed.policy());
    return day ? Proof{Proof::What::held, {*day}} : Proof{};
  }
  Proof proof{Proof::What::planned, {}};
  for (const PlanPoint& point : series.interim) {
    if (point.date > assessed.as_of() || was_met(point, series, assessed.as_of())) {
      proof.points.push_back(point.date);
    }
  }
  if (judgement.due) proof.points.push_back(*judgement.due);
  return judgement.due ? proof : Proof{};
}

Provable provable_before(const Proof& proof, Date day) {
  if (proof.points.empty() || proof.points.front() >= day) return Provable::no;
  return proof.points.back() < day ? Provable::in_full : Provable::in_part;
}

std::vector<const Item*> promised_outcomes(const Assessment& assessed) {
  std::vector<const Item*> out;
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    const Item& record = outcome->record();
    const bool is_given_up = record.kind == &kinds::initiative &&
                             is_stopped(Of<kinds::initiative>(record), assessed.as_of());
    if (!is_given_up) out.push_back(outcome);
  }
  return out;
}

}  // namespace brm
