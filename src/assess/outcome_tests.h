// The four tests of an outcome: valid, articulated, achievable, relevant. What each asks for is
// said here, for the rules that ask for the same and for the report that shows all four.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assessment.h"

namespace brm {

// Valid: somebody is better off, somebody there answers for it, and there is a reason to expect it.

enum class Foundation : std::uint8_t { beneficiary, owner, mechanism };
/// Those that are not written.
std::vector<Foundation> missing_foundations(const Of<kinds::outcome>& outcome);

enum class OwnerAt : std::uint8_t { unknown, beneficiary, elsewhere };
/// The beneficiary, or a party that it belongs to, or one that belongs to it.
OwnerAt owner_at(const Portfolio& portfolio, const Of<kinds::outcome>& outcome);

// Articulated: what is measured, from where, how far and by when.

enum class Measure : std::uint8_t {
  indicator,
  baseline,
  target,
  target_value,
  target_day,
  bounds,    ///< The lowest and the highest value that hold.
  level,     ///< The level to hold.
  test_day,  ///< The day by which it is to be met.
};
/// What is not written of what its way of judging needs.
std::vector<Measure> missing_measures(const Of<kinds::outcome>& outcome);
bool has_bounds(const Of<kinds::target>& target);
bool has_own_targets(const Of<kinds::outcome>& outcome);

// Achievable: the pace that is needed was seen, or something says why it will be.

/// Whether more is needed a month than was ever seen, in figures as they are shown; not with fewer
/// than three points, the baseline counted.
bool is_out_of_reach(const Judgement& judgement);

// Relevant: it serves a goal of the office that stands.

/// Still to come: neither achieved nor past the day by which it was due.
bool is_ahead(const Judgement& judgement, Date as_of);
bool has_ended(const Of<kinds::goal>& goal, Date as_of);

/// `partly`: some of it, or none of it in a way that anybody could check.
enum class Answer : std::uint8_t { no, partly, yes };
std::string_view to_text(Answer answer);

struct Tested {
  Answer answer = Answer::no;
  std::string evidence;  ///< One sentence without a full stop.
};

struct OutcomeTests {
  Tested valid;
  Tested articulated;
  Tested achievable;
  Tested relevant;
};

OutcomeTests test_outcome(const Assessment& assessed, const Of<kinds::outcome>& outcome);
/// With the assessment's own judgement of it: then for several threads at a time.
OutcomeTests test_outcome(const Assessment& assessed, const Judgement& judgement,
                          const Of<kinds::outcome>& outcome);

}  // namespace brm
