// By what a finding is known again after its file was edited: not by its line.
#pragma once

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

}  // namespace brm
