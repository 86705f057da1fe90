// Every finding of one reading of the records: by the rules of brm and those of the office.
#pragma once

#include <span>
#include <vector>

#include "commands/finding_choice.h"
#include "rules/house_rules.h"

namespace brm {

struct AllFindings {
  HouseRules house;            ///< Findings point to its rules.
  std::vector<Finding> list;   ///< Those that were asked for, sorted by place.
  std::size_t allowed = 0;     ///< Those that records accept with `x-allow`, asked for or not.
  std::vector<Finding> aside;  ///< The same ones, and those that the policy silences.
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
