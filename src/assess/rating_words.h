// A reported rating as people say it.
#pragma once

#include "assess/assessment.h"

namespace brm {

/// `green`, or `5 of 5` on the federal scale, which says nothing without it; empty without one.
std::string rating_words(const std::optional<Reported>& reported);

}  // namespace brm
