// What people say of initiatives, and what was measured, that is another than before.
#include <fmt/format.h>

#include <map>

#include "assess/difference_parts.h"
#include "assess/goalposts.h"
#include "assess/put_back.h"
#include "assess/rating_words.h"
#include "assess/series.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

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

/// A rating that was given by then; null without.
const Item* known(const Item* rating, Date as_of) {
  if (rating == nullptr) return nullptr;
  const Value* date = rating->find("date");
  return date == nullptr || date->as_date() > as_of ? nullptr : rating;
}

std::string words_of_rating(const Item* rating) {
  if (rating == nullptr) return "";
  const Of<kinds::rating> entry(*rating);
  Reported said{};
  said.rating = entry.text<"rating">();
  said.scale = entry.text<"scale">();
  return rating_words(said);
}

/// What is said of an initiative once a rating is gone, which nobody said anew.
std::string words_of_rest(const std::optional<Reported>& rest) {
  if (!rest) return "no rating is left";
  return fmt::format("what is left is {} by {} on {}", rating_words(rest), rest->by,
                     to_text(rest->date));
}

/// Whether the newest rating of before was written over or taken away, and none came after it: then
/// all that there is to say of it is told here, as of the others.
bool add_rewritten(const States& states, const Counterparts& pair, Differences& out) {
  bool is_told = false;
  if (pair.before == pair.after) return is_told;
  const auto& old_last = states.before.initiative(*pair.before).reported;
  const auto& new_last = states.after.initiative(*pair.after).reported;
  for (const Counterparts& each : part_counterparts(pair, "reported_status")) {
    const Item* before = known(each.before, states.before.as_of());
    const Item* after = known(each.after, states.after.as_of());
    if (before == nullptr) continue;
    const Date day = before->find("date")->as_date();
    Difference difference = difference_of(DifferenceKind::rating, each);
    difference.from = words_of_rating(before);
    difference.to = words_of_rating(after);
    if (difference.from == difference.to) continue;
    const bool was_last = old_last && old_last->date == day;
    const bool is_last = was_last && (!new_last || new_last->date <= day);
    is_told = is_told || is_last;
    if (is_last && after == nullptr) difference.note = words_of_rest(new_last);
    difference.what = "rating of " + to_text(day);
    difference.event = after == nullptr ? "taken away" : "written over";
    // What somebody is now said to have said is no opinion that changed.
    difference.turn = Turn::worse;
    out.push_back(std::move(difference));
  }
  return is_told;
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

bool is_bad(Verdict verdict) { return words_of(verdict).mood == Mood::bad; }

/// What hides a watermelon: nobody said anything else since, or nothing was measured that is
/// better. Empty where it is none any more.
std::string what_hides(const States& states, const Counterparts& pair,
                       const InitiativeJudgement& to) {
  const PutBack whole(pair, "reported_status", Rewritten::as_it_was);
  const auto said = judge_initiative(Of<kinds::initiative>(whole.item()), {}, states.after.as_of(),
                                     states.after.policy())
                        .reported;
  if (!said || !said->is_green || !is_bad(initiative_by_older(states, pair))) return "";
  const bool is_green = to.reported && to.reported->is_green;
  std::string out = is_green ? "" : "a rating was taken away or written over";
  if (is_bad(to.verdict)) return out;
  return out + (out.empty() ? "" : ", and ") +
         "goalposts were moved, or outcomes or measurements taken away";
}

/// Reported green while something measured goes wrong.
void add_watermelon(const States& states, const Counterparts& pair, const InitiativeJudgement& from,
                    const InitiativeJudgement& to, Differences& out) {
  if (from.is_watermelon == to.is_watermelon) return;
  Difference difference = difference_of(DifferenceKind::rating, pair);
  difference.what = "watermelon";
  difference.from = from.is_watermelon ? "watermelon" : "";
  difference.to = to.is_watermelon ? "watermelon" : "";
  difference.event = to.is_watermelon ? "watermelon" : "no watermelon any more";
  difference.turn = to.is_watermelon ? Turn::worse : Turn::better;
  difference.note = to.is_watermelon ? "reported green, and " + to.reason : "";
  const std::string hides = to.is_watermelon ? "" : what_hides(states, pair, to);
  if (!hides.empty()) {
    difference.event = "hidden";
    difference.turn = Turn::neutral;
    difference.note = "only because " + hides;
  }
  out.push_back(std::move(difference));
}

/// `29 days`, `met`; empty while it is pending.
std::string value_words(const Series& series, const Entry& entry) {
  if (entry.amount) return series.in_unit(entry.amount->text());
  if (entry.met) return *entry.met ? "met" : "not met";
  return "";
}

/// By day; of several on one day all, with commas between.
std::map<Date, std::pair<std::string, Span>> values_of(const Item& item, Date as_of) {
  const Series series = series_in(item);
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

/// Of an outcome or a service level.
void add_measurements_of(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both()) return;
  auto was = values_of(*pair.before, states.before.as_of());
  const auto is = values_of(*pair.after, states.after.as_of());
  const auto add = [&](Date date, std::string from, std::string to, Span place) {
    Difference difference = difference_of(DifferenceKind::measurement, pair);
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
  for (const auto& [date, value] : was) add(date, value.first, "", pair.after->place());
}

}  // namespace

void add_ratings(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both() || pair.any().kind != &kinds::initiative) return;
  const InitiativeJudgement& from = states.before.initiative(*pair.before);
  const InitiativeJudgement& to = states.after.initiative(*pair.after);
  add_watermelon(states, pair, from, to, out);
  if (!add_rewritten(states, pair, out)) add_rating(pair, from, to, out);
}

void add_measurements(const States& states, const Counterparts& pair, Differences& out) {
  if (pair.any().kind == &kinds::initiative) {
    for (const Counterparts& outcome : outcome_counterparts(states, pair)) {
      add_measurements_of(states, outcome, out);
    }
  }
  if (pair.any().kind != &kinds::relationship) return;
  for (const Counterparts& agreement : part_counterparts(pair, "agreements")) {
    for (const Counterparts& level : part_counterparts(agreement, "service_levels")) {
      add_measurements_of(states, level, out);
    }
  }
}

}  // namespace brm
