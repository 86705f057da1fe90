// What is asked of a record, as columns and cells of an answer.
#pragma once

#include "assess/facts.h"
#include "document/document.h"

namespace brm {

/// Of several values text, of several parts how many; of a part whether it is there.
Holds holds_of(const Question& question);

Cell cell_of(const Fact& fact);

/// Several values have `between` between them; of parts it is how many.
Cell cell_of(const Question& question, const std::vector<Fact>& facts, std::string_view between);

}  // namespace brm
