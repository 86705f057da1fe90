#include "assess/correction.h"

#include <algorithm>
#include <chrono>

#include "assess/bounds_in_force.h"
#include "assess/gaps.h"
#include "assess/next_dates.h"
#include "model/status.h"

namespace brm {
namespace {

using Correction = Of<kinds::correction>;
using Initiative = Of<kinds::initiative>;

/// Parents of parents are followed so far; parent-cycle finds those without an end.
constexpr int most_levels = 8;

/// Whether a reference names this outcome, or the initiative that promises it.
bool names(std::string_view reference, const Item& outcome) {
  const std::string_view record = outcome.record().id();
  if (reference == record) return true;
  return reference.size() == record.size() + 1 + outcome.id().size() &&
         reference.starts_with(record) && reference[record.size()] == '/' &&
         reference.ends_with(outcome.id());
}

bool is_about(const Correction& correction, const Item& outcome) {
  for (const auto reference : correction.get<"about">()) {
    if (names(reference.value, outcome)) return true;
  }
  const auto expected = correction.get<"expected">();
  return expected && names(expected->text<"outcome">(), outcome);
}

/// Calls `visit(correction)` for each that is about the outcome, in its initiative and those above.
template <class Visit>
void for_each_correction(const Assessment& assessed, const Item& outcome, const Visit& visit) {
  const Portfolio& portfolio = assessed.portfolio();
  const Item* record = &outcome.record();
  for (int level = 0; level < most_levels; ++level) {
    if (record == nullptr || record->kind != &kinds::initiative) return;
    const Initiative initiative(*record);
    for (const auto correction : initiative.get<"corrections">()) {
      if (is_decided(correction, assessed.as_of()) && is_about(correction, outcome)) {
        visit(correction);
      }
    }
    if (portfolio.is_single()) return;
    record = portfolio.find_record(initiative.text<"parent">());
  }
}

using Neighbors = CorrectionDays::Neighbors;

/// Whether a correction in `home` may be about what stands in `record`: the same initiative, or one
/// that it is a part of.
bool is_above(const Portfolio& portfolio, const Item& home, const Item* record) {
  for (int level = 0; level < most_levels; ++level) {
    if (record == &home) return true;
    if (record == nullptr || record->kind != &kinds::initiative) return false;
    record = portfolio.find_record(Initiative(*record).text<"parent">());
  }
  return false;
}

bool is_last_of_month(Date date) {
  using namespace std::chrono;
  return year_month_day(sys_days(days((date + 1).days))).day() == day(1);
}

/// From a day of the month to the same one, or from end to end, whole ones; else by their mean.
Rational months_between(Date from, Date to) {
  const Rational mean(487, 16);  // 365.25 / 12 days
  const Rational months = Rational(to - from) / mean;
  const int whole = static_cast<int>(floor_of(months + Rational(1, 2)));
  const bool is_whole =
      months_after(from, whole) == to || (is_last_of_month(from) && is_last_of_month(to));
  return whole > 0 && is_whole ? Rational(whole) : months;
}

Neighbors neighbors_of(const Assessment& assessed, const Item& outcome, Date day) {
  Neighbors out;
  for_each_correction(assessed, outcome, [&](const Correction& other) {
    const Date date = other.get<"date">()->value;
    if (date < day && (!out.before || date > *out.before)) out.before = date;
    if (date > day && (!out.after || date < *out.after)) out.after = date;
  });
  return out;
}

/// One point a day, of several on a day the last.
class StretchMaker {
 public:
  explicit StretchMaker(const Series& series) : series_(series) {}

  void add(Date date, const Rational& value, bool is_met) {
    if (!days_.empty() && days_.back().date == date) days_.pop_back();
    days_.push_back({date, value, is_met});
  }

  Stretch make() const {
    Stretch out;
    out.points = days_.size();
    out.met = static_cast<std::size_t>(
        std::count_if(days_.begin(), days_.end(), [](const Day& day) { return day.is_met; }));
    const bool is_way = series_.judging == Judging::reach && series_.direction != Direction::none;
    if (!is_way || days_.size() < 2) return out;
    const Rational change = days_.back().value - days_.front().value;
    const Rational a_month = change / months_between(days_.front().date, days_.back().date);
    out.a_month = series_.direction == Direction::increase ? a_month : -a_month;
    return out;
  }

 private:
  struct Day {
    Date date;
    Rational value;
    bool is_met = false;
  };
  const Series& series_;
  std::vector<Day> days_;
};

/// Adds the entry as this way of judging counts it, or nothing.
void add_entry(const Series& series, const Entry& entry, StretchMaker& stretch) {
  if (series.judging == Judging::pass_fail) {
    if (entry.met) stretch.add(entry.date, 0, *entry.met);
    return;
  }
  if (!entry.amount) return;
  if (series.judging == Judging::reach) return stretch.add(entry.date, entry.amount->value, false);
  const Bounds& bounds = bounds_in_force(series, entry);
  if (!bounds.is_usable()) return;
  stretch.add(entry.date, entry.amount->value, bounds.is_met_by(entry.amount->value));
}

/// Of the days after `from`, up to and on `to`.
Stretch stretch_of(const Series& series, std::optional<Date> from, Date to) {
  StretchMaker stretch(series);
  const auto is_inside = [&](Date date) { return (!from || date > *from) && date <= to; };
  if (series.judging == Judging::reach && series.baseline && is_inside(series.baseline->date)) {
    stretch.add(series.baseline->date, series.baseline->amount.value, false);
  }
  for (const Entry& entry : series.entries) {
    const bool is_start =
        series.judging == Judging::reach && series.baseline && entry.date <= series.baseline->date;
    if (!is_start && is_inside(entry.date)) add_entry(series, entry, stretch);
  }
  return stretch.make();
}

Change change_of(const CorrectedOutcome& corrected, std::size_t fewest) {
  const Stretch& before = corrected.before;
  const Stretch& after = corrected.after;
  if (std::min(before.points, after.points) < fewest) return Change::unclear;
  std::optional<Rational> earlier = before.a_month;
  std::optional<Rational> later = after.a_month;
  if (corrected.judging != Judging::reach) {
    earlier = Rational(before.met, before.points);
    later = Rational(after.met, after.points);
  }
  if (!earlier || !later) return Change::unclear;
  if (*earlier == *later) return Change::same;
  return *later > *earlier ? Change::better : Change::worse;
}

CorrectedOutcome compare(const Assessment& assessed, const Item& outcome, Date day,
                         const CorrectionDays* days) {
  const Series series = series_of(Of<kinds::outcome>(outcome));
  const Neighbors neighbors =
      days != nullptr ? days->around(outcome, day) : neighbors_of(assessed, outcome, day);
  const Date end = neighbors.after.value_or(assessed.as_of());
  CorrectedOutcome out{&outcome, series.judging, series.unit, {}, {}, Change::unclear, Grade::none};
  out.before = stretch_of(series, neighbors.before, day);
  out.after = stretch_of(series, day, std::min(end, assessed.as_of()));
  out.change =
      change_of(out, static_cast<std::size_t>(assessed.policy().whole<"correction_points">()));
  if (out.change != Change::unclear) {
    out.grade = grade_of(std::min(out.before.points, out.after.points), assessed.policy());
  }
  return out;
}

}  // namespace

std::string_view to_text(Change change) {
  constexpr std::string_view names[] = {"unclear", "worse", "same", "better"};
  return names[static_cast<std::size_t>(change)];
}

std::string_view to_text(CorrectionReview review) {
  constexpr std::string_view names[] = {"no_day", "ahead", "overdue", "done"};
  return names[static_cast<std::size_t>(review)];
}

bool is_decided(const Correction& correction, Date as_of) {
  const auto date = correction.get<"date">();
  return date && date->value <= as_of;
}

CorrectionReview review_of(const Correction& correction, Date as_of) {
  if (const auto result = correction.get<"result">()) {
    const auto date = result->get<"date">();
    if (!date || date->value <= as_of) return CorrectionReview::done;
  }
  const auto day = correction.get<"review_on">();
  if (!day) return CorrectionReview::no_day;
  return day->value < as_of ? CorrectionReview::overdue : CorrectionReview::ahead;
}

CorrectionDays::CorrectionDays(const Assessment& assessed) {
  const Portfolio& portfolio = assessed.portfolio();
  for (const Item* item : portfolio.all(kinds::correction)) {
    const Correction correction(*item);
    if (!is_decided(correction, assessed.as_of())) continue;
    const auto add = [&](std::string_view reference) {
      const Item* record = portfolio.find_record(reference.substr(0, reference.find('/')));
      if (!is_above(portfolio, item->record(), record)) return;
      days_[reference].push_back(correction.get<"date">()->value);
    };
    for (const auto reference : correction.get<"about">()) add(reference.value);
    if (const auto expected = correction.get<"expected">()) add(expected->text<"outcome">());
  }
  for (auto& [reference, days] : days_) std::sort(days.begin(), days.end());
}

const CorrectionDays& Assessment::correction_days() const {
  if (!correction_days_) correction_days_ = std::make_shared<CorrectionDays>(*this);
  return *correction_days_;
}

Neighbors CorrectionDays::around(const Item& outcome, Date day) const {
  Neighbors out;
  const std::string record(outcome.record().id());
  for (const std::string& reference : {record, record + "/" + std::string(outcome.id())}) {
    const auto found = days_.find(reference);
    if (found == days_.end()) continue;
    const auto [first, last] = std::equal_range(found->second.begin(), found->second.end(), day);
    if (first != found->second.begin())
      out.before = std::max(out.before, std::optional(*(first - 1)));
    if (last != found->second.end() && (!out.after || *last < *out.after)) out.after = *last;
  }
  return out;
}

std::vector<CorrectedOutcome> corrected_outcomes(const Assessment& assessed,
                                                 const Correction& correction,
                                                 const CorrectionDays* days) {
  std::vector<const Item*> outcomes;
  const auto add = [&](std::string_view reference) {
    const Item* item = assessed.portfolio().find(reference);
    if (item == nullptr) return;
    if (item->kind == &kinds::outcome) outcomes.push_back(item);
    if (item->kind != &kinds::initiative) return;
    for (const auto outcome : Initiative(*item).get<"outcomes">()) {
      outcomes.push_back(&outcome.item());
    }
  };
  for (const auto reference : correction.get<"about">()) add(reference.value);
  if (const auto expected = correction.get<"expected">()) add(expected->text<"outcome">());
  std::vector<CorrectedOutcome> out;
  const auto date = correction.get<"date">();
  if (!date) return out;
  std::vector<const Item*> seen;
  for (const Item* outcome : outcomes) {
    const auto place = std::lower_bound(seen.begin(), seen.end(), outcome);
    if (place != seen.end() && *place == outcome) continue;
    seen.insert(place, outcome);
    out.push_back(compare(assessed, *outcome, date->value, days));
  }
  return out;
}

std::optional<Uncorrected> uncorrected(const Assessment& assessed, const Item& outcome) {
  if (outcome.record().kind != &kinds::initiative) return std::nullopt;
  const Initiative initiative(outcome.record());
  if (is_over(initiative, assessed.as_of())) return std::nullopt;
  const Of<kinds::outcome> view(outcome);
  if (!may_have_gone_wrong(view, assessed.as_of(), assessed.policy())) return std::nullopt;
  const Series series = series_of(view);
  if (series.judging == Judging::reach && !reach_gaps(series).empty()) return std::nullopt;
  const Date since = bad_since(series, assessed.as_of(), assessed.policy());
  const int days = assessed.as_of() - since;
  if (days <= assessed.policy().whole<"correction_days">()) return std::nullopt;
  bool is_corrected = false;
  for_each_correction(assessed, outcome, [&](const Correction& correction) {
    is_corrected = is_corrected || correction.get<"date">()->value >= since;
  });
  // The costly question last: rules ask all of this of every outcome.
  if (is_corrected || words_of(assessed.outcome(outcome).verdict).mood != Mood::bad) {
    return std::nullopt;
  }
  return Uncorrected{since, days};
}

}  // namespace brm
