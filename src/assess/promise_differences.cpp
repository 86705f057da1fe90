// Promises and milestones in another state than before, and reviews that were held.
#include <algorithm>

#include "assess/difference_parts.h"
#include "assess/relationship.h"

namespace brm {
namespace {

using State = PromiseJudgement::State;

/// Where a promise or a milestone stands; empty where there is none yet, or no more.
struct Stand {
  std::optional<State> state;
  std::optional<Date> due;

  /// `open, due 2026-07-31`
  std::string words() const {
    if (!state) return "";
    const bool is_kept = *state == State::kept || *state == State::kept_late;
    std::string out(to_text(*state));
    if (due && !is_kept) out += ", due " + to_text(*due);
    return out;
  }
};

struct Event {
  std::string_view name;
  Turn turn = Turn::neutral;
};

Event event_of(const Stand& from, const Stand& to) {
  if (!to.state) return {"taken away", from.state == State::late ? Turn::worse : Turn::neutral};
  if (from.state == to.state) {
    return {"moved", from.due && to.due && *to.due < *from.due ? Turn::better : Turn::worse};
  }
  switch (*to.state) {
    case State::kept:
      return {"kept", Turn::better};
    case State::kept_late:
      return {"kept late", Turn::better};
    case State::late:
      return {"broken", Turn::worse};
    case State::open:
      return {from.state ? (from.state == State::late ? "put off" : "opened again") : "made",
              from.state ? Turn::worse : Turn::neutral};
  }
  return {};
}

void add_stand(const Counterparts& pair, std::string what, const Stand& from, const Stand& to,
               Differences& out) {
  if (from.words() == to.words()) return;
  Difference difference = difference_of(DifferenceKind::promise, pair);
  const Event event = event_of(from, to);
  difference.event = event.name;
  difference.turn = event.turn;
  difference.what = std::move(what);
  difference.from = from.words();
  difference.to = to.words();
  out.push_back(std::move(difference));
}

Stand stand_of(const std::vector<PromiseJudgement>& promises, const Item* promise) {
  const auto found = std::find_if(promises.begin(), promises.end(),
                                  [&](const auto& each) { return each.promise == promise; });
  return found == promises.end() ? Stand{} : Stand{found->state, found->due};
}

std::vector<PromiseJudgement> promises_in(const Assessment& assessed, const Item* relationship) {
  if (relationship == nullptr) return {};
  return promises_of(Relationship(*relationship), assessed.as_of());
}

Stand milestone_stand(const Item* item, Date as_of) {
  if (item == nullptr) return {};
  const Of<kinds::milestone> milestone(*item);
  const auto due = milestone.get<"due">();
  const auto met = milestone.get<"met_on">();
  Stand out;
  if (due) out.due = due->value;
  const bool is_met = met && met->value <= as_of;
  if (is_met) {
    out.state = due && due->value < met->value ? State::kept_late : State::kept;
  } else {
    out.state = due && due->value < as_of ? State::late : State::open;
  }
  return out;
}

/// A due day that was moved stands among the goalposts.
void add_milestone(const States& states, const Counterparts& milestone, Differences& out) {
  const Stand from = milestone_stand(milestone.before, states.before.as_of());
  const Stand to = milestone_stand(milestone.after, states.after.as_of());
  if (from.state != to.state) add_stand(milestone, "milestone", from, to, out);
}

void add_text(const Counterparts& promise, const std::string& what, Differences& out) {
  if (!promise.is_in_both()) return;
  Difference difference = difference_of(DifferenceKind::promise, promise);
  difference.from = promise.before->text("text");
  difference.to = promise.after->text("text");
  if (difference.from == difference.to) return;
  difference.event = "reworded";
  difference.what = what;
  out.push_back(std::move(difference));
}

}  // namespace

void add_promises(const States& states, const Counterparts& pair, Differences& out) {
  if (pair.any().kind == &kinds::initiative) {
    for (const Counterparts& milestone : part_counterparts(pair, "milestones")) {
      if (pair.is_in_both()) add_milestone(states, milestone, out);
    }
  }
  if (pair.any().kind != &kinds::relationship) return;
  const auto was = promises_in(states.before, pair.before);
  const auto is = promises_in(states.after, pair.after);
  for (const Counterparts& promise : part_counterparts(pair, "promises")) {
    const bool is_ours = Of<kinds::promise>(promise.any()).is<"by", "us">();
    const std::string what = is_ours ? "promise by us" : "promise by the partner";
    add_stand(promise, what, stand_of(was, promise.before), stand_of(is, promise.after), out);
    add_text(promise, what, out);
  }
}

void add_reviews(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both() || pair.any().kind != &kinds::relationship) return;
  const auto day_in = [](const Item* review, Date as_of) -> std::string {
    const Value* date = review == nullptr ? nullptr : review->find("date");
    return date == nullptr || date->as_date() > as_of ? "" : to_text(date->as_date());
  };
  for (const Counterparts& review : part_counterparts(pair, "reviews")) {
    Difference difference = difference_of(DifferenceKind::review, review);
    difference.from = day_in(review.before, states.before.as_of());
    difference.to = day_in(review.after, states.after.as_of());
    if (difference.from == difference.to) continue;
    difference.event = difference.to.empty() ? "taken away" : "held";
    if (difference.to.empty()) difference.turn = Turn::worse;
    difference.what = difference.to.empty() ? difference.from : difference.to;
    std::string_view summary = Of<kinds::review>(review.any()).text<"summary">();
    difference.note = summary.substr(0, summary.find_last_not_of(" \n") + 1);
    out.push_back(std::move(difference));
  }
}

}  // namespace brm
