// How well vendors are managed, by the five practices of COBIT 2019 APO10, as far as records show.
#pragma once

#include <string_view>
#include <vector>

#include "assess/near_names.h"
#include "assess/vendor.h"

namespace brm {

enum class VendorPractice : std::uint8_t {
  identify,  ///< APO10.01: the inventory is complete.
  select,    ///< APO10.02: chosen among alternatives, by somebody.
  manage,    ///< APO10.03: relationships are reviewed, contracts have owners and known terms.
  risk,      ///< APO10.04: risks of the partners that matter are on record.
  monitor,   ///< APO10.05: performance is measured, and answered.
};

/// One thing that records can show of a practice.
enum class PracticeCheck : std::uint8_t {
  agreement_for_work,    ///< A partner in a running initiative has an agreement that is not over.
  agreement_complete,    ///< An agreement has a number, a period and a value.
  one_record,            ///< No other record has nearly the same name.
  alternatives,          ///< An initiative with a partner as deliverer weighed two alternatives.
  reviewed,              ///< A partner was reviewed in the last evidence_months.
  owners,                ///< An agreement in force has an administrator and a business owner.
  notice_known,          ///< An agreement in force with a last day says when notice is due.
  risks_on_record,       ///< A strategic or conditional partner has an open risk on record.
  performance_measured,  ///< An agreement in force was graded, or has a service level judged.
  bad_grades_answered,   ///< The latest grade is none of D and F, or was answered.
};
VendorPractice practice_of(PracticeCheck check);

struct CheckedPractice {
  PracticeCheck check = PracticeCheck::agreement_for_work;
  std::size_t found = 0;
  std::size_t of = 0;                ///< 0: there is nothing to look at.
  std::vector<const Item*> lacking;  ///< Relationships, agreements or initiatives, `of - found`.
};

/// One for each check, in its order. Looks at private partners that are not ended among
/// `relationships`, and at their agreements.
std::vector<CheckedPractice> check_vendor_practice(const Assessment& assessed,
                                                   const std::vector<const Item*>& relationships,
                                                   const std::vector<NearNames>& near);

}  // namespace brm
