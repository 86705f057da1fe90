// Whether a risk can still happen: for who needs to know no more of it, which costs little.
#pragma once

#include "model/of.h"
#include "model/risk_fields.h"

namespace brm {

/// What has happened or is closed asks for nothing; what happens after `as_of` has not happened.
bool is_open(const Of<kinds::risk>& risk, Date as_of);

}  // namespace brm
