// The tables of the value report, one function each: an answer to one question, empty or not.
#pragma once

#include "assess/value.h"
#include "document/document.h"

namespace brm::value_tables {

using Values = std::vector<OutcomeValue>;

/// Expected and realized, a row for each currency.
Table totals(const Values& values);
/// The same by kind of value.
Table by_kind(const Values& values);
/// Kinds that are no money, whatever amount is written for them.
Table counted_kinds(const Values& values);
Table by_party(const Assessment& assessed, const Values& values, std::size_t left_out);
Table by_goal(const Assessment& assessed, const Values& values, std::size_t left_out);
/// Value on record while the measurements say missed, off track or worsening; the largest first.
Table against_evidence(const Assessment& assessed, const Values& values);
/// Nothing realized yet, and they say that of what is to bring money; the largest first.
Table at_stake(const Assessment& assessed, const Values& values);
/// Past their due date, and nothing realized; the oldest first.
Table overdue(const Assessment& assessed, const Values& values);
Table disbenefits(const Assessment& assessed, const Values& values);
Table moved(const std::vector<MovedSum>& sums);
/// Each outcome with a value, as written.
Table outcomes(const Assessment& assessed, const Values& values);

}  // namespace brm::value_tables
