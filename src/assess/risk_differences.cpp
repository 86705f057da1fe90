// Risks that were opened or closed, have occurred, or are larger or smaller than before; and what
// is done about them.
#include <fmt/format.h>

#include <algorithm>

#include "assess/difference_parts.h"
#include "assess/open_risk.h"
#include "assess/put_back.h"
#include "assess/written_values.h"
#include "base/spelling.h"

namespace brm {
namespace {

enum class Standing : std::uint8_t { absent, open, left_open, occurred, closed };

Standing standing_of(const Assessment& assessed, const Item* risk) {
  if (risk == nullptr) return Standing::absent;
  if (assessed.risk(*risk).is_open) return Standing::open;
  if (is_left_open(Of<kinds::risk>(*risk), assessed.as_of())) return Standing::left_open;
  return Of<kinds::risk>(*risk).is<"status", "occurred">() ? Standing::occurred : Standing::closed;
}

/// `USD 25,000 a year`, `high (4 likely, 4 major)`
std::string level_words(const Assessment& assessed, const RiskLevel& level) {
  if (level.is_money()) {
    return amount_words(money_of(level.exposure, level.currency)) + " a year";
  }
  const RiskMatrix& matrix = assessed.risk_policy().matrix;
  const std::string likelihood = likelihood_words(level, matrix);
  const std::string impact = impact_words(level, matrix);
  if (level.is_ordinal()) {
    return fmt::format("{} ({}, {})", to_text(level.band), likelihood, impact);
  }
  return likelihood.empty() || impact.empty() ? "of no known level"
                                              : fmt::format("{}, {}", likelihood, impact);
}

std::string words_of(const Assessment& assessed, const Item* risk) {
  switch (standing_of(assessed, risk)) {
    case Standing::absent:
      return "";
    case Standing::occurred:
      return "occurred";
    case Standing::closed:
      return "closed";
    case Standing::left_open:
      return "its work is over";
    case Standing::open:
      break;
  }
  return level_words(assessed, assessed.risk(*risk).now());
}

enum class Growth : std::uint8_t { none, grown, shrunk, other };

Growth growth_of(const RiskLevel& from, const RiskLevel& to) {
  const auto by = [](const auto& a, const auto& b) {
    return a == b ? Growth::none : (a < b ? Growth::grown : Growth::shrunk);
  };
  if (from.scale != to.scale) return Growth::other;
  if (from.is_money()) {
    if (!(from.currency == to.currency)) return Growth::other;
    return by(from.exposure, to.exposure);
  }
  if (!from.is_ordinal()) return Growth::none;
  if (from.band != to.band) return by(from.band, to.band);
  const Growth likelihood = by(from.likelihood_level, to.likelihood_level);
  const Growth impact = by(from.impact_level, to.impact_level);
  if (likelihood == impact || impact == Growth::none) return likelihood;
  return likelihood == Growth::none ? impact : Growth::other;
}

struct Event {
  std::string_view name;  ///< Empty: nothing happened.
  Turn of_threat = Turn::neutral;
};

Event event_of(Standing from, Standing to, Growth growth) {
  if (from != Standing::open && to == Standing::open) return {"opened", Turn::worse};
  if (from != to && to == Standing::occurred) return {"occurred", Turn::worse};
  // That nobody closed it is no good news.
  if (from != to && to == Standing::left_open) return {"left open"};
  if (from == Standing::open && to == Standing::absent) return {"taken away"};  // nor is this
  if (from == Standing::open && to != Standing::open) return {"closed", Turn::better};
  if (from != to) return {to == Standing::absent ? "taken away" : "closed"};
  if (from != Standing::open || growth == Growth::none) return {};
  if (growth == Growth::other) return {"measured otherwise"};
  return growth == Growth::grown ? Event{"grown", Turn::worse} : Event{"shrunk", Turn::better};
}

/// Opportunities are good news where threats are bad.
Turn turned(Turn of_threat, bool is_opportunity) {
  if (!is_opportunity || of_threat == Turn::neutral) return of_threat;
  return of_threat == Turn::worse ? Turn::better : Turn::worse;
}

/// Actions have no id: those of one text are one, and else those at one place of the list.
std::vector<Counterparts> action_counterparts(const Counterparts& risk) {
  std::vector<Counterparts> pairs;
  std::vector<Counterparts> rest = part_counterparts(risk, "actions");
  const auto is_same = [](const Counterparts& pair) {
    return pair.is_in_both() && pair.before->text("text") == pair.after->text("text");
  };
  std::vector<const Item*> gone;
  for (const Counterparts& pair : rest) {
    if (!is_same(pair) && pair.before != nullptr) gone.push_back(pair.before);
  }
  for (const Counterparts& pair : rest) {
    if (is_same(pair)) pairs.push_back(pair);
    if (is_same(pair) || pair.after == nullptr) continue;
    const auto found = std::find_if(gone.begin(), gone.end(), [&](const Item* each) {
      return each->text("text") == pair.after->text("text");
    });
    pairs.push_back({found == gone.end() ? nullptr : *found, pair.after});
    if (found != gone.end()) gone.erase(found);
  }
  for (const Item* each : gone) pairs.push_back({each, nullptr});
  return pairs;
}

/// What the risk would be by the matrix and scales of before.
RiskLevel level_by_older(const States& states, const Item& risk) {
  LognormalMeans means;
  return judge_risk(Of<kinds::risk>(risk), states.after.as_of(), states.before.risk_policy(), means)
      .now();
}

/// What grew or shrank by other scales alone did neither, nor did what lost the assessments or
/// actions that said otherwise.
Growth growth_between(const States& states, const Counterparts& risk, std::string& note) {
  const RiskLevel& from = states.before.risk(*risk.before).now();
  const RiskLevel& to = states.after.risk(*risk.after).now();
  const Growth growth = growth_of(from, to);
  if (growth == Growth::none) return growth;
  PutBack whole(risk, "assessments");
  whole.add("actions", action_counterparts(risk));
  const RiskLevel by_older = level_by_older(states, whole.item());
  const Growth real = growth_of(from, by_older);
  if (real == growth) return growth;
  const bool is_by_scales = growth_of(from, level_by_older(states, *risk.after)) != growth;
  const std::string words = level_words(states.before, by_older);
  note = is_by_scales
             ? fmt::format("by other scales or another matrix, and {} by the older ones", words)
             : fmt::format("without what was taken away, and {} with it", words);
  return real == Growth::none ? Growth::other : real;
}

void add_level(const States& states, const Counterparts& risk, Differences& out) {
  const Standing from = standing_of(states.before, risk.before);
  const Standing to = standing_of(states.after, risk.after);
  const bool stays_open = from == Standing::open && to == Standing::open;
  std::string scales;
  const Growth growth = stays_open ? growth_between(states, risk, scales) : Growth::none;
  const Event event = event_of(from, to, growth);
  if (event.name.empty()) return;
  Difference difference = difference_of(DifferenceKind::risk, risk);
  const bool is_opportunity = Of<kinds::risk>(risk.any()).is<"type", "opportunity">();
  difference.what = is_opportunity ? "opportunity" : "threat";
  difference.event = event.name;
  difference.turn = turned(event.of_threat, is_opportunity);
  if (is_opportunity && event.name == "occurred") difference.turn = Turn::better;
  difference.from = words_of(states.before, risk.before);
  difference.to = words_of(states.after, risk.after);
  if (to == Standing::open) {
    const RiskJudgement& now = states.after.risk(*risk.after);
    const bool was_above =
        from == Standing::open && states.before.risk(*risk.before).is_above_appetite;
    if (now.is_above_appetite && !was_above) difference.note = "above the appetite";
    if (!scales.empty()) difference.note += (difference.note.empty() ? "" : "; ") + scales;
    if (stays_open && states.before.risk(*risk.before).stage != now.stage) {
      difference.why_to = now.stage_reason;
    }
  }
  out.push_back(std::move(difference));
}

/// `accepted until 2026-12-31`; empty where it is not.
std::string acceptance_words(const RiskJudgement& judged, const Item& risk) {
  const auto acceptance = Of<kinds::risk>(risk).get<"acceptance">();
  const auto expires = acceptance ? acceptance->get<"expires">() : std::nullopt;
  if (!expires) return "";
  if (judged.acceptance == Acceptance::in_force) return "accepted until " + to_text(expires->value);
  if (judged.acceptance == Acceptance::expired) return "expired on " + to_text(expires->value);
  return "";
}

void add_acceptance(const States& states, const Counterparts& risk, Differences& out) {
  const RiskJudgement& was = states.before.risk(*risk.before);
  const RiskJudgement& is = states.after.risk(*risk.after);
  Difference difference = difference_of(DifferenceKind::risk, risk);
  difference.what = "acceptance";
  difference.from = acceptance_words(was, *risk.before);
  difference.to = acceptance_words(is, *risk.after);
  if (difference.from == difference.to) return;
  const bool is_in_force = is.acceptance == Acceptance::in_force;
  difference.event = difference.to.empty() ? "no longer accepted"
                                           : (is_in_force ? "accepted" : "acceptance expired");
  if (was.acceptance == Acceptance::in_force && is_in_force) {
    // Both end with the day, which as text is in the order of time.
    difference.event = difference.from < difference.to ? "extended" : "shortened";
  }
  if (!is_in_force) difference.turn = Turn::worse;
  difference.note = is.answer;
  out.push_back(std::move(difference));
}

std::string day_words(const Item* item, std::string_view field) {
  const Value* value = item == nullptr ? nullptr : item->find(field);
  return value == nullptr ? std::string() : to_text(value->as_date());
}

/// Put off, unless somebody looked at the risk meanwhile.
void add_review(const Counterparts& risk, Differences& out) {
  Difference difference = difference_of(DifferenceKind::risk, risk);
  difference.what = "review by";
  difference.from = day_words(risk.before, "review_by");
  difference.to = day_words(risk.after, "review_by");
  if (difference.from == difference.to) return;
  bool is_assessed = false;
  for (const Counterparts& each : part_counterparts(risk, "assessments")) {
    is_assessed = is_assessed || each.before == nullptr;
  }
  difference.event = difference.from.empty() ? "review set" : "review moved";
  if (is_assessed) difference.note = "it was assessed meanwhile";
  if (difference.to.empty()) {
    difference.event = "review removed";
    difference.turn = Turn::worse;
  } else if (!difference.from.empty() && difference.from < difference.to && !is_assessed) {
    difference.event = "review put off";
    difference.turn = Turn::worse;
  }
  out.push_back(std::move(difference));
}

/// What was known of the risk, or done about it, and is no longer written.
void add_taken(const States& states, const Counterparts& risk, Differences& out) {
  const auto add = [&](std::string what, std::string from) {
    Difference difference = difference_of(DifferenceKind::risk, risk);
    difference.event = "taken away";
    difference.what = std::move(what);
    difference.from = std::move(from);
    difference.turn = Turn::worse;
    out.push_back(std::move(difference));
  };
  for (const Counterparts& each : part_counterparts(risk, "assessments")) {
    if (each.before == nullptr || each.after != nullptr) continue;
    const Value* date = each.before->find("date");
    if (date == nullptr || date->as_date() > states.before.as_of()) continue;
    std::vector<std::string> said;
    for (const WrittenValue& value : written_values(*each.before)) {
      std::string level = value.path;
      if (!level.starts_with("likelihood.") && !level.starts_with("impact.")) continue;
      std::replace(level.begin(), level.end(), '.', ' ');
      said.push_back(fmt::format("{} {}", level, value.text));
    }
    add("assessment of " + to_text(date->as_date()), fmt::format("{}", fmt::join(said, ", ")));
  }
  const std::string_view response = risk.before->text("response_text");
  if (response.empty() || !risk.after->text("response_text").empty()) return;
  add("response_text", std::string(response.substr(0, response.find_last_not_of(" \n") + 1)));
}

/// `done on 2026-07-01`, `open, due 2026-07-31`; empty where there is none.
std::string action_words(const Item* action, Date as_of) {
  if (action == nullptr) return "";
  const Value* done = action->find("done_on");
  if (done != nullptr && done->as_date() <= as_of) return "done on " + to_text(done->as_date());
  const std::string due = day_words(action, "due");
  return due.empty() ? "open" : "open, due " + due;
}

void add_actions(const States& states, const Counterparts& risk, Differences& out) {
  for (const Counterparts& action : action_counterparts(risk)) {
    Difference difference = difference_of(DifferenceKind::risk, risk);
    difference.place = action.any().place();
    difference.what = fmt::format("action: {}", action.any().text("text"));
    difference.from = action_words(action.before, states.before.as_of());
    difference.to = action_words(action.after, states.after.as_of());
    if (difference.from == difference.to) continue;
    const bool is_done = difference.to.starts_with("done");
    difference.event = is_done ? "action done" : "action moved";
    if (difference.from.empty() && !is_done) difference.event = "action added";
    if (is_done) difference.turn = Turn::better;
    if (difference.to.empty()) {
      difference.event = "action dropped";
      difference.turn = difference.from.starts_with("open") ? Turn::worse : Turn::neutral;
    } else if (!is_done && difference.from.starts_with("done")) {
      difference.event = "action opened again";
      difference.turn = Turn::worse;
    } else if (!is_done && !difference.from.empty() && difference.from < difference.to) {
      difference.event = "action put off";
      difference.turn = Turn::worse;
    }
    out.push_back(std::move(difference));
  }
}

}  // namespace

void add_risks(const States& states, const Counterparts& pair, Differences& out) {
  for (const Counterparts& risk : part_counterparts(pair, "risks")) {
    if (risk.any().kind != &kinds::risk) continue;
    add_level(states, risk, out);
    const bool stays_open = standing_of(states.before, risk.before) == Standing::open &&
                            standing_of(states.after, risk.after) == Standing::open;
    if (!stays_open) continue;
    add_acceptance(states, risk, out);
    add_review(risk, out);
    add_taken(states, risk, out);
    add_actions(states, risk, out);
  }
}

}  // namespace brm
