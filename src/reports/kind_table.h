// Everything of one kind as a table for other programs: a column for every field that is stored or
// computed.
#pragma once

#include "assess/assessment.h"
#include "assess/where.h"
#include "document/document.h"

namespace brm {

/// Its address first, then the fields of the field tables in their order (those of a part by their
/// path, `period.start`; of a list of parts how many), then what is computed. Several values of one
/// field have `; ` between them.
Table kind_table(const Assessment& assessed, const Kind& kind, const Where& where);

}  // namespace brm
