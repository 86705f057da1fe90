// The five calls to action, each put into words: its state, what is on record, what lacks.
#pragma once

#include <string>
#include <vector>

#include "assess/hygiene.h"
#include "assess/practice.h"
#include "document/document.h"

namespace brm::practice_calls {

/// One call to action; `lacks` is empty when nothing does.
struct Call {
  std::string key;    ///< `business_case`
  std::string title;  ///< `1 Business case`
  std::string state;  ///< In a few words, from evidence; never a score.
  Tone tone = Tone::plain;
  std::string on_record;
  std::vector<std::string> lacks;
  std::string next;  ///< Empty when there is nothing to do.
};

Call business_case(const Assessment& assessed, const PracticeCase& found);
Call stakeholders(const StakeholderMap& found);
Call roles(const RoleMap& found);
Call highest_priority_first(const Assessment& assessed, const std::vector<Coverage>& found);
Call governance(const Assessment& assessed);

/// The state, what is on record and lacks, and the next step, one under the other.
Table table_of(const Call& call);

/// What a relationship that is not fully looked after lacks: `sponsor, review kept`.
std::string lacks_of(const Coverage& coverage);

}  // namespace brm::practice_calls
