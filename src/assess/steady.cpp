#include "assess/steady.h"

#include <algorithm>
#include <limits>

#include "base/cadence.h"
#include "model/initiative_fields.h"
#include "model/of.h"

namespace brm {
namespace {

class Days {
 public:
  Days(Date as_of, const Policy& policy) : as_of_(as_of), policy_(policy) {}

  /// `allowed`: after so many days what is written of a day is too old; below zero: never.
  void add(const Item& item, int allowed) {
    if (item.kind == &kinds::outcome) allowed = allowed_for(item);
    if (item.kind == &kinds::rating) allowed = policy_.whole<"rating_days">();
    for (const Value& value : item.fields()) {
      const Field& field = item.kind->field(value.field);
      const bool is_list = field.many == Many::list;
      const std::span<const Value> all = is_list ? value.as_list() : std::span(&value, 1);
      if (field.type == Type::date) {
        for (const Value& each : all) add_day(each.as_date(), allowed);
      } else if (field.type == Type::part) {
        for (const Value& each : all) add(*each.item, allowed);
      }
    }
  }
  Date first() const { return first_; }

 private:
  int allowed_for(const Item& outcome) const {
    const auto indicator = Of<kinds::outcome>(outcome).get<"indicator">();
    const auto interval = indicator ? read_cadence(indicator->text<"frequency">()) : std::nullopt;
    return static_cast<int>(floor_of(days_allowed(interval.value_or(0), policy_)));
  }
  void add_day(Date day, int allowed) {
    turn_on(day);
    turn_on(day + 1);
    if (allowed >= 0) turn_on(day + allowed + 1);
  }
  void turn_on(Date day) {
    if (day > as_of_) first_ = std::min(first_, day);
  }

  Date as_of_;
  const Policy& policy_;
  Date first_{std::numeric_limits<std::int32_t>::max()};
};

}  // namespace

Date steady_until(const Item& record, Date as_of, const Policy& policy) {
  Days days(as_of, policy);
  days.add(record, -1);
  return days.first();
}

}  // namespace brm
