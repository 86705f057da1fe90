// One series in every form it can have: as the reference takes it, as YAML, as src/assess judges
// it, and from the record it was read from; so that two implementations can be given the same.
#pragma once

#include <string>
#include <vector>

#include "assess/assessment.h"
#include "model/item.h"
#include "reference/verdicts.h"

namespace brm::test {

/// What a series needs beyond the reference's view of it, to be written down.
struct PairedSeries {
  reference::Series plain;
  std::string frequency;  ///< As written: `weekly`, `P3D`; empty: none.
};

/// The series that src/assess is to make of it, made without its help.
Series to_judged_form(const PairedSeries& series);

/// The fields of an outcome at column 5, one a line.
std::string to_yaml(const PairedSeries& series);

/// From an outcome of the model, read field by field by name.
reference::Series series_from(const Item& outcome);
std::vector<reference::Rating> ratings_from(const Item& initiative);

/// Verdict, grade and all numbers: `at_risk weak p 2/19 q 3/19 pace 2/3 late 0 met 0 of 0`.
std::string in_words(const Judgement& judgement);
std::string in_words(const reference::Judgement& judgement);

/// `missed evidenced watermelon`
std::string in_words(const InitiativeJudgement& judgement);
std::string in_words(const reference::InitiativeJudgement& judgement);

}  // namespace brm::test
