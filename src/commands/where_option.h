// The `--where` option, which several commands have.
#pragma once

#include "assess/where.h"
#include "base/result.h"

namespace brm {

/// `text` bound to `kind`, everything when empty; the failure draws a caret under the fault.
Result<Where> read_where(const Kind& kind, const std::string& text);

/// The kind called `name`, singular or plural, that `list` and `count` can show.
Result<const Kind*> read_kind(const std::string& name);

}  // namespace brm
