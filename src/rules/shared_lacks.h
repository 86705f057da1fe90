// Findings that have one cause are shown as one: what outcomes of one initiative lack, people whom
// no file describes, outcomes that are alike. Each is found by itself, so that a new one among
// known ones is seen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/effort.h"

namespace brm {

/// Puts what is said together in the place of the first of them. `fingerprints`: of each, or none;
/// one that stands for several is made from theirs.
void say_together(const Portfolio& portfolio, std::vector<Finding>& findings,
                  std::vector<std::string>& fingerprints);

/// So many would be left of them.
std::size_t said_together(const Portfolio& portfolio, std::vector<Finding> findings);

/// `an owner` of "this outcome lacks an owner (who answers for it)"; empty of other findings.
std::string_view lack_named(const Finding& finding);

namespace rules {

/// A finding for each that the outcome lacks: `an owner (who answers for it)`. `help` is of all.
void report_lacks(const RuleWords& words, const Item& outcome, Effort effort,
                  const std::vector<std::string_view>& lacks, const std::string& help,
                  Findings& findings);

inline constexpr std::string_view unknown_to_all =
    "1 person is named in these records, and no file says who";

}  // namespace rules
}  // namespace brm
