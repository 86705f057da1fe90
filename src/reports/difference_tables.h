// What changed in meaning as tables, one for each kind of difference, with the same columns.
#pragma once

#include <vector>

#include "assess/difference.h"
#include "assess/where.h"
#include "document/document.h"

namespace brm {

/// `The event`, a title, else its id: what a difference is about.
std::string_view subject_of(const Item& item);

/// Whether it is of an initiative of which the condition is true, in one of the states at least.
bool holds_in_either(const Where& where, const Assessment& before, const Assessment& after,
                     const Difference& difference);

/// Those of one kind; `places` of what is gone are in the older state.
Table difference_table(const Assessment& before, const Assessment& after,
                       const Differences& differences, DifferenceKind kind);

/// All of them, whatever their kinds.
Table mixed_table(const Assessment& before, const Assessment& after,
                  const Differences& differences);

/// A section for each kind, silent where nothing is in it.
std::vector<Section> difference_sections(const Assessment& before, const Assessment& after,
                                         const Differences& differences);

/// How many there are of each kind, and how many are worse, better and without an edit.
std::vector<Detail> difference_summary(const Differences& differences);

}  // namespace brm
