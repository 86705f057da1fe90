// What people say of initiatives, and what was measured, that is another than before.
#include <fmt/format.h>

#include <map>

#include "assess/difference_parts.h"
#include "assess/rating_words.h"
#include "assess/series.h"

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

/// What became of the newest rating of before; others of then are told here.
enum class Newest : std::uint8_t { stands, written_over, taken_away };

Newest add_rewritten(const States& states, const Counterparts& pair, Differences& out) {
  Newest newest = Newest::stands;
  if (pair.before == pair.after) return newest;
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
    if (is_last) newest = after == nullptr ? Newest::taken_away : Newest::written_over;
    if (is_last && after == nullptr) continue;
    difference.what = "rating of " + to_text(day);
    difference.event = after == nullptr ? "taken away" : "written over";
    // What somebody is now said to have said is no opinion that changed.
    difference.turn = Turn::worse;
    out.push_back(std::move(difference));
  }
  return newest;
}

void add_rating(const Counterparts& pair, const InitiativeJudgement& from,
                const InitiativeJudgement& to, Newest newest, Differences& out) {
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
  if (newest == Newest::taken_away) {
    difference.event = "taken away";
    difference.turn = Turn::worse;
  }
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

void add_ratings(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both() || pair.any().kind != &kinds::initiative) return;
  const InitiativeJudgement& from = states.before.initiative(*pair.before);
  const InitiativeJudgement& to = states.after.initiative(*pair.after);
  add_watermelon(pair, from, to, out);
  const Newest newest = add_rewritten(states, pair, out);
  if (newest != Newest::written_over) add_rating(pair, from, to, newest, out);
}

void add_measurements(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both() || pair.any().kind != &kinds::initiative) return;
  for (const Counterparts& outcome : part_counterparts(pair, "outcomes")) {
    if (outcome.is_in_both()) add_measurements_of(states, outcome, out);
  }
}

}  // namespace brm
