// What outcomes are judged by, due days and thresholds that are others than before, and the verdict
// under both.
#include <fmt/format.h>

#include <algorithm>

#include "assess/difference_parts.h"
#include "assess/goalposts.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

bool starts_any(std::string_view path, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view each) { return path.starts_with(each); });
}

std::string trimmed(std::string_view prose) {
  return std::string(prose.substr(0, prose.find_last_not_of(" \n") + 1));
}

/// Why it was moved, where an entry that was not there before says so.
std::string reason_given(const Counterparts& outcome, std::string_view path) {
  for (const Counterparts& revision : part_counterparts(outcome, "revisions")) {
    if (revision.before != nullptr) continue;
    const Of<kinds::revision> entry(*revision.after);
    const std::string_view field = entry.text<"field">();
    if (!field.empty() && path.starts_with(field)) return trimmed(entry.text<"because">());
  }
  return "";
}

/// Whether it is again what an entry of revisions says that it was.
bool is_restored(const Item& outcome, const WrittenChange& change) {
  for (const auto revision : Of<kinds::outcome>(outcome).get<"revisions">()) {
    const bool is_of_it = revision.text<"field">() == change.path;
    if (is_of_it && revision.text<"from">() == change.to) return true;
  }
  return false;
}

void set_event(Difference& out) {
  out.event = out.from.empty() ? "set" : (out.to.empty() ? "removed" : "moved");
}

/// What was moved without a word is worse where it may look better for it.
void set_turn(const Counterparts& outcome, const WrittenChange& change, Difference& out) {
  out.note = reason_given(outcome, change.path);
  if (!out.note.empty() || change.from.empty()) return;
  out.note = "no entry of revisions says why";
  if (is_restored(*outcome.after, change)) {
    out.event = "moved back";
  } else if (ease_of(change, *outcome.before, *outcome.after) != Ease::harder) {
    out.turn = Turn::worse;
  }
}

void add_outcome(const States& states, const Counterparts& outcome, Differences& out) {
  std::vector<WrittenChange> changes = written_changes(outcome.before, outcome.after);
  std::erase_if(changes, [](const WrittenChange& change) {
    return !is_goalpost(change) && change.path != "commitment";
  });
  if (changes.empty()) return;
  const Judgement old =
      judge_by_older(*outcome.before, *outcome.after, states.after.as_of(), states.after.policy());
  const Judgement& now = states.after.outcome(*outcome.after);
  for (WrittenChange& change : changes) {
    Difference difference = difference_of(DifferenceKind::goalpost, outcome);
    difference.from = change.from;
    difference.to = change.to;
    set_event(difference);
    set_turn(outcome, change, difference);
    if (is_goalpost(change)) {
      difference.why_from = old.reason;
      difference.why_to = now.reason;
      difference.under_old = old.verdict;
      difference.under_new = now.verdict;
    }
    difference.what = std::move(change.path);
    out.push_back(std::move(difference));
  }
}

/// What a title promises may be another thing without any figure being moved.
void add_title(const Counterparts& pair, Differences& out) {
  Difference difference = difference_of(DifferenceKind::goalpost, pair);
  difference.from = pair.before->text("title");
  difference.to = pair.after->text("title");
  if (difference.from == difference.to) return;
  difference.event = "reworded";
  difference.what = "title";
  out.push_back(std::move(difference));
}

std::optional<Located<Date>> day_in(const Item& item, std::string_view field) {
  const Value* value = item.find(field);
  if (value == nullptr) return std::nullopt;
  return Located<Date>{value->as_date(), item.span_of(*value)};
}

/// A day that was promised, and which way it went.
void add_day(const Counterparts& pair, std::string_view field, std::string note, Differences& out) {
  if (!pair.is_in_both()) return;
  const auto from = day_in(*pair.before, field);
  const auto to = day_in(*pair.after, field);
  Difference difference = difference_of(DifferenceKind::goalpost, pair);
  difference.what = field;
  if (from) difference.from = to_text(from->value);
  if (to) difference.to = to_text(to->value);
  if (difference.from == difference.to) return;
  set_event(difference);
  if (from && to) difference.turn = to->value < from->value ? Turn::better : Turn::worse;
  difference.note = std::move(note);
  if (to) difference.place = to->span;
  out.push_back(std::move(difference));
}

void add_milestone(const Counterparts& milestone, Differences& out) {
  std::string because;
  for (const Counterparts& revision : part_counterparts(milestone, "revised")) {
    if (revision.before != nullptr) continue;
    because = trimmed(Of<kinds::milestone_revision>(*revision.after).text<"because">());
  }
  add_day(milestone, "due", because.empty() ? "no entry of revised says why" : because, out);
}

/// Every threshold moves goalposts of its own.
void add_policy(const Counterparts& office, Differences& out) {
  for (WrittenChange& change : written_changes(office.before, office.after)) {
    if (!starts_any(change.path, {"policy.", "scales."})) continue;
    Difference difference = difference_of(DifferenceKind::goalpost, office);
    const std::string_view name = std::string_view(change.path).substr(change.path.find('.') + 1);
    const std::size_t index = kinds::policy.index_of(name);
    const bool is_number = change.path.starts_with("policy.") && index < kinds::policy.size();
    const std::string implied(is_number ? kinds::policy.field(index).implied : "");
    difference.from = change.from.empty() ? implied : change.from;
    difference.to = change.to.empty() ? implied : change.to;
    if (difference.from == difference.to) continue;
    set_event(difference);
    difference.what = std::move(change.path);
    out.push_back(std::move(difference));
  }
}

/// A target or how often it is measured, of a service level: `service_levels.up.target.at_least`.
bool is_of_level(const WrittenChange& change) {
  constexpr std::string_view list = "service_levels.";
  if (!change.path.starts_with(list)) return false;
  const std::size_t id_end = change.path.find('.', list.size());
  if (id_end == std::string::npos) return false;
  return is_goalpost({change.path.substr(id_end + 1), change.from, change.to});
}

/// What was agreed: until when, for how much, and when notice is due.
void add_agreements(const Counterparts& party, Differences& out) {
  for (const Counterparts& agreement : part_counterparts(party, "agreements")) {
    if (!agreement.is_in_both()) continue;
    for (WrittenChange& change : written_changes(agreement.before, agreement.after)) {
      const bool is_term =
          change.path == "value" || starts_any(change.path, {"period.", "renewal."});
      if (!is_term && !is_of_level(change)) continue;
      Difference difference = difference_of(DifferenceKind::goalpost, agreement);
      difference.from = std::move(change.from);
      difference.to = std::move(change.to);
      set_event(difference);
      difference.what = std::move(change.path);
      out.push_back(std::move(difference));
    }
  }
}

}  // namespace

void add_goalposts(const States& states, const Counterparts& pair, Differences& out) {
  if (pair.before == pair.after) return;
  if (pair.any().kind == &kinds::initiative) {
    for (const Counterparts& outcome : outcome_counterparts(states, pair)) {
      if (!outcome.is_in_both()) continue;
      add_outcome(states, outcome, out);
      add_title(outcome, out);
    }
  }
  if (!pair.is_in_both()) return;
  if (pair.any().kind == &kinds::office) add_policy(pair, out);
  if (pair.any().kind == &kinds::relationship) add_agreements(pair, out);
  if (pair.any().kind != &kinds::initiative) return;
  for (const Counterparts& milestone : part_counterparts(pair, "milestones")) {
    if (!milestone.is_in_both()) continue;
    add_milestone(milestone, out);
    add_title(milestone, out);
  }
  add_day(pair, "end", "", out);
}

}  // namespace brm
