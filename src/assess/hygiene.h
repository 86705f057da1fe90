// Whether the records themselves are cared for: reviewed, measured and complete on time.
#pragma once

#include <string>
#include <vector>

#include "assess/assessment.h"

namespace brm {

enum class HygieneTest : std::uint8_t { reviewed, measured, complete };

/// What one test asked of one record or outcome, and did not find.
struct HygieneLack {
  HygieneTest test = HygieneTest::reviewed;
  const Item* item = nullptr;
  std::string cause;       ///< `initiative not reviewed in 12 months`, `outcome stale`
  std::string_view owner;  ///< The id of who answers for it; empty: nobody.
};

/// Lacks that one person, or one sort of work, would mend.
struct HygieneGroup {
  std::string name;
  std::size_t lacks = 0;
};

struct HygieneShare {
  std::size_t asked = 0;
  std::size_t passed = 0;
};

/// Each record or outcome is asked what applies to it, once a test.
struct Hygiene {
  HygieneShare reviewed;
  HygieneShare measured;
  HygieneShare complete;
  std::vector<HygieneLack> lacks;  ///< In the order of the records.

  HygieneShare all() const;
  /// Of all that was asked, in percent, cut off; empty where nothing was.
  std::optional<int> score() const;
  /// Most lacks first, equals by name; the name of nobody is empty.
  std::vector<HygieneGroup> by_owner() const;
  std::vector<HygieneGroup> by_cause() const;
};

/// Reviewed: `reviewed`, or the newest dated entry, within `policy.evidence_months`. Measured: the
/// outcomes of initiatives that run, by their verdict. Complete: no recommended field is missing
/// from a record or outcome; not asked of transactional relationships. People and what is closed
/// are not asked.
Hygiene judge_hygiene(const Assessment& assessed);

/// The newest day on or before `as_of` in the record or a part of it; empty without one. Days that
/// only say until when something stands are dated entries, too, once they are past.
std::optional<Date> newest_date(const Item& record, Date as_of);

}  // namespace brm
