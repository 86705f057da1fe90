// Outcomes, corrections, stopped work and lessons, and what comes from outside.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "assess/horizon.h"
#include "assess/lesson.h"
#include "assess/radar.h"
#include "base/spelling.h"
#include "model/technology_fields.h"
#include "reports/handover_tables.h"
#include "reports/long_tables.h"
#include "reports/words.h"

namespace brm::handover {
namespace {

using Outcomes = std::vector<const Item*>;

Outcomes outcomes_of(const Scope& scope) {
  scope.assessed().judge_outcomes();
  Outcomes out = promised_outcomes(scope.assessed());
  std::erase_if(out, [&](const Item* item) { return !scope.concerns(*item); });
  return out;
}

std::string text(std::string_view words) { return std::string(words); }

/// Goalposts moved on or before the day.
std::size_t moves_of(const Item& outcome, Date as_of) {
  std::size_t moves = 0;
  for (const auto revision : Of<kinds::outcome>(outcome).get<"revisions">()) {
    const auto date = revision.get<"date">();
    if (date && date->value <= as_of) ++moves;
  }
  return moves;
}

}  // namespace

Table promised(const Scope& scope) {
  struct Row {
    const Item* outcome;
    Proof proof;
  };
  std::vector<Row> rows;
  for (const Item* outcome : outcomes_of(scope)) {
    Proof proof = proof_of(scope.assessed(), *outcome);
    if (proof.what != Proof::What::settled) rows.push_back({outcome, std::move(proof)});
  }
  // What can never be proven comes last.
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    if (a.proof.points.empty() || b.proof.points.empty()) {
      return a.proof.points.size() > b.proof.points.size();
    }
    return a.proof.points.back() < b.proof.points.back();
  });
  Table table{"promised",
              "",
              {column("provable", "provable", Holds::date),
               column("title", "what was promised", Holds::text, Room::shrink),
               column("beneficiary", "to whom"), column("owner", "owner"),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No outcome that is still to be proven is on record here."};
  table.most = most_rows;
  table.rest = "`brm list outcomes --sort due` has them all";
  add_rows(table, rows.size(), [&](std::size_t i) {
    const Row& row = rows[i];
    const Of<kinds::outcome> outcome(*row.outcome);
    std::optional<Date> day;
    if (!row.proof.points.empty()) day = row.proof.points.back();
    // What can be proven already can be proven today.
    if (day && row.proof.what == Proof::What::held) day = std::max(*day, scope.assessed().as_of());
    return row_of(date_cell(day), cell(text(title_of(*row.outcome)), Tone::strong),
                  cell(text(outcome.text<"beneficiary">())), cell(text(outcome.text<"owner">())),
                  cell(address_of(*row.outcome)));
  });
  return table;
}

std::vector<std::string> words_on_promised(const Table& promised, Date as_of) {
  std::size_t today = 0;
  std::size_t dateless = 0;
  std::size_t to_nobody = 0;
  for (const auto& row : promised.rows) {
    const Date* day = std::get_if<Date>(&row[0].value);
    today += day != nullptr && *day == as_of ? 1U : 0U;
    dateless += day == nullptr ? 1U : 0U;
    const auto* party = std::get_if<std::string>(&row[2].value);
    to_nobody += party == nullptr || party->empty() ? 1U : 0U;
  }
  std::vector<std::string> out;
  if (today > 0) {
    out.push_back(
        fmt::format("{} be proven today: what is to hold a level is judged by what was "
                    "measured so far.",
                    counted(today, "outcome can", "outcomes can")));
  }
  if (dateless > 0) {
    out.push_back(
        fmt::format("{} cannot be proven on any day that is known: a target, a due date "
                    "or a rhythm of measuring is missing.",
                    counted(dateless, "outcome")));
  }
  if (to_nobody > 0) {
    out.push_back(fmt::format("{} nobody to whom it was promised.",
                              counted(to_nobody, "outcome names", "outcomes name")));
  }
  return out;
}

Table outcomes(const Scope& scope) {
  const Assessment& assessed = scope.assessed();
  std::vector<JudgedOutcome> found;
  for (const Item* item : outcomes_of(scope)) found.push_back({item, &assessed.outcome(*item)});
  std::stable_sort(found.begin(), found.end(), [](const JudgedOutcome& a, const JudgedOutcome& b) {
    return a.judgement->verdict < b.judgement->verdict;
  });
  Table table{"outcomes",
              "",
              {column("verdict", "verdict"), column("grade", "evidence"),
               column("title", "outcome", Holds::text, Room::shrink),
               column("measured", "measured", Holds::date),
               column("moves", "goalposts moved", Holds::whole),
               column("reason", "reason", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No outcome is on record here."};
  table.most = most_rows;
  table.rest = "`brm report outcomes` has them all";
  // Without a revision on record nobody can say that none was moved.
  const bool has_moves = !assessed.portfolio().all(kinds::revision).empty();
  add_rows(table, found.size(), [&](std::size_t i) {
    const auto& [item, judgement] = found[i];
    return row_of(verdict_cell(judgement->verdict), cell(text(to_text(judgement->grade))),
                  cell(text(title_of(*item)), Tone::strong), date_cell(judgement->measured),
                  has_moves ? cell(moves_of(*item, assessed.as_of())) : Cell{},
                  cell(judgement->reason), cell(address_of(*item)));
  });
  return table;
}

Table corrections(const Scope& scope) {
  const Date as_of = scope.assessed().as_of();
  Table table{"corrections",
              "",
              {column("review_on", "review on", Holds::date), column("type", "type"),
               column("decision", "decision", Holds::text, Room::shrink),
               column("because", "because", Holds::text, Room::below),
               column("date", "decided on", Holds::date, Room::data),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No correction that waits for its result is on record here."};
  std::vector<const Item*> items = scope.all(kinds::correction);
  // Without a day of review they come first: somebody has to set one.
  std::stable_sort(items.begin(), items.end(), [](const Item* a, const Item* b) {
    const auto review_of = [](const Item& item) {
      const auto review = Of<kinds::correction>(item).get<"review_on">();
      return review ? review->value : Date{std::numeric_limits<std::int32_t>::min()};
    };
    return review_of(*a) < review_of(*b);
  });
  for (const Item* item : items) {
    const Of<kinds::correction> correction(*item);
    const auto date = correction.get<"date">();
    const auto result = correction.get<"result">();
    const auto found = result ? result->get<"date">() : std::nullopt;
    if (date && date->value > as_of) continue;
    if (result && (!found || found->value <= as_of)) continue;
    const auto review = correction.get<"review_on">();
    const bool is_late = review && review->value < as_of;
    table.rows.push_back({review ? Cell{review->value, is_late ? Tone::bad : Tone::plain} : Cell{},
                          cell(text(correction.text<"type">())),
                          cell(text(correction.text<"decision">()), Tone::strong),
                          cell(text(correction.text<"because">())),
                          date ? date_cell(date->value) : Cell{}, cell(address_of(*item))});
  }
  return table;
}

Table stopped(const Scope& scope) {
  Table table{
      "stopped",
      "Stopped: do not begin again without reading",
      {column("date", "stopped on", Holds::date),
       column("title", "initiative", Holds::text, Room::shrink), column("successor", "goes on as"),
       column("reason", "reason", Holds::text, Room::below),
       column("lesson", "lesson", Holds::text, Room::below),
       column("id", "id", Holds::text, Room::data)},
      {},
      "No stopped initiative is on record here."};
  for (const Item* item : scope.all(kinds::initiative)) {
    const auto stop = Of<kinds::initiative>(*item).get<"stopped">();
    const auto date = stop ? stop->get<"date">() : std::nullopt;
    if (!stop || (date && date->value > scope.assessed().as_of())) continue;
    table.rows.push_back({date ? date_cell(date->value) : Cell{},
                          cell(text(title_of(*item)), Tone::strong),
                          cell(text(stop->text<"successor">())), cell(text(stop->text<"reason">())),
                          cell(text(stop->text<"lesson">())), cell(text(item->id()))});
  }
  return table;
}

Table lessons(const Scope& scope) {
  const Date as_of = scope.assessed().as_of();
  Table table{"lessons",
              "Lessons",
              {column("date", "learned", Holds::date),
               column("recommendation", "recommendation", Holds::text, Room::shrink),
               column("applied", "used", Holds::whole), column("record", "from"),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No lesson is on record here."};
  for (const Item* item : scope.all(kinds::lesson)) {
    const Of<kinds::lesson> lesson(*item);
    const auto date = lesson.get<"date">();
    const LessonUse use = use_of(lesson, as_of);
    if (date && !use.is_known) continue;
    table.rows.push_back({date ? date_cell(date->value) : Cell{},
                          cell(text(lesson.text<"recommendation">()), Tone::strong),
                          cell(use.applied), cell(text(item->record().id())),
                          cell(address_of(*item))});
  }
  return table;
}

Table radar(const Scope& scope) {
  const Date as_of = scope.assessed().as_of();
  Table table{"radar",
              "",
              {column("kind", "what"), column("title", "title", Holds::text, Room::shrink),
               column("stands", "stands at"), column("review_by", "look again by", Holds::date),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No technology or signal is on record here."};
  const auto add = [&](const Item& item, std::string_view stands,
                       const std::optional<Located<Date>>& review) {
    const bool is_late = review && review->value < as_of;
    table.rows.push_back({cell(text(item.kind->name)), cell(text(title_of(item)), Tone::strong),
                          cell(text(stands)),
                          review ? Cell{review->value, is_late ? Tone::bad : Tone::plain} : Cell{},
                          cell(text(item.id()))});
  };
  for (const Item* item : scope.all(kinds::technology)) {
    const Of<kinds::technology> technology(*item);
    std::string_view ring;
    std::optional<Date> newest;
    for (const auto assessment : technology.get<"assessments">()) {
      const auto date = assessment.get<"date">();
      if (!date || date->value > as_of || (newest && date->value < *newest)) continue;
      newest = date->value;
      ring = assessment.text<"ring">();
    }
    add(*item, ring, technology.get<"review_by">());
  }
  for (const Item* item : scope.all(kinds::signal)) {
    const Of<kinds::signal> signal(*item);
    const auto date = signal.get<"date">();
    if (!judge_signal(signal, as_of).is_open || (date && date->value > as_of)) continue;
    add(*item, signal.text<"response">(), signal.get<"review_by">());
  }
  return table;
}

}  // namespace brm::handover
