// By what a finding is known again after its file was edited: not by its line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/portfolio.h"
#include "source/finding.h"

namespace brm {

/// 32 hexadecimal digits for each finding, no two alike: made from its rule, the record and part it
/// is in (where that has no id, the file), the text at its place and the field its message names;
/// equal ones are numbered in their order. Lines that move, other records and other rules change
/// none of them. All files with findings have their bytes.
std::vector<std::string> fingerprints(const std::vector<Finding>& findings,
                                      const Portfolio& portfolio);

/// Hashes of what stands there: not for files, as another build may reckon them otherwise.
struct Looks {
  std::size_t entry = 0;   ///< All of the list entry or record that it is in.
  std::size_t around = 0;  ///< Its line, and those above and below.
};

struct FindingMark {
  std::string fingerprint;
  std::string sort;  ///< Equal for those that only their number tells apart.
  Looks looks;
};

/// What records were called before, by their ids now.
using EarlierIds = std::map<std::string, std::string, std::less<>>;

/// The same with fingerprints as they would be under the earlier ids.
std::vector<FindingMark> marks_of(const std::vector<Finding>& findings, const Portfolio& portfolio,
                                  const EarlierIds& earlier_ids);

}  // namespace brm
