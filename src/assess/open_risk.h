// Whether a risk can still happen: for who needs to know no more of it, which costs little.
#pragma once

#include "model/of.h"
#include "model/risk_fields.h"

namespace brm {

/// What has happened or is closed asks for nothing, nor what was left open in work that is over;
/// what happens after `as_of` has not happened.
bool is_open(const Of<kinds::risk>& risk, Date as_of);

/// Whether it is written down as open in an initiative that is stopped or completed, or in a
/// relationship that is ended: nobody is left whom it could happen to.
bool is_left_open(const Of<kinds::risk>& risk, Date as_of);

/// Whether the record that it stands in is over so; the status is in an outline too.
bool is_in_ended_work(const Item& risk, Date as_of);

}  // namespace brm
