// A record or part to be filled in: its required fields with TODO behind them, and as comments the
// fields that are recommended, each with what it means.
#pragma once

#include <string>
#include <string_view>

#include "model/fields.h"
#include "write/yaml.h"

namespace brm {

/// Its id is `id`, its kind its own; everything else required is TODO.
Yaml template_of(const Kind& kind, std::string_view id);

/// How often TODO stands in it where `brm check` sees it.
std::size_t count_gaps(const Yaml& yaml);

}  // namespace brm
