// Every finding of one reading of the records: by the rules of brm and those of the office.
#pragma once

#include <span>
#include <vector>

#include "commands/finding_choice.h"
#include "rules/house_rules.h"

namespace brm {

struct AllFindings {
  HouseRules house;               ///< Findings point to its rules.
  std::vector<Finding> list;      ///< Those that were asked for, sorted by place.
  std::vector<Finding> accepted;  ///< By records, with `x-allow`; asked for or not.
  std::vector<Finding> silenced;  ///< By the policy.
  /// Why nothing of a file was read, where that was not asked for: the first of each such file.
  std::vector<Finding> unasked;
  std::vector<bool> lost;  ///< Of each file: whether it holds no record that can be read.

  /// Whether it says why nothing of its file was read: whoever accepts that accepts all that is
  /// wrong in it.
  bool takes_all(const Finding& finding) const {
    return finding.loses == Loses::data && lost[finding.place.file];
  }
};

/// What looks at the records while they are read, for find_all(). Each thread has its own.
MakeVisitor rules_on_records(Date as_of);

/// `reading` was read with rules_on_records() and gives up its findings. Fails where one of the
/// rules that were asked for is there neither in brm nor in the office.
Result<AllFindings> find_all(Reading& reading, const ChoiceOptions& choice,
                             const Invocation& invocation);

/// Puts the bytes back of files whose bytes were given up, and whose lines are shown or counted.
void restore_lines(std::span<const Finding> findings, const Folder& folder, Reading& reading);

}  // namespace brm
