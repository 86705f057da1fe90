// What was held of what was planned, and when anything at all was last written down.
#include <algorithm>
#include <array>
#include <set>

#include "assess/next_dates.h"
#include "assess/relationship.h"
#include "base/cadence.h"

namespace brm {
namespace {

constexpr int days_a_year = 365;
constexpr int parts_a_day = year_parts / days_a_year;

/// Dates that say what happened; the others (due, end, expires ...) say what is to happen.
constexpr std::array<std::string_view, 8> happened{"date",   "made",   "met_on",       "opened",
                                                   "closed", "signed", "last_contact", "done_on"};
/// Lists in which both sides spoke to each other; the others are only about the relationship.
constexpr std::array<std::string_view, 6> talks{"stakeholders", "satisfaction", "reviews",
                                                "promises",     "complaints",   "advice"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The first and last day on or before the as-of date.
struct Days {
  Date as_of;
  std::optional<Date> first;
  std::optional<Date> last;

  void add(Date day) {
    if (day > as_of) return;
    first = first ? std::min(*first, day) : day;
    last = last ? std::max(*last, day) : day;
  }
  /// An agreement that began: both sides depend on each other, though nobody did anything.
  void begin(const std::optional<Located<Date>>& start) {
    if (!start || start->value > as_of) return;
    first = first ? std::min(*first, start->value) : start->value;
  }
};

void add_days(const Item& item, Days& days) {
  if (item.kind == &kinds::target) return;  // its date is a plan
  if (item.kind == &kinds::period) return days.begin(Of<kinds::period>(item).get<"start">());
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    if (field.type == Type::date && holds(happened, field.name)) days.add(value.as_date());
    if (field.type != Type::part) continue;
    const bool is_list = field.many == Many::list;
    const std::span<const Value> parts = is_list ? value.as_list() : std::span(&value, 1);
    for (const Value& part : parts) add_days(*part.item, days);
  }
}

/// Every list of the record, and of them those in which both sides spoke.
void find_days(const Item& record, Days& entries, Days& contacts) {
  for (const Value& value : record.fields()) {
    const Field& field = record.kind->field(value.field);
    if (field.type != Type::part || field.many != Many::list) continue;
    for (const Value& part : value.as_list()) {
      add_days(*part.item, entries);
      if (holds(talks, field.name)) add_days(*part.item, contacts);
    }
  }
}

/// Whole cadences between two days, by parts of a year: a quarter fits four times into 365 days.
std::size_t cadences_in(int days, std::string_view cadence) {
  const int parts = read_year_parts(cadence).value_or(0);
  return parts <= 0 || days <= 0 ? 0 : static_cast<std::size_t>(days * parts_a_day / parts);
}

}  // namespace

Attention attention_of(const Relationship& relationship, Date as_of, const Policy& policy) {
  Attention out;
  out.cadence = cadence_of(policy, relationship);
  out.cadence_days = read_cadence(out.cadence).value_or(0);
  Days entries{as_of, {}, {}};
  Days contacts{as_of, {}, {}};
  find_days(relationship.item(), entries, contacts);
  out.is_dated = entries.first.has_value();
  out.last_entry = entries.last;
  out.last_contact = contacts.last;
  out.since = as_of + -std::max(days_a_year, out.cadence_days);
  if (entries.first) out.since = std::max(out.since, *entries.first);
  std::set<Date> held;
  for (const auto review : relationship.get<"reviews">()) {
    const auto date = review.get<"date">();
    if (!date || date->value > as_of) continue;
    out.last_review = std::max(out.last_review.value_or(date->value), date->value);
    // The first entry of all may be a review, and then it is one that was held.
    const bool is_first = date->value == out.since && entries.first == date->value;
    if (date->value > out.since || is_first) held.insert(date->value);
  }
  out.held = held.size();
  if (entries.first) out.planned = cadences_in(as_of - out.since, out.cadence);
  if (const auto next = next_review(relationship, as_of, policy)) out.next_review = next->due;
  return out;
}

}  // namespace brm
