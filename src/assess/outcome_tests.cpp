#include "assess/outcome_tests.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/gaps.h"
#include "base/spelling.h"
#include "model/office_fields.h"

namespace brm {
namespace {

using Outcome = Of<kinds::outcome>;

std::string_view what_lacks(Foundation foundation) {
  constexpr std::string_view names[] = {"a beneficiary", "an owner", "a mechanism"};
  return names[static_cast<std::size_t>(foundation)];
}

std::string_view what_lacks(Measure measure) {
  constexpr std::string_view names[] = {"an indicator",     "a baseline",
                                        "a target",         "the target's value",
                                        "the target's day", "a lowest and a highest value",
                                        "a level to hold",  "a day by which it is to be met"};
  return names[static_cast<std::size_t>(measure)];
}

template <class Lack>
std::string lacking(const std::vector<Lack>& missing) {
  std::vector<std::string_view> names;
  for (const Lack lack : missing) names.push_back(what_lacks(lack));
  return "lacks " + join_and(names);
}

Tested test_valid(const Portfolio& portfolio, const Outcome& outcome) {
  const std::vector<Foundation> missing = missing_foundations(outcome);
  if (missing.size() == 3) return {Answer::no, lacking(missing)};
  if (!missing.empty()) return {Answer::partly, lacking(missing)};
  const std::string_view owner = outcome.text<"owner">();
  const std::string_view beneficiary = outcome.text<"beneficiary">();
  switch (owner_at(portfolio, outcome)) {
    case OwnerAt::unknown:
      return {Answer::partly, fmt::format("owned by {}; whether that is at {} is not on record",
                                          owner, beneficiary)};
    case OwnerAt::elsewhere:
      return {Answer::partly, fmt::format("owned by {}, who is not at {}", owner, beneficiary)};
    case OwnerAt::beneficiary:
      break;
  }
  return {Answer::yes,
          fmt::format("{} would be better off, {} there owns it, and its mechanism is written",
                      beneficiary, owner)};
}

std::string reach_words(const Series& series) {
  return fmt::format("from {} on {} to {} by {}", series.baseline->amount.text(),
                     to_text(series.baseline->date), series.in_unit(series.target->amount.text()),
                     to_text(series.target->date));
}

std::string hold_words(const Series& series) {
  const Bounds& bounds = series.standing;
  if (!bounds.is_usable()) return "each period has a target of its own";
  if (bounds.lower && bounds.upper) {
    return fmt::format("to stay between {} and {}", bounds.lower->text(),
                       series.in_unit(bounds.upper->text()));
  }
  return bounds.lower ? fmt::format("to stay at {} or more", series.in_unit(bounds.lower->text()))
                      : fmt::format("to stay at {} or less", series.in_unit(bounds.upper->text()));
}

std::string gap_words(Gap gap) {
  switch (gap) {
    case Gap::target_is_baseline:
      return "its target is its baseline";
    case Gap::target_against_direction:
      return "its target lies against its direction";
    case Gap::target_in_force:
      return "no target is in force on a day that was measured";
    case Gap::direction:
      return "its indicator has no direction";
    case Gap::unit:
      return "its indicator has no unit";
    case Gap::baseline:
      return "its baseline cannot be used";
    case Gap::target:
      break;
  }
  return "its target bounds nothing";
}

Tested test_articulated(const Judgement& judgement, const Outcome& outcome) {
  std::vector<Measure> missing = missing_measures(outcome);
  if (has_own_targets(outcome)) std::erase(missing, Measure::level);
  if (has_own_targets(outcome)) std::erase(missing, Measure::bounds);
  if (!missing.empty()) {
    return {missing.front() == Measure::indicator ? Answer::no : Answer::partly, lacking(missing)};
  }
  if (!judgement.gaps.empty()) return {Answer::partly, gap_words(judgement.gaps.front())};
  const Series series = plan_of(outcome);
  switch (series.judging) {
    case Judging::reach:
      return {Answer::yes, reach_words(series)};
    case Judging::hold:
      return {Answer::yes, hold_words(series)};
    case Judging::pass_fail:
      break;
  }
  return {Answer::yes, fmt::format("to be met by {}", to_text(*series.due))};
}

/// Whether what was measured speaks against it, whatever was seen elsewhere.
bool is_contradicted(const Judgement& judgement, Judging judging) {
  if (judgement.verdict == Verdict::worsening || judgement.verdict == Verdict::missed) return true;
  if (judging == Judging::hold) return judgement.judged > 0 && judgement.met == 0;
  return judging == Judging::reach && is_out_of_reach(judgement);
}

/// What was measured of it, where that is evidence; empty otherwise.
std::string seen_words(const Judgement& judgement, Judging judging) {
  if (judgement.verdict == Verdict::achieved) return "it was achieved";
  if (judging == Judging::hold && judgement.judged > 0 && judgement.met > 0) {
    return fmt::format("met {} of {} times", judgement.met, judgement.judged);
  }
  const bool is_seen = judging == Judging::reach && judgement.needed_a_month &&
                       *judgement.best_a_month > 0 && !is_out_of_reach(judgement) &&
                       *judgement.needed_a_month <= *judgement.best_a_month;
  return is_seen ? judgement.pace_needed : "";
}

/// Why nothing seen says that it can be done.
std::string unseen_words(const Judgement& judgement, Judging judging) {
  if (!judgement.measured) return "nothing measured yet";
  if (judging == Judging::reach && judgement.needed_a_month) return judgement.pace_needed;
  if (judging == Judging::hold && judgement.judged > 0) {
    return fmt::format("met none of {}", counted(judgement.judged, "time"));
  }
  return judgement.reason;
}

/// Without the full stop and line end it may close with.
std::string_view closed_sentence(std::string_view prose) {
  return prose.substr(0, prose.find_last_not_of(". \n") + 1);
}

Tested test_achievable(const Judgement& judgement, const Outcome& outcome) {
  const auto indicator = outcome.get<"indicator">();
  const Judging judging = indicator ? judging_of(*indicator) : Judging::reach;
  if (judgement.verdict == Verdict::missed && judgement.due)
    return {Answer::no, "it was missed: " + judgement.reason};
  if (judgement.verdict == Verdict::no_target) {
    return {Answer::no, "nothing to compare it with: " + judgement.reason};
  }
  const bool is_contradicted = brm::is_contradicted(judgement, judging);
  const std::string seen = seen_words(judgement, judging);
  if (!seen.empty()) {
    if (!is_contradicted) return {Answer::yes, seen};
    return {Answer::partly, fmt::format("{}; but now {}", seen, judgement.reason)};
  }
  if (outcome.has<"reference">()) {
    const std::string_view reference = closed_sentence(outcome.text<"reference">());
    const std::string unseen = unseen_words(judgement, judging);
    if (is_contradicted) return {Answer::partly, fmt::format("{}; but {}", reference, unseen)};
    const bool is_past = judgement.verdict == Verdict::undetermined;
    return {is_past ? Answer::partly : Answer::yes, fmt::format("{} ({})", reference, unseen)};
  }
  const std::string unseen = unseen_words(judgement, judging);
  if (outcome.is<"commitment", "aspirational">()) {
    return {Answer::partly, "marked as a stretch, and no reference; " + unseen};
  }
  return {Answer::no, "no reference, and " + unseen};
}

/// How one goal stands on a day.
struct Standing {
  Answer answer = Answer::no;
  std::string words;
};

Standing standing_of(const Portfolio& portfolio, std::string_view id, bool is_over, Date as_of) {
  const Item* item = portfolio.find_goal(id);
  if (item == nullptr) return {Answer::no, fmt::format("{} is no goal of the office", id)};
  const Of<kinds::goal> goal(*item);
  const auto from = goal.get<"from">();
  const auto until = goal.get<"until">();
  if (has_ended(goal, as_of)) {
    return {is_over ? Answer::partly : Answer::no,
            fmt::format("serves {}, which stood until {}", id, to_text(until->value))};
  }
  if (from && from->value > as_of) {
    return {Answer::partly,
            fmt::format("serves {}, which stands from {}", id, to_text(from->value))};
  }
  if (!until) return {Answer::yes, fmt::format("serves {}, which stands", id)};
  return {Answer::yes, fmt::format("serves {}, which stands until {}", id, to_text(until->value))};
}

/// The goal that stands best says it.
template <class Goals>
Tested best_standing(const Assessment& assessed, const Goals& goals, bool is_over) {
  Tested best{Answer::no, ""};
  for (const auto goal : goals) {
    Standing standing = standing_of(assessed.portfolio(), goal.value, is_over, assessed.as_of());
    if (!best.evidence.empty() && standing.answer <= best.answer) continue;
    best = {standing.answer, std::move(standing.words)};
  }
  return best;
}

Tested test_relevant(const Assessment& assessed, const Judgement& judgement,
                     const Outcome& outcome) {
  const bool is_over = !is_ahead(judgement, assessed.as_of());
  const auto own = outcome.get<"goals">();
  if (!own.empty()) return best_standing(assessed, own, is_over);
  const auto shared = Of<kinds::initiative>(outcome.item().record()).get<"goals">();
  if (!shared.empty()) return best_standing(assessed, shared, is_over);
  const bool has_goals = !assessed.portfolio().all(kinds::goal).empty();
  return {Answer::no, has_goals ? "tied to no goal" : "tied to no goal, and none is on record"};
}

}  // namespace

std::string_view to_text(Answer answer) {
  constexpr std::string_view names[] = {"no", "partly", "yes"};
  return names[static_cast<std::size_t>(answer)];
}

OutcomeTests test_outcome(const Assessment& assessed, const Outcome& outcome) {
  return test_outcome(assessed, assessed.outcome(outcome.item()), outcome);
}

OutcomeTests test_outcome(const Assessment& assessed, const Judgement& judgement,
                          const Outcome& outcome) {
  return {test_valid(assessed.portfolio(), outcome), test_articulated(judgement, outcome),
          test_achievable(judgement, outcome), test_relevant(assessed, judgement, outcome)};
}

}  // namespace brm
