// Verdicts of outcomes and initiatives that are others than before, ratings and measurements.
#include <fmt/format.h>
#include <map>

#include "assess/difference_parts.h"
#include "assess/rating_words.h"
#include "assess/series.h"
#include "assess/service_level.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

/// What is worse stands first among the verdicts.
void set_verdicts(Verdict from, Verdict to, Difference& out) {
  const auto word = [](Verdict verdict) {
    return verdict == Verdict::none ? std::string() : std::string(to_text(verdict));
  };
  out.from = word(from);
  out.to = word(to);
  if (out.from.empty() || out.to.empty()) {
    out.event = out.from.empty() ? "new" : "dropped";
    return;
  }
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

/// Of an outcome or a service level; either judgement is of an absent one where it has no verdict.
void add_judgements(const Counterparts& pair, const Judgement& from, const Judgement& to,
                    Differences& out) {
  if (from.verdict == to.verdict) return;
  Difference difference = difference_of(DifferenceKind::verdict, pair);
  set_verdicts(from.verdict, to.verdict, difference);
  difference.why_from = from.reason;
  difference.why_to = to.reason;
  if (pair.after != nullptr) difference.place = to.proof;
  // What nobody is told any more may be what did not go well.
  if (pair.after == nullptr && words_of(from.verdict).mood == Mood::bad) {
    difference.turn = Turn::worse;
  }
  out.push_back(std::move(difference));
}

void add_outcome_verdict(const States& states, const Counterparts& pair, Differences& out) {
  const Judgement none;
  add_judgements(pair, pair.before ? states.before.outcome(*pair.before) : none,
                 pair.after ? states.after.outcome(*pair.after) : none, out);
}

Judgement judged_level(const Assessment& assessed, const Item* level) {
  if (level == nullptr) return {};
  return judge_service_level(Of<kinds::service_level>(*level), assessed.as_of(), assessed.policy());
}

void add_service_levels(const States& states, const Counterparts& party, Differences& out) {
  for (const Counterparts& agreement : part_counterparts(party, "agreements")) {
    if (!agreement.is_in_both()) continue;
    for (const Counterparts& level : part_counterparts(agreement, "service_levels")) {
      add_judgements(level, judged_level(states.before, level.before),
                     judged_level(states.after, level.after), out);
    }
  }
}

/// Higher is better; -1 where it says nothing.
int rank_of(const Reported& reported) {
  if (reported.is_green) return 2;
  if (reported.is_red) return 0;
  return reported.rating == "not_published" ? -1 : 1;
}

Turn turn_of(const Reported& from, const Reported& to) {
  if (from.scale == to.scale && from.scale == "cio_1_5" && rank_of(from) >= 0 && rank_of(to) >= 0) {
    return to.rating < from.rating ? Turn::worse : Turn::better;
  }
  const int a = rank_of(from);
  const int b = rank_of(to);
  if (a < 0 || b < 0 || a == b) return Turn::neutral;
  return b < a ? Turn::worse : Turn::better;
}

void add_rating(const Counterparts& pair, const InitiativeJudgement& from,
                const InitiativeJudgement& to, Differences& out) {
  const std::string was = rating_words(from.reported);
  const std::string is = rating_words(to.reported);
  if (was == is) return;
  Difference difference = difference_of(DifferenceKind::rating, pair);
  difference.what = "reported";
  difference.from = was;
  difference.to = is;
  difference.event = was.empty() ? "first" : (is.empty() ? "withdrawn" : "other");
  if (from.reported && to.reported) difference.turn = turn_of(*from.reported, *to.reported);
  if (difference.turn == Turn::worse) difference.event = "worse";
  if (difference.turn == Turn::better) difference.event = "better";
  if (to.reported) {
    difference.place = to.reported->place;
    difference.note = fmt::format("by {} on {}", to.reported->by, to_text(to.reported->date));
  }
  out.push_back(std::move(difference));
}

/// Reported green while something measured goes wrong.
void add_watermelon(const Counterparts& pair, const InitiativeJudgement& from,
                    const InitiativeJudgement& to, Differences& out) {
  if (from.is_watermelon == to.is_watermelon) return;
  Difference difference = difference_of(DifferenceKind::rating, pair);
  difference.what = "watermelon";
  difference.from = from.is_watermelon ? "watermelon" : "";
  difference.to = to.is_watermelon ? "watermelon" : "";
  difference.event = to.is_watermelon ? "watermelon" : "no watermelon any more";
  difference.turn = to.is_watermelon ? Turn::worse : Turn::better;
  difference.note = to.is_watermelon ? "reported green, and " + to.reason : "";
  out.push_back(std::move(difference));
}

/// `29 days`, `met`; empty while it is pending.
std::string value_words(const Series& series, const Entry& entry) {
  if (entry.amount) return series.in_unit(entry.amount->text());
  if (entry.met) return *entry.met ? "met" : "not met";
  return "";
}

/// By day; of several on one day all, with commas between.
std::map<Date, std::pair<std::string, Span>> values_of(const Item& outcome, Date as_of) {
  const Series series = series_of(Of<kinds::outcome>(outcome));
  std::map<Date, std::pair<std::string, Span>> out;
  for (const Entry& entry : series.entries) {
    const std::string words = value_words(series, entry);
    if (words.empty() || entry.date > as_of) continue;
    auto& [text, place] = out[entry.date];
    text += (text.empty() ? "" : ", ") + words;
    place = entry.place;
  }
  return out;
}

void add_measurements_of(const States& states, const Counterparts& outcome, Differences& out) {
  auto was = values_of(*outcome.before, states.before.as_of());
  const auto is = values_of(*outcome.after, states.after.as_of());
  const auto add = [&](Date date, std::string from, std::string to, Span place) {
    Difference difference = difference_of(DifferenceKind::measurement, outcome);
    difference.what = to_text(date);
    difference.event = from.empty() ? "measured" : (to.empty() ? "taken away" : "written over");
    difference.turn = from.empty() ? Turn::neutral : Turn::worse;
    difference.from = std::move(from);
    difference.to = std::move(to);
    difference.place = place;
    out.push_back(std::move(difference));
  };
  for (const auto& [date, value] : is) {
    const auto found = was.find(date);
    const std::string from = found == was.end() ? "" : found->second.first;
    if (from != value.first) add(date, from, value.first, value.second);
    if (found != was.end()) was.erase(found);
  }
  for (const auto& [date, value] : was) add(date, value.first, "", outcome.after->place());
}

}  // namespace

void add_verdicts(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both()) return;
  if (pair.any().kind == &kinds::relationship) return add_service_levels(states, pair, out);
  if (pair.any().kind != &kinds::initiative) return;
  const InitiativeJudgement& from = states.before.initiative(*pair.before);
  const InitiativeJudgement& to = states.after.initiative(*pair.after);
  if (from.verdict != to.verdict) {
    Difference difference = difference_of(DifferenceKind::verdict, pair);
    set_verdicts(from.verdict, to.verdict, difference);
    difference.why_from = from.reason;
    difference.why_to = to.reason;
    difference.place = to.proof;
    out.push_back(std::move(difference));
  }
  for (const Counterparts& outcome : part_counterparts(pair, "outcomes")) {
    add_outcome_verdict(states, outcome, out);
  }
}

void add_ratings(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both() || pair.any().kind != &kinds::initiative) return;
  const InitiativeJudgement& from = states.before.initiative(*pair.before);
  const InitiativeJudgement& to = states.after.initiative(*pair.after);
  add_watermelon(pair, from, to, out);
  add_rating(pair, from, to, out);
}

void add_measurements(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both() || pair.any().kind != &kinds::initiative) return;
  for (const Counterparts& outcome : part_counterparts(pair, "outcomes")) {
    if (outcome.is_in_both()) add_measurements_of(states, outcome, out);
  }
}

}  // namespace brm
