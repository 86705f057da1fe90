// Verdicts of outcomes, initiatives and service levels that are others than before.
#include <fmt/format.h>

#include <algorithm>

#include "assess/difference_parts.h"
#include "assess/goalposts.h"
#include "assess/put_back.h"
#include "assess/series.h"
#include "assess/service_level.h"
#include "base/folding.h"
#include "base/spelling.h"
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

/// What it would be by the goalposts of before and with what was taken away since, and what of both
/// made it another one.
struct ByOlder {
  Verdict verdict = Verdict::none;
  std::string moved;  ///< Goalposts.
  std::string taken;  ///< Evidence.

  void add_moved(const std::string& words) { add(words, moved); }
  void add_taken(const std::string& words) { add(words, taken); }
  std::string note() const {
    const std::string word = plain_word(to_text(verdict));
    if (taken.empty()) {
      return fmt::format("by other goalposts ({}), and {} by the older ones", moved, word);
    }
    if (moved.empty()) {
      return fmt::format("without what was taken away ({}), and {} with it", taken, word);
    }
    return fmt::format("by other goalposts ({}) and without what was taken away ({}), and {} else",
                       moved, taken, word);
  }

 private:
  static void add(const std::string& words, std::string& out) {
    out += (out.empty() ? "" : "; ") + words;
  }
};

/// What only other goalposts turned, or that evidence is gone, is no better; and what the
/// measurements turned meanwhile counts as if nobody had moved or taken anything.
void set_verdicts(Verdict from, const ByOlder& by_older, Verdict to, Difference& out) {
  out.from = word_of(from);
  out.to = word_of(to);
  if (out.from.empty() || out.to.empty()) {
    out.event = out.from.empty() ? "new" : "dropped";
  } else if (by_older.verdict == to || !words_of(to).is_judged) {
    set_turn(from, to, out);
  } else if (by_older.verdict == from) {
    out.event = by_older.moved.empty() ? "evidence" : "goalposts";
  } else {
    set_turn(from, by_older.verdict, out);
  }
}

/// `measured on 2026-05-31 and 2026-06-30`
std::string words_of_gone(const std::vector<const Item*>& measurements) {
  std::vector<std::string> days;
  for (const Item* each : measurements) {
    const Value* date = each->find("date");
    if (date != nullptr) days.push_back(to_text(date->as_date()));
  }
  const std::vector<std::string_view> views(days.begin(), days.end());
  return "measured on " + join_and(views);
}

/// Of an outcome or a service level that is in both, which is judged as `to` now.
ByOlder by_older(const States& states, const Counterparts& pair, Verdict to) {
  const Date as_of = states.after.as_of();
  const PutBack whole(pair, "measurements");
  const auto judged = [&](const Item& goalposts, const Item& values, const Assessment& state) {
    return judge_by_older(goalposts, values, as_of, state.policy()).verdict;
  };
  ByOlder out{judged(*pair.before, whole.item(), states.before), "", ""};
  if (out.verdict == to) return out;
  const bool is_moved = judged(*pair.before, *pair.after, states.before) != to;
  const bool is_taken =
      !whole.gone().empty() && judged(*pair.after, whole.item(), states.after) != to;
  if (is_moved || !is_taken) {
    out.moved = what_moved(states.before, states.after, *pair.before, *pair.after);
  }
  if (is_taken || (!whole.gone().empty() && !is_moved)) out.taken = words_of_gone(whole.gone());
  return out;
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
  const ByOlder older =
      pair.is_in_both() ? by_older(states, pair, to.verdict) : ByOlder{to.verdict, "", ""};
  Difference difference = difference_of(DifferenceKind::verdict, pair);
  set_verdicts(from.verdict, older, to.verdict, difference);
  difference.why_from = from.reason;
  difference.why_to = to.reason;
  difference.note = older.verdict == to.verdict ? progress_note(from, to) : older.note();
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

Verdict add_outcome_by_older(const States& states, const Counterparts& outcome, ByOlder& out) {
  if (outcome.before == nullptr) return states.after.outcome(*outcome.after).verdict;
  if (outcome.after == nullptr) {
    const bool is_moved = states.moved != nullptr && states.moved->gone.contains(outcome.before);
    out.add_moved(fmt::format("{}: {}", is_moved ? "moved elsewhere" : "no longer promised",
                              outcome.before->text("title")));
    return judge(series_of(Of<kinds::outcome>(*outcome.before)), states.after.as_of(),
                 states.before.policy())
        .verdict;
  }
  const ByOlder older = by_older(states, outcome, states.after.outcome(*outcome.after).verdict);
  const std::string_view title = outcome.after->text("title");
  if (!older.moved.empty()) out.add_moved(fmt::format("of {}", title));
  if (!older.taken.empty()) out.add_taken(fmt::format("{}: {}", title, older.taken));
  return older.verdict;
}

/// The worst of its outcomes; those that were dropped, or moved to another initiative, count, too.
ByOlder all_by_older(const States& states, const Counterparts& pair) {
  ByOlder out;
  for (const Counterparts& outcome : part_counterparts(pair, "outcomes")) {
    out.verdict = std::min(out.verdict, add_outcome_by_older(states, outcome, out));
  }
  return out;
}

void add_initiative_verdict(const States& states, const Counterparts& pair, Differences& out) {
  const InitiativeJudgement& from = states.before.initiative(*pair.before);
  const InitiativeJudgement& to = states.after.initiative(*pair.after);
  if (from.verdict == to.verdict) return;
  const ByOlder older = all_by_older(states, pair);
  Difference difference = difference_of(DifferenceKind::verdict, pair);
  set_verdicts(from.verdict, older, to.verdict, difference);
  difference.why_from = from.reason;
  difference.why_to = to.reason;
  if (older.verdict != to.verdict) difference.note = older.note();
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

Verdict initiative_by_older(const States& states, const Counterparts& pair) {
  return all_by_older(states, pair).verdict;
}

void add_verdicts(const States& states, const Counterparts& pair, Differences& out) {
  const Kind* kind = pair.any().kind;
  const bool is_in_both = pair.is_in_both();
  if (is_in_both && kind == &kinds::relationship) add_service_levels(states, pair, out);
  if (kind != &kinds::initiative) return;
  if (is_in_both) add_initiative_verdict(states, pair, out);
  for (const Counterparts& outcome : outcome_counterparts(states, pair)) {
    // Of an initiative that came or went as a whole its own difference says the verdict.
    if (is_in_both || outcome.is_in_both()) add_outcome_verdict(states, outcome, out);
  }
}

}  // namespace brm
