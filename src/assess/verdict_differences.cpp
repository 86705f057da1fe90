// Verdicts of outcomes, initiatives and service levels that are others than before.
#include <fmt/format.h>

#include <algorithm>

#include "assess/difference_parts.h"
#include "assess/goalposts.h"
#include "assess/series.h"
#include "assess/service_level.h"
#include "base/folding.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

std::string word_of(Verdict verdict) {
  return verdict == Verdict::none ? std::string() : std::string(to_text(verdict));
}

/// What is worse stands first among the verdicts.
void set_turn(Verdict from, Verdict to, Difference& out) {
  const bool was_known = words_of(from).is_judged;
  const bool is_known = words_of(to).is_judged;
  if (!is_known) {
    // What nobody knows any more did not get better.
    out.turn = was_known ? Turn::worse : Turn::neutral;
    out.event = was_known ? "unknown" : "other";
    return;
  }
  out.turn = to < from ? Turn::worse : Turn::better;
  out.event = out.turn == Turn::worse ? "worse" : "better";
}

/// `by_older`: what it would be by the goalposts of before. What only they turned is no better, and
/// what the measurements turned meanwhile counts as if nobody had moved anything.
void set_verdicts(Verdict from, Verdict by_older, Verdict to, Difference& out) {
  out.from = word_of(from);
  out.to = word_of(to);
  if (out.from.empty() || out.to.empty()) {
    out.event = out.from.empty() ? "new" : "dropped";
  } else if (by_older == to || !words_of(to).is_judged) {
    set_turn(from, to, out);
  } else if (by_older == from) {
    out.event = "goalposts";
  } else {
    set_turn(from, by_older, out);
  }
}

std::string moved_note(std::string_view moved, Verdict by_older) {
  return fmt::format("by other goalposts ({}), and {} by the older ones", moved,
                     plain_word(to_text(by_older)));
}

/// Off track comes before worsening, also where there is progress now and was none.
std::string progress_note(const Judgement& from, const Judgement& to) {
  const bool was_lost = from.verdict == Verdict::worsening && to.verdict == Verdict::off_track;
  const bool is_lost = from.verdict == Verdict::off_track && to.verdict == Verdict::worsening;
  if ((!was_lost && !is_lost) || !from.progress || !to.progress) return "";
  return fmt::format("progress went from {} % to {} % of the way",
                     to_fixed(*from.progress * 100, 1), to_fixed(*to.progress * 100, 1));
}

/// Of an outcome or a service level; either judgement is of an absent one where it has no verdict.
void add_judgements(const States& states, const Counterparts& pair, const Judgement& from,
                    const Judgement& to, Differences& out) {
  if (from.verdict == to.verdict) return;
  Verdict by_older = to.verdict;
  if (pair.is_in_both()) {
    by_older =
        judge_by_older(*pair.before, *pair.after, states.after.as_of(), states.before.policy())
            .verdict;
  }
  Difference difference = difference_of(DifferenceKind::verdict, pair);
  set_verdicts(from.verdict, by_older, to.verdict, difference);
  difference.why_from = from.reason;
  difference.why_to = to.reason;
  difference.note =
      by_older == to.verdict
          ? progress_note(from, to)
          : moved_note(what_moved(states.before, states.after, *pair.before, *pair.after),
                       by_older);
  if (pair.after != nullptr) difference.place = to.proof;
  // What nobody is told any more may be what did not go well.
  if (pair.after == nullptr && words_of(from.verdict).mood == Mood::bad) {
    difference.turn = Turn::worse;
  }
  out.push_back(std::move(difference));
}

void add_outcome_verdict(const States& states, const Counterparts& pair, Differences& out) {
  const Judgement none;
  add_judgements(states, pair, pair.before ? states.before.outcome(*pair.before) : none,
                 pair.after ? states.after.outcome(*pair.after) : none, out);
}

/// The worst of its outcomes by the goalposts of before; those that were dropped count, too.
struct ByOlder {
  Verdict verdict = Verdict::none;
  std::string moved;  ///< Which outcomes are judged otherwise for it.
};

ByOlder initiative_by_older(const States& states, const Counterparts& pair) {
  ByOlder out;
  const Date as_of = states.after.as_of();
  const Policy& policy = states.before.policy();
  const auto add = [&](std::string words) {
    out.moved += (out.moved.empty() ? "" : "; ") + std::move(words);
  };
  for (const Counterparts& outcome : part_counterparts(pair, "outcomes")) {
    Verdict verdict = Verdict::none;
    if (outcome.before == nullptr) {
      verdict = states.after.outcome(*outcome.after).verdict;
    } else if (outcome.after == nullptr) {
      verdict = judge(series_of(Of<kinds::outcome>(*outcome.before)), as_of, policy).verdict;
      add(fmt::format("no longer promised: {}", outcome.before->text("title")));
    } else {
      verdict = judge_by_older(*outcome.before, *outcome.after, as_of, policy).verdict;
      if (verdict != states.after.outcome(*outcome.after).verdict) {
        add(fmt::format("of {}", outcome.after->text("title")));
      }
    }
    out.verdict = std::min(out.verdict, verdict);
  }
  return out;
}

void add_initiative_verdict(const States& states, const Counterparts& pair, Differences& out) {
  const InitiativeJudgement& from = states.before.initiative(*pair.before);
  const InitiativeJudgement& to = states.after.initiative(*pair.after);
  if (from.verdict == to.verdict) return;
  const ByOlder by_older = initiative_by_older(states, pair);
  Difference difference = difference_of(DifferenceKind::verdict, pair);
  set_verdicts(from.verdict, by_older.verdict, to.verdict, difference);
  difference.why_from = from.reason;
  difference.why_to = to.reason;
  if (by_older.verdict != to.verdict) {
    difference.note = moved_note(by_older.moved, by_older.verdict);
  }
  difference.place = to.proof;
  out.push_back(std::move(difference));
}

Judgement judged_level(const Assessment& assessed, const Item* level) {
  if (level == nullptr) return {};
  return judge_service_level(Of<kinds::service_level>(*level), assessed.as_of(), assessed.policy());
}

void add_service_levels(const States& states, const Counterparts& party, Differences& out) {
  for (const Counterparts& agreement : part_counterparts(party, "agreements")) {
    if (!agreement.is_in_both()) continue;
    for (const Counterparts& level : part_counterparts(agreement, "service_levels")) {
      add_judgements(states, level, judged_level(states.before, level.before),
                     judged_level(states.after, level.after), out);
    }
  }
}

}  // namespace

void add_verdicts(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both()) return;
  if (pair.any().kind == &kinds::relationship) return add_service_levels(states, pair, out);
  if (pair.any().kind != &kinds::initiative) return;
  add_initiative_verdict(states, pair, out);
  for (const Counterparts& outcome : part_counterparts(pair, "outcomes")) {
    add_outcome_verdict(states, outcome, out);
  }
}

}  // namespace brm
