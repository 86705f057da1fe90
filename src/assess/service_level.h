// A service level of an agreement, judged as an outcome that stays somewhere is.
#pragma once

#include "assess/judgement.h"
#include "model/agreement_fields.h"

namespace brm {

/// Made ready for judging; always a hold, unless it is pass or fail.
Series series_of(const Of<kinds::service_level>& level);

/// Data dated after `as_of` does not exist.
Judgement judge_service_level(const Of<kinds::service_level>& level, Date as_of,
                              const Policy& policy);

}  // namespace brm
