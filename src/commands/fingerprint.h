// By what a finding is known again after its file was edited: not by its line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "commands/place_name.h"
#include "model/portfolio.h"
#include "source/finding.h"

namespace brm {

/// Hashes of what stands there: not for files, as another build may reckon them otherwise.
struct Looks {
  std::size_t entry = 0;   ///< All values of the list entry or record that it is in.
  std::size_t around = 0;  ///< Its line, and those above and below.
};

struct FindingMark {
  std::string fingerprint;  ///< 32 hexadecimal digits, no two alike.
  std::string sort;         ///< Equal for those that only their number tells apart.
  std::string nameless;     ///< Equal where only list entries around it are called otherwise.
  std::string entry;        ///< The innermost of those entries; empty outside of lists.
  Looks looks;
};

struct FindingMarks {
  std::vector<FindingMark> list;
  /// Of all lists in files with findings, by what FindingMark calls them.
  std::map<std::string, ListEntry> entries;
};

/// What records were called before, by their ids now; and where files without such a record were,
/// by their paths now.
using EarlierIds = std::map<std::string, std::string, std::less<>>;

/// Made from the rule, the record (where that has no id, the file), the fields around the place
/// with what their list entries are called, the value there, the field or lack that the message
/// names, and the other record where there is one; equal ones are numbered in their order. How it
/// is written, lines that move, other records and other rules change none of them. All files with
/// findings have their bytes. Under the earlier ids they are what they were then.
FindingMarks marks_of(const std::vector<Finding>& findings, const Portfolio& portfolio,
                      const EarlierIds& earlier_ids);

std::vector<std::string> fingerprints(const std::vector<Finding>& findings,
                                      const Portfolio& portfolio);

}  // namespace brm
