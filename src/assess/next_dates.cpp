#include "assess/next_dates.h"

#include <algorithm>
#include <chrono>

#include "assess/series.h"
#include "base/cadence.h"

namespace brm {
namespace {

using MaybeDate = std::optional<Located<Date>>;

/// The later of the two; of dates after `as_of` none.
void take_later(MaybeDate& newest, const MaybeDate& date, Date as_of) {
  if (!date || date->value > as_of || (newest && date->value < newest->value)) return;
  newest = date;
}

NextDate counted_from(const Located<Date>& since, int days) {
  return {since.value + days, since.value, since.span};
}

/// What outcomes and service levels have in common.
struct Measured {
  std::optional<Of<kinds::indicator>> indicator;
  std::optional<Of<kinds::target>> target;
  MaybeDate last;
  MaybeDate first;  ///< What the first measurement is counted from.
};

template <class Measurable>
Measured measured_of(const Measurable& measurable, Date as_of) {
  Measured out;
  out.indicator = measurable.template get<"indicator">();
  out.target = measurable.template get<"target">();
  for (const auto measurement : measurable.template get<"measurements">()) {
    const bool has_value = measurement.template has<"value">() ||
                           measurement.template has<"numerator">() ||
                           measurement.template has<"met">();
    if (has_value) take_later(out.last, measurement.template get<"date">(), as_of);
  }
  if (out.target) out.first = out.target->template get<"from">();
  return out;
}

std::optional<NextDate> next_of(const Measured& measured) {
  if (!measured.indicator) return std::nullopt;
  MaybeDate end;
  if (measured.target) {
    end = judging_of(*measured.indicator) == Judging::hold ? measured.target->get<"until">()
                                                           : measured.target->get<"date">();
  }
  if (measured.last && end && measured.last->value >= end->value) return std::nullopt;
  const auto days = read_cadence(measured.indicator->text<"frequency">());
  const MaybeDate& since = measured.last ? measured.last : measured.first;
  if (days && since) return counted_from(*since, *days);
  if (!end) return std::nullopt;
  return NextDate{end->value, {}, end->span};
}

}  // namespace

std::string_view expected_cadence(const Policy& policy,
                                  const Of<kinds::relationship>& relationship) {
  const std::size_t index = kinds::tier_cadence.index_of(relationship.text<"tier">());
  if (index == kinds::tier_cadence.size()) return "quarterly";  // missing-field's
  if (policy.item() != nullptr) {
    const auto cadences = Of<kinds::policy>(*policy.item()).get<"cadence">();
    const Value* written = cadences ? cadences->item().find(index) : nullptr;
    if (written != nullptr) return written->as_text();
  }
  return kinds::tier_cadence.field(index).implied;
}

std::string_view cadence_of(const Policy& policy, const Of<kinds::relationship>& relationship) {
  const std::string_view agreed = relationship.text<"cadence">();
  return agreed.empty() ? expected_cadence(policy, relationship) : agreed;
}

std::optional<NextDate> next_review(const Of<kinds::relationship>& relationship, Date as_of,
                                    const Policy& policy) {
  MaybeDate last;
  for (const auto review : relationship.get<"reviews">()) {
    take_later(last, review.get<"date">(), as_of);
  }
  const auto days = read_cadence(cadence_of(policy, relationship));
  if (!last || !days) return std::nullopt;
  return counted_from(*last, *days);
}

std::optional<NextDate> next_measurement(const Of<kinds::outcome>& outcome, Date as_of,
                                         std::optional<Date> work_starts) {
  Measured measured = measured_of(outcome, as_of);
  if (const auto baseline = outcome.get<"baseline">()) measured.first = baseline->get<"date">();
  if (measured.first && work_starts) {
    measured.first->value = std::max(measured.first->value, *work_starts);
  }
  return next_of(measured);
}

std::optional<NextDate> next_measurement(const Of<kinds::service_level>& level, Date as_of) {
  return next_of(measured_of(level, as_of));
}

bool was_held(const Of<kinds::meeting>& meeting, Date as_of) {
  const auto date = meeting.get<"date">();
  const auto held = meeting.get<"held">();
  if (!date || date->value > as_of) return false;
  if (held) return held->value;
  for (const auto decision : meeting.get<"decisions">()) {
    const bool is_settled = decision.has<"status">() && !decision.is<"status", "proposed">();
    if (is_settled || decision.has<"decided">()) return true;
  }
  return false;
}

std::optional<NextDate> next_meeting(const Of<kinds::body>& body, Date as_of) {
  MaybeDate last;
  MaybeDate planned;
  for (const auto meeting : body.get<"meetings">()) {
    if (was_held(meeting, as_of)) take_later(last, meeting.get<"date">(), as_of);
  }
  for (const auto meeting : body.get<"meetings">()) {
    const auto date = meeting.get<"date">();
    if (!date || meeting.has<"held">() || was_held(meeting, as_of)) continue;
    const bool is_before_last = last && date->value <= last->value;
    if (!is_before_last && (!planned || date->value < planned->value)) planned = date;
  }
  if (planned) return NextDate{planned->value, {}, planned->span};
  const auto days = read_cadence(body.text<"cadence">());
  if (!last || !days) return std::nullopt;
  return counted_from(*last, *days);
}

std::optional<NextDate> next_charter_review(const Of<kinds::body>& body, Date as_of,
                                            const Policy& policy) {
  if (const auto review = body.get<"review_by">()) return NextDate{review->value, {}, review->span};
  MaybeDate newest;
  for (const auto charter : body.get<"charter">()) {
    take_later(newest, charter.get<"date">(), as_of);
  }
  if (!newest) return std::nullopt;
  return NextDate{months_after(newest->value, policy.whole<"charter_months">()), newest->value,
                  newest->span};
}

Date months_after(Date date, int months) {
  using namespace std::chrono;
  const year_month_day day(sys_days(days(date.days)));
  const year_month there = day.year() / day.month() + std::chrono::months(months);
  const year_month_day_last last(there.year(), month_day_last(there.month()));
  const year_month_day found(there.year(), there.month(), std::min(day.day(), last.day()));
  return {static_cast<std::int32_t>(sys_days(found).time_since_epoch().count())};
}

}  // namespace brm
