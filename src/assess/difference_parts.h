// One function for each sort of difference, for difference.cpp alone.
#pragma once

#include <string_view>
#include <vector>

#include "assess/difference.h"

namespace brm {

/// A record or part in both states; null where it is not there.
struct Counterparts {
  const Item* before = nullptr;
  const Item* after = nullptr;

  bool is_in_both() const { return before != nullptr && after != nullptr; }
  const Item& any() const { return after != nullptr ? *after : *before; }
};

/// By id, then by what was written; those of the newer state in its order, then those that are
/// gone.
std::vector<Counterparts> record_counterparts(const Portfolio& before, const Portfolio& after);
/// The entries of a list of parts, by the names that named_entries gives, then by what was written.
std::vector<Counterparts> part_counterparts(const Counterparts& owner, std::string_view list);

struct States {
  const Assessment& before;
  const Assessment& after;
};

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
