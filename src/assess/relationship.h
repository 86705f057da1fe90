// One relationship as of a day, from its own record alone: how mature each side thinks it is, the
// attention it gets, and what both sides promised. Formulas: design/verdicts.md, relationships.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/policy.h"
#include "base/date.h"
#include "model/relationship_fields.h"
#include "model/status.h"

namespace brm {

using Relationship = Of<kinds::relationship>;

/// One side's view of how mature the relationship is.
struct MaturityView {
  int level = 0;  ///< 1 ad_hoc to 5 strategic_partner.
  Date date;
  std::optional<int> target;
  Span place;
};

/// The newest view of each side on or before the as-of date; of one day the last that was written.
struct Maturity {
  std::optional<MaturityView> ours;
  std::optional<MaturityView> theirs;

  /// Partner's level minus ours; empty where one side was not asked.
  std::optional<int> gap() const;
  bool is_one_sided() const { return ours && !theirs; }
};
Maturity maturity_of(const Relationship& relationship, Date as_of);

/// `trusted_advisor` of 4; empty of anything but 1 to 5.
std::string_view maturity_word(int level);
/// 4 of `trusted_advisor`; 0 of any other text.
int maturity_level(std::string_view word);

/// The attention a relationship gets, beside what was planned.
struct Attention {
  std::string_view cadence;  ///< As written there, else by the policy.
  int cadence_days = 0;
  /// What is looked back on: a year or one cadence, but not before the first dated entry or the
  /// first day of an agreement. Reviews after `since` count.
  Date since;
  std::size_t held = 0;     ///< Days with a review.
  std::size_t planned = 0;  ///< Whole cadences that fit; 0 where nothing was due yet.
  std::optional<Date> last_review;
  std::optional<Date> next_review;   ///< last + cadence
  std::optional<Date> last_contact;  ///< Review, talk, advice, promise, complaint or answer.
  std::optional<Date> last_entry;    ///< The newest day in any of its lists.

  /// Something of it has a day, if only the first of an agreement.
  bool is_dated = false;

  /// At least this share of the planned reviews was held; of none planned true.
  bool is_kept(const Rational& share) const;
  /// Nothing dated in any of its lists for `factor` cadences; a relationship of which nothing is
  /// dated has not gone quiet, it never began.
  bool went_quiet(const Rational& factor, Date as_of) const;
};
Attention attention_of(const Relationship& relationship, Date as_of, const Policy& policy);

/// Every review that was planned was held, or nearly: the policy's `cadence_kept_share`.
bool has_its_reviews(const Attention& attention, const Policy& policy);
/// It goes on, and `Attention::went_quiet` by the policy.
bool is_quiet(const Relationship& relationship, Date as_of, const Policy& policy);

struct PromiseJudgement {
  enum class State : std::uint8_t { late, open, kept_late, kept };
  const Item* promise = nullptr;
  bool is_ours = false;
  State state = State::open;
  Date due;
  int days = 0;  ///< Until it is due; days late where it is or was late.
};
std::string_view to_text(PromiseJudgement::State state);

/// Empty for one without a day, or made after `as_of`.
std::optional<PromiseJudgement> judge_promise(const Of<kinds::promise>& promise, Date as_of);
/// Those made on or before the day and not undated, in the order they were written.
std::vector<PromiseJudgement> promises_of(const Relationship& relationship, Date as_of);

struct PromiseCounts {
  std::size_t late = 0;       ///< Open and past due.
  std::size_t open = 0;       ///< Open, late ones not counted.
  std::size_t kept_late = 0;  ///< Kept after they were due.
  std::size_t kept = 0;       ///< Kept in time.

  std::size_t all() const { return late + open + kept_late + kept; }
};
PromiseCounts count_promises(const std::vector<PromiseJudgement>& promises, bool ours);

/// The newest answer of each side: theirs, and ours where `by` is `us`.
struct Satisfaction {
  const Item* ours = nullptr;
  const Item* theirs = nullptr;
};
Satisfaction satisfaction_of(const Relationship& relationship, Date as_of);

/// The day that begins the months before `as_of` that count as evidence: entries after it do.
Date evidence_since(Date as_of, const Policy& policy);

}  // namespace brm
