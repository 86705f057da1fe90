// The records as JSON Schema, draft-07, made from the field tables: what an editor completes and
// checks while somebody writes. It is a little wider than the reader in what only brm can know
// (which ids there are, which days exist), and never narrower but for the words true and false as
// text.
#pragma once

#include <string>

#include "model/fields.h"

namespace brm {

/// Of any record, chosen by its `kind`.
std::string record_schema();

/// Of one kind of record, or of one part.
std::string record_schema(const Kind& kind);

}  // namespace brm
