// What an import does to the records folder: files that are made, and files that are brought up to
// date by the few bytes that differ.
#pragma once

#include <vector>

#include "commands/changed_folder.h"
#include "exchange/make_records.h"

namespace brm {

struct Imported {
  std::vector<FileChange> files;  ///< Those that change, by path.
  std::size_t unchanged = 0;
  std::vector<RowFault> faults;   ///< Of records that could not be written as they are.
  std::vector<Failure> troubles;  ///< Files that could be read before, and cannot any more.
};

Imported apply_drafts(const std::vector<RecordDraft>& drafts, const Opened& opened,
                      const Invocation& invocation);

}  // namespace brm
