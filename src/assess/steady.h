// How long a verdict stays as it is while nobody edits anything: so that a record that is the same
// on many days need not be judged on each of them.
#pragma once

#include "assess/policy.h"
#include "base/rational.h"
#include "model/item.h"

namespace brm {

/// How old a measurement may be; `interval_days` is 0 without a frequency.
Rational days_allowed(int interval_days, const Policy& policy);

/// The first day after `as_of` on which an outcome, a risk or the initiative of the record may be
/// judged otherwise; later than any day that is written where none may. Never too late: what is
/// judged by a day changes on that day or on the one after, and when it grows too old.
Date steady_until(const Item& record, Date as_of, const Policy& policy);

}  // namespace brm
