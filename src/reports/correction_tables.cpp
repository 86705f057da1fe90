#include "reports/correction_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/unit_words.h"
#include "base/spelling.h"
#include "reports/words.h"

namespace brm::correction_tables {
namespace {

using Correction = Of<kinds::correction>;

/// `0.99 offices a month (3 points)`, `met 3 of 9`, `1 point`
std::string words_of(const Stretch& stretch, const CorrectedOutcome& outcome) {
  if (stretch.points == 0) return "no point";
  if (outcome.judging != Judging::reach) {
    return fmt::format("met {} of {}", stretch.met, stretch.points);
  }
  const std::string points = counted(stretch.points, "point");
  if (!stretch.a_month) return points;
  return fmt::format("{} ({})", change_a_month(to_fixed(*stretch.a_month, 2), outcome.unit),
                     points);
}

Tone tone_of(Change change) {
  constexpr Tone tones[] = {Tone::faint, Tone::bad, Tone::doubtful, Tone::good};
  return tones[static_cast<std::size_t>(change)];
}

/// What somebody said of it at the review.
std::string_view effective(const Correction& correction, CorrectionReview review) {
  const auto result = correction.get<"result">();
  if (!result || review != CorrectionReview::done) return {};
  return result->text<"effective">();
}

Cell a_month_cell(const Stretch& stretch) {
  return stretch.a_month ? Cell{rounded_to(*stretch.a_month, 4), Tone::plain} : Cell{};
}

std::vector<Cell> pace_cells(const LedgerEntry& entry, const CorrectedOutcome& outcome) {
  const Correction correction(*entry.correction);
  const bool is_counted = outcome.judging != Judging::reach;
  const auto met = [&](const Stretch& stretch) { return is_counted ? cell(stretch.met) : Cell{}; };
  const bool is_weak = outcome.grade == Grade::weak;
  return {text_cell(to_text(outcome.change), is_weak ? Tone::doubtful : tone_of(outcome.change)),
          text_cell(to_text(outcome.grade), is_weak ? Tone::doubtful : Tone::plain),
          text_cell(title_of(*outcome.outcome), Tone::strong),
          {entry.date, Tone::plain},
          text_cell(entry.correction->id()),
          cell(words_of(outcome.before, outcome)),
          cell(words_of(outcome.after, outcome)),
          text_cell(effective(correction, entry.review)),
          cell(address_of(*outcome.outcome)),
          cell(address_of(*entry.correction)),
          text_cell(outcome.unit),
          a_month_cell(outcome.before),
          cell(outcome.before.points),
          met(outcome.before),
          a_month_cell(outcome.after),
          cell(outcome.after.points),
          met(outcome.after)};
}

std::string about_words(const Correction& correction) {
  std::vector<std::string_view> names;
  for (const auto reference : correction.get<"about">()) names.push_back(reference.value);
  return names.empty() ? "" : "about " + join_and(names);
}

/// `reviewed 2026-01-15, said to be effective: yes; 28 of 29`
std::string review_words(const LedgerEntry& entry, Date as_of) {
  const Correction correction(*entry.correction);
  const auto day = correction.get<"review_on">();
  switch (entry.review) {
    case CorrectionReview::no_day:
      return "no day is set on which somebody looks whether it helped";
    case CorrectionReview::ahead:
      return fmt::format("review due {}", to_text(day->value));
    case CorrectionReview::overdue:
      return fmt::format("review was due {}, {} ago", to_text(day->value),
                         counted(static_cast<std::size_t>(as_of - day->value), "day"));
    case CorrectionReview::done:
      break;
  }
  const auto result = correction.get<"result">();
  const auto date = result->get<"date">();
  std::string out = date ? fmt::format("reviewed {}", to_text(date->value)) : "reviewed";
  if (result->has<"effective">()) {
    out += fmt::format(", effective: {}", result->text<"effective">());
  }
  return out;
}

struct Wrong {
  const Item* outcome = nullptr;
  Uncorrected found;
};

}  // namespace

Table uncorrected(const Assessment& assessed) {
  std::vector<Wrong> found;
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    if (const auto wrong = brm::uncorrected(assessed, *outcome)) found.push_back({outcome, *wrong});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Wrong& a, const Wrong& b) { return a.found.since < b.found.since; });
  Table table{
      "uncorrected",
      "",
      {column("id", "id", Holds::text, Room::data), column("verdict", "verdict"),
       column("since", "since", Holds::date), column("days", "days", Holds::whole),
       column("title", "outcome", Holds::text, Room::shrink),
       column("initiative", "initiative", Holds::text, Room::shrink), column("owner", "owner"),
       column("reason", "reason", Holds::text, Room::below),
       column("place", "place", Holds::text, Room::below)},
      {},
      fmt::format(
          "No outcome of live work has been missed, off track or worsening for "
          "more than {} without a correction.",
          counted(static_cast<std::size_t>(assessed.policy().whole<"correction_days">()), "day"))};
  for (const auto& [outcome, wrong] : found) {
    const Judgement& judgement = assessed.outcome(*outcome);
    table.rows.push_back({cell(address_of(*outcome)),
                          verdict_cell(judgement.verdict),
                          {wrong.since, Tone::plain},
                          {static_cast<std::int64_t>(wrong.days), Tone::bad},
                          text_cell(title_of(*outcome), Tone::strong),
                          text_cell(outcome->record().id()),
                          text_cell(Of<kinds::outcome>(*outcome).text<"owner">()),
                          cell(judgement.reason),
                          place_cell(assessed.portfolio(), judgement.proof)});
  }
  return table;
}

Table unreviewed(const Assessment& assessed, const Ledger& ledger) {
  Table table{
      "unreviewed",
      "",
      {column("review_on", "review due", Holds::date), column("days", "days", Holds::whole),
       column("correction", "correction"),
       column("initiative", "initiative", Holds::text, Room::shrink),
       column("decided_by", "decided by"), column("decision", "decision", Holds::text, Room::below),
       column("place", "place", Holds::text, Room::below),
       column("id", "id", Holds::text, Room::data)},
      {},
      ledger.empty() ? "" : "No review of a correction is overdue."};
  for (const LedgerEntry& entry : ledger) {
    if (entry.review != CorrectionReview::overdue) continue;
    const Correction correction(*entry.correction);
    const auto day = correction.get<"review_on">();
    table.rows.push_back({{day->value, Tone::doubtful},
                          {static_cast<std::int64_t>(assessed.as_of() - day->value), Tone::bad},
                          text_cell(entry.correction->id(), Tone::strong),
                          text_cell(entry.correction->record().id()),
                          text_cell(correction.text<"decided_by">()),
                          text_cell(closed(correction.text<"decision">())),
                          place_cell(assessed.portfolio(), day->span),
                          cell(address_of(*entry.correction))});
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
    return std::get<Date>(a[0].value) < std::get<Date>(b[0].value);
  });
  return table;
}

Table paces(const Ledger& ledger) {
  Table table{"paces",
              "",
              {column("change", "pace"), column("grade", "evidence"),
               column("title", "outcome", Holds::text, Room::shrink),
               column("date", "corrected", Holds::date),
               column("correction", "correction", Holds::text, Room::data),
               column("before", "before", Holds::text, Room::shrink),
               column("after", "after", Holds::text, Room::shrink),
               column("effective", "said to help"), column("id", "id", Holds::text, Room::data),
               column("correction_id", "correction id", Holds::text, Room::data),
               column("unit", "unit", Holds::text, Room::data),
               column("before_a_month", "before a month", Holds::number, Room::data),
               column("before_points", "points before", Holds::whole, Room::data),
               column("before_met", "met before", Holds::whole, Room::data),
               column("after_a_month", "after a month", Holds::number, Room::data),
               column("after_points", "points after", Holds::whole, Room::data),
               column("after_met", "met after", Holds::whole, Room::data)},
              {},
              ledger.empty() ? "" : "No correction here is about an outcome."};
  for (const LedgerEntry& entry : ledger) {
    for (const CorrectedOutcome& outcome : entry.outcomes) {
      table.rows.push_back(pace_cells(entry, outcome));
    }
  }
  return table;
}

Table ledger(const Assessment& assessed, const Ledger& ledger) {
  Table table{"ledger",
              "",
              {column("date", "date", Holds::date), column("type", "type"),
               column("correction", "correction", Holds::text, Room::shrink),
               column("initiative", "initiative", Holds::text, Room::shrink),
               column("decided_by", "decided by"), column("review", "review"),
               column("about", "about", Holds::text, Room::below),
               column("trigger", "trigger", Holds::text, Room::below),
               column("decision", "decision", Holds::text, Room::below),
               column("because", "because", Holds::text, Room::below),
               column("review_words", "what came of it", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("review_on", "review on", Holds::date, Room::data),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No correction was recorded by then."};
  for (const LedgerEntry& entry : ledger) {
    const Correction correction(*entry.correction);
    const auto day = correction.get<"review_on">();
    const bool is_late = entry.review == CorrectionReview::overdue;
    const std::string_view because = closed(correction.text<"because">());
    table.rows.push_back(
        {{entry.date, Tone::plain},
         text_cell(correction.text<"type">()),
         text_cell(entry.correction->id(), Tone::strong),
         text_cell(entry.correction->record().id()),
         text_cell(correction.text<"decided_by">()),
         text_cell(to_text(entry.review), is_late ? Tone::bad : Tone::plain),
         cell(about_words(correction)),
         text_cell(correction.text<"trigger">()),
         text_cell(closed(correction.text<"decision">()), Tone::strong),
         cell(because.empty() ? std::string() : fmt::format("because: {}", because)),
         cell(review_words(entry, assessed.as_of()), is_late ? Tone::doubtful : Tone::plain),
         place_cell(assessed.portfolio(), entry.correction->place()),
         day ? Cell{day->value, Tone::plain} : Cell{},
         cell(address_of(*entry.correction))});
  }
  return table;
}

}  // namespace brm::correction_tables
