// JSON Schemas, draft-07, of what brm writes as json: fields may be added, none goes or changes.
#pragma once

#include <string>

#include "document/document.h"

namespace brm {

/// Of the json of every document with these tables and details, whatever their rows. `most` has
/// what only some of them have besides, and else the same.
std::string answer_schema(const Document& least, const Document& most);

/// Of the json of findings.
std::string findings_schema();

}  // namespace brm
