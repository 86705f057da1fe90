// Every kind there is, of records and of their parts, and the way to one by its name.
#pragma once

#include "model/fields.h"

namespace brm {

/// Those a file can hold.
std::span<const Kind* const> record_kinds();

/// The record kinds and every part reachable from them, each once, in depth-first order.
std::span<const Kind* const> all_kinds();

/// By `risk` or `risks`; null when there is none.
const Kind* find_kind(std::string_view name_or_plural);

}  // namespace brm
