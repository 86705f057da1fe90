// The tables of the vendor report, one function each: an answer to one question, empty or not.
#pragma once

#include "assess/concentration.h"
#include "assess/near_names.h"
#include "assess/vendor.h"
#include "assess/vendor_practice.h"
#include "document/document.h"

namespace brm::vendor_tables {

/// The next day of notice first.
Table agreements(const Assessment& assessed, const std::vector<AgreementStanding>& agreements);
/// Of both sides, the worst latest grade first.
Table grades(const Assessment& assessed, const std::vector<SideGrades>& grades);
Table service_levels(const Assessment& assessed, const std::vector<JudgedServiceLevel>& levels);
Table concentration(const std::vector<Concentration>& rows);
Table near_names(const Assessment& assessed, const std::vector<NearNames>& pairs);
/// A row for each thing that records can show of each practice; `months`: the evidence_months.
Table practice(const std::vector<CheckedPractice>& checks, int months);

/// What a check looks for, and what to do where it is lacking.
struct CheckWords {
  std::string_view number;    ///< `APO10.01`
  std::string_view practice;  ///< `Identify and evaluate vendors`
  std::string_view asks;
  std::string_view next;
};
const CheckWords& words_of(PracticeCheck check);

}  // namespace brm::vendor_tables
