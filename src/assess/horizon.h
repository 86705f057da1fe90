// What can be proven before a day that ends a term or may end it: design/verdicts.md, horizon.
#pragma once

#include <optional>
#include <vector>

#include "assess/assessment.h"

namespace brm {

enum class HorizonKind : std::uint8_t { term_end, election };

/// A day after which somebody else may judge the work.
struct Horizon {
  HorizonKind kind = HorizonKind::election;
  Date date;
  std::string_view what;  ///< Of an election what is elected; may be empty.
  int days_left = 0;
  int months_left = 0;  ///< Whole calendar months.
  Span place;
};

/// The CIO's term end and the elections from the as-of date on, by day.
std::vector<Horizon> horizons_of(const Assessment& assessed);

/// What an outcome can be held to, and from when on.
struct Proof {
  enum class What : std::uint8_t {
    nothing,  ///< No target, no due date, or a hold whose next measurements nobody can date.
    settled,  ///< Achieved, or missed and so without a point.
    planned,  ///< Interim targets that lie ahead or were met, and the day it is due.
    held,     ///< A standing target, once enough measurements are judged.
  };
  What what = What::nothing;
  std::vector<Date> points;  ///< In order; the last proves it in full.
};

enum class Provable : std::uint8_t { in_full, in_part, no };
std::string_view to_text(Provable provable);
Words provable_words();

Proof proof_of(const Assessment& assessed, const Item& outcome);
/// Due, or an interim target, before the day: one that is due on it cannot be shown by then.
Provable provable_before(const Proof& proof, Date day);

/// Outcomes that count: not those of stopped initiatives.
std::vector<const Item*> promised_outcomes(const Assessment& assessed);

}  // namespace brm
