// One function for each sort of difference, for difference.cpp alone.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/counterparts.h"
#include "assess/difference.h"

namespace brm {

/// Outcomes that stand in another initiative than before.
struct MovedOutcomes {
  std::unordered_map<const Item*, const Item*> came;  ///< What each was, by what it is.
  std::unordered_map<const Item*, const Item*> gone;  ///< What each is, by what it was.
};
/// Of all records: by id and title, by id and measure, else by title and measure.
MovedOutcomes moved_outcomes(const std::vector<Counterparts>& records);

struct States {
  const Assessment& before;
  const Assessment& after;
  const MovedOutcomes* moved = nullptr;  ///< Null: none is looked for.
};

/// Those of an initiative, with what came to it from another one and without what went to one.
std::vector<Counterparts> outcome_counterparts(const States& states,
                                               const Counterparts& initiative);

/// What the verdict of an initiative that is in both would be by the goalposts of before, with the
/// outcomes and the measurements that were taken away since.
Verdict initiative_by_older(const States& states, const Counterparts& pair);

/// Of a pair, with its place.
Difference difference_of(DifferenceKind kind, const Counterparts& pair);

// Of two records with one id and of one kind; either may be missing.
void add_records(const States& states, const Counterparts& pair, Differences& out);
void add_verdicts(const States& states, const Counterparts& pair, Differences& out);
void add_goalposts(const States& states, const Counterparts& pair, Differences& out);
void add_ratings(const States& states, const Counterparts& pair, Differences& out);
void add_budgets(const States& states, const Counterparts& pair, Differences& out);
void add_risks(const States& states, const Counterparts& pair, Differences& out);
void add_promises(const States& states, const Counterparts& pair, Differences& out);
void add_reviews(const States& states, const Counterparts& pair, Differences& out);
void add_decisions(const States& states, const Counterparts& pair, Differences& out);
void add_corrections(const States& states, const Counterparts& pair, Differences& out);
void add_statuses(const States& states, const Counterparts& pair, Differences& out);
void add_measurements(const States& states, const Counterparts& pair, Differences& out);

}  // namespace brm
