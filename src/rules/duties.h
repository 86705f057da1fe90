// Every place where somebody is named to do something from now on: owner, manager, chair.
#pragma once

#include <unordered_map>

#include "rules/references.h"

namespace brm::rules {

/// Whether the field names who has to act, and what it stands in is not over as of the day. Who
/// decided, held a review or gave a rating did so then, and may have left since.
bool is_duty(const Reference& reference, Date as_of);

/// Everybody whose last day is on record.
class Departures {
 public:
  explicit Departures(const Portfolio& portfolio);

  bool are_none() const { return days_.empty(); }
  /// Null for somebody who stays, or is not on record.
  const Located<Date>* of(std::string_view person) const;

 private:
  std::unordered_map<std::string_view, Located<Date>> days_;
};

/// `the executive sponsor`; of a part with what it is: `the business owner of an agreement`
std::string duty_words(const Reference& reference);

}  // namespace brm::rules
