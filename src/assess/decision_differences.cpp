// Decisions, corrections and statuses that are others than before, and records that came or went.
#include <fmt/format.h>

#include <array>
#include <map>

#include "assess/agreement_term.h"
#include "assess/correction.h"
#include "assess/difference_parts.h"
#include "assess/governance.h"
#include "base/folding.h"
#include "model/people_fields.h"
#include "model/technology_fields.h"

namespace brm {
namespace {

void add_words(DifferenceKind kind, const Counterparts& pair, std::string what, std::string from,
               std::string to, std::string event, Differences& out) {
  if (from == to) return;
  Difference difference = difference_of(kind, pair);
  difference.what = std::move(what);
  difference.event = std::move(event);
  difference.from = std::move(from);
  difference.to = std::move(to);
  out.push_back(std::move(difference));
}

/// `accepted`; empty where it was not brought up by then.
std::string decision_words(const Item* item, Date as_of) {
  if (item == nullptr) return "";
  const Of<kinds::decision> decision(*item);
  const auto found = find_decision(decision, as_of);
  if (!found) return "";
  if (found->is_open) return "open";
  const std::string_view status = decision.text<"status">();
  return status.empty() ? "decided" : std::string(status);
}

void add_body(const States& states, const Counterparts& body, Differences& out) {
  // By id over all meetings: a question may be moved to the next one.
  std::map<std::string, Counterparts> by_name;
  std::vector<std::string> order;
  for (const Counterparts& meeting : part_counterparts(body, "meetings")) {
    for (const Counterparts& decision : part_counterparts(meeting, "decisions")) {
      const auto add = [&](const Item* item, const Item* Counterparts::*side) {
        if (item == nullptr) return;
        const std::string_view id = item->id();
        const std::string name(id.empty() ? Of<kinds::decision>(*item).text<"what">() : id);
        const auto [found, is_new] = by_name.try_emplace(name);
        if (is_new) order.push_back(name);
        if (found->second.*side == nullptr) found->second.*side = item;
      };
      add(decision.before, &Counterparts::before);
      add(decision.after, &Counterparts::after);
    }
  }
  for (const std::string& name : order) {
    const Counterparts& decision = by_name[name];
    std::string from = decision_words(decision.before, states.before.as_of());
    std::string to = decision_words(decision.after, states.after.as_of());
    std::string event = to.empty() ? "taken away" : (to == "open" ? "brought up" : to);
    add_words(DifferenceKind::decision, decision, "decision", std::move(from), std::move(to),
              std::move(event), out);
  }
}

/// `adopt`, `undecided`; empty where there is none.
std::string experiment_words(const Item* item) {
  if (item == nullptr) return "";
  const std::string_view decision = Of<kinds::experiment>(*item).text<"decision">();
  return decision.empty() ? "undecided" : std::string(decision);
}

void add_experiment(const Counterparts& experiment, Differences& out) {
  std::string from = experiment_words(experiment.before);
  std::string to = experiment_words(experiment.after);
  std::string event = to == "undecided" ? (from.empty() ? "new" : "taken back") : to;
  if (to.empty()) event = "taken away";
  add_words(DifferenceKind::decision, experiment, "experiment", std::move(from), std::move(to),
            std::move(event), out);
}

/// `review ahead`, `review overdue`, `effective: partly`; empty where it was not decided by then.
std::string correction_words(const Item* item, Date as_of) {
  if (item == nullptr) return "";
  const Of<kinds::correction> correction(*item);
  if (!is_decided(correction, as_of)) return "";
  const CorrectionReview review = review_of(correction, as_of);
  if (review == CorrectionReview::no_day) return "decided, without a day of review";
  if (review != CorrectionReview::done) return fmt::format("review {}", to_text(review));
  const auto result = correction.get<"result">();
  const std::string_view effective = result ? result->text<"effective">() : "";
  return effective.empty() ? "result seen" : fmt::format("effective: {}", effective);
}

void add_correction(const States& states, const Counterparts& correction, Differences& out) {
  const std::string from = correction_words(correction.before, states.before.as_of());
  const std::string to = correction_words(correction.after, states.after.as_of());
  if (from == to) return;
  const bool is_overdue = to == "review overdue";
  const bool is_seen = to.starts_with("effective") || to == "result seen";
  std::string event = from.empty() ? "decided" : (is_overdue ? "overdue" : "other");
  if (is_seen) event = "result seen";
  if (to.empty()) event = "taken away";
  add_words(DifferenceKind::correction, correction,
            std::string(Of<kinds::correction>(correction.any()).text<"type">()), from, to,
            std::move(event), out);
  if (is_overdue) out.back().turn = Turn::worse;
  if (to == "effective: yes") out.back().turn = Turn::better;
  if (to == "effective: no") out.back().turn = Turn::worse;
}

/// Fields that say where a record stands.
struct StatusField {
  const Kind* kind;
  std::string_view name;
};
constexpr std::array status_fields{
    StatusField{&kinds::initiative, "status"}, StatusField{&kinds::relationship, "status"},
    StatusField{&kinds::relationship, "stage"}, StatusField{&kinds::relationship, "tier"},
    StatusField{&kinds::signal, "response"}};

/// Of an outcome that came from another initiative: how it was judged there, and is here.
void add_moved_outcome(const States& states, const Counterparts& pair, const Counterparts& outcome,
                       Differences& out) {
  if (!outcome.is_in_both()) return;
  const Item& from = outcome.before->record();
  if (&from == pair.before) return;
  add_words(DifferenceKind::record, outcome, "outcome", std::string(from.id()),
            std::string(outcome.after->record().id()), "moved", out);
  if (from.id() == outcome.after->record().id()) return;  // two of one id
  out.back().note =
      fmt::format("moved from {}; it was {} there, and is {} here", from.text("title"),
                  plain_word(to_text(states.before.outcome(*outcome.before).verdict)),
                  plain_word(to_text(states.after.outcome(*outcome.after).verdict)));
}

std::string written_word(const Item& item, std::string_view name) {
  const std::size_t index = item.kind->index_of(name);
  const Value* value = item.find(index);
  return std::string(value == nullptr ? item.kind->field(index).implied : value->as_text());
}

/// The ring of the newest assessment by then.
std::string ring_of(const Item& technology, Date as_of) {
  std::optional<Date> newest;
  std::string ring;
  for (const auto each : Of<kinds::technology>(technology).get<"assessments">()) {
    const auto date = each.get<"date">();
    if (!date || date->value > as_of || (newest && date->value < *newest)) continue;
    newest = date->value;
    ring = each.text<"ring">();
  }
  return ring;
}

/// `active`, `in_notice_window`, or how it ended; empty where it is not there.
std::string term_words(const Assessment& assessed, const Item* item) {
  if (item == nullptr) return "";
  const Of<kinds::agreement> agreement(*item);
  const AgreementTerm term = agreement_term(agreement, assessed.as_of(), assessed.policy());
  return std::string(term.is_closed ? agreement.text<"final_status">() : to_text(term.state));
}

/// What is said no more of an initiative that went, and first of one that came.
void add_last_verdict(const States& states, const Counterparts& pair, Differences& out) {
  if (pair.any().kind != &kinds::initiative || out.empty()) return;
  const bool is_gone = pair.after == nullptr;
  const Assessment& state = is_gone ? states.before : states.after;
  const InitiativeJudgement& judged = state.initiative(pair.any());
  if (judged.verdict == Verdict::none) return;
  Difference& difference = out.back();
  difference.note = fmt::format("{} {}: {}", is_gone ? "it was" : "it is",
                                plain_word(to_text(judged.verdict)), judged.reason);
  if (is_gone && words_of(judged.verdict).mood == Mood::bad) difference.turn = Turn::worse;
}

void add_renamed(const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both()) return;
  add_words(DifferenceKind::record, pair, std::string(pair.any().kind->name),
            std::string(pair.before->id()), std::string(pair.after->id()), "renamed", out);
}

}  // namespace

void add_decisions(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both()) return;
  if (pair.any().kind == &kinds::body) add_body(states, pair, out);
  if (pair.any().kind != &kinds::initiative) return;
  for (const Counterparts& experiment : part_counterparts(pair, "experiments")) {
    add_experiment(experiment, out);
  }
}

void add_corrections(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both() || pair.any().kind != &kinds::initiative) return;
  for (const Counterparts& correction : part_counterparts(pair, "corrections")) {
    add_correction(states, correction, out);
  }
}

void add_statuses(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both()) return;
  for (const auto& [kind, name] : status_fields) {
    if (pair.any().kind != kind) continue;
    add_words(DifferenceKind::status, pair, std::string(name), written_word(*pair.before, name),
              written_word(*pair.after, name), "other", out);
  }
  if (pair.any().kind == &kinds::relationship) {
    for (const Counterparts& agreement : part_counterparts(pair, "agreements")) {
      std::string to = term_words(states.after, agreement.after);
      std::string event = agreement.before == nullptr ? "new" : (to.empty() ? "gone" : "other");
      add_words(DifferenceKind::status, agreement, "agreement",
                term_words(states.before, agreement.before), std::move(to), std::move(event), out);
    }
  }
  if (pair.any().kind != &kinds::technology) return;
  add_words(DifferenceKind::status, pair, "ring", ring_of(*pair.before, states.before.as_of()),
            ring_of(*pair.after, states.after.as_of()), "other", out);
}

void add_records(const States& states, const Counterparts& pair, Differences& out) {
  const auto path_of = [](const Assessment& assessed, const Item* record) {
    return record == nullptr ? "" : assessed.portfolio().file(record->file).path();
  };
  std::string from = path_of(states.before, pair.before);
  std::string to = path_of(states.after, pair.after);
  if (pair.is_in_both() && pair.before->kind != pair.after->kind) {
    return add_words(DifferenceKind::record, pair, "kind", std::string(pair.before->kind->name),
                     std::string(pair.after->kind->name), "of another kind", out);
  }
  std::string event = from.empty() ? "added" : (to.empty() ? "removed" : "moved");
  const bool is_one_sided = !pair.is_in_both();
  add_words(DifferenceKind::record, pair, std::string(pair.any().kind->name), std::move(from),
            std::move(to), std::move(event), out);
  if (is_one_sided) add_last_verdict(states, pair, out);
  if (pair.before == pair.after) return;
  if (pair.any().kind == &kinds::initiative) {
    for (const Counterparts& outcome : outcome_counterparts(states, pair)) {
      add_moved_outcome(states, pair, outcome, out);
      add_renamed(outcome, out);
    }
  }
  if (is_one_sided) return;
  add_renamed(pair, out);
  for (const std::string_view list : {"milestones", "risks"}) {
    for (const Counterparts& each : part_counterparts(pair, list)) add_renamed(each, out);
  }
}

}  // namespace brm
