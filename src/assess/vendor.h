// Agreements with partners as of a day: where each stands, how both sides were graded, and whether
// the service levels hold.
#pragma once

#include <map>
#include <vector>

#include "assess/agreement_term.h"
#include "assess/assessment.h"
#include "model/relationship_fields.h"

namespace brm {

/// One agreement as of a day.
struct AgreementStanding {
  const Item* agreement = nullptr;
  AgreementTerm term;
  std::optional<Money> value;  ///< As written.
  /// What amendments up to the day added or took off, in minor units. Whether `value` holds it
  /// already is not on record.
  std::map<Currency, Rational> amended;

  const Item& partner() const { return agreement->record(); }
  /// Without one nobody can say whether it is in force.
  bool has_period() const { return term.has_period(); }
  bool is_in_force() const { return term.is_in_force(); }
  /// In force or still to come; of one without a period nobody can say, so it is not over.
  bool is_over() const;
  /// Past its last day, and nobody said how it ended.
  bool is_unclosed() const;
  /// The next day of notice, while something can be decided.
  std::optional<Date> open_notice(Date as_of) const;
};

/// Of these relationships: what is to be decided now by its day of notice, then what passed it
/// undecided, later days of notice, what else is in force by its last day, what is expired and
/// unclosed, pending, without a period (the largest value first) and over.
std::vector<AgreementStanding> agreement_standings(const Assessment& assessed,
                                                   const std::vector<const Item*>& relationships);

enum class Side : std::uint8_t { partner, office };

struct GivenGrade {
  Date date;
  std::string_view grade;  ///< A to F
  std::string_view event;
  std::string_view evidence;
  std::string_view response;
  const Item* agreement = nullptr;
  Span place;
};

enum class LevelTrend : std::uint8_t { none, same, better, worse };
std::string_view to_text(LevelTrend trend);

/// How one side of a relationship was graded, over all its agreements.
struct SideGrades {
  const Item* relationship = nullptr;
  Side side = Side::partner;
  GivenGrade latest;
  std::optional<GivenGrade> before;
  LevelTrend trend = LevelTrend::none;  ///< From `before` to `latest`.
  std::size_t count = 0;
  /// The latest is a D or F, and the graded side's answer is not on record.
  bool lacks_response = false;
};

/// Sides that were graded up to the day; the worst latest grade first, of equals by their order.
std::vector<SideGrades> grades_of(const Assessment& assessed,
                                  const std::vector<const Item*>& relationships);

struct JudgedServiceLevel {
  const Item* level = nullptr;
  const Item* agreement = nullptr;
  Judgement judgement;
};

/// Of agreements that are not over, worst verdict first.
std::vector<JudgedServiceLevel> judged_service_levels(
    const Assessment& assessed, const std::vector<AgreementStanding>& agreements);

}  // namespace brm
