// The rows of a mapping's tables made into records: one for each distinct id, in the order in which
// they come up.
#pragma once

#include "base/money.h"
#include "exchange/draft.h"
#include "exchange/mapping.h"

namespace brm {

struct MadeRecords {
  std::vector<RecordDraft> records;
  std::vector<RowFault> faults;
};

/// A value that its field does not take is a fault, and left out; so is a row without a usable id.
MadeRecords make_records(const Mapping& mapping, Currency office_currency);

}  // namespace brm
