// A document as people read it: amounts without decimals where all are whole, and of a long table
// the rows that matter.
#pragma once

#include <optional>

#include "document/document.h"

namespace brm {

/// A copy in which whole amounts are texts, `USD 6,825,000`, and tables end after their `most` rows
/// with a sentence that says so; null where that changes nothing. An amount with decimals keeps
/// them, and so does what stands above, below or listed beside it.
std::optional<Document> for_people(const Document& document);

}  // namespace brm
