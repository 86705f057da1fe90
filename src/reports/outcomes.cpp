#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "model/status.h"
#include "reports/long_tables.h"
#include "reports/outcome_charts.h"
#include "reports/outcome_test_table.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

struct OutcomeRow {
  const Item* outcome = nullptr;
  const Judgement* judgement = nullptr;
  bool is_closed = false;  ///< Nobody can still turn an outcome of finished work.
};

/// The outcomes that `where` chooses, those of live work first, worst first; of one verdict in the
/// order they were written.
std::vector<OutcomeRow> compute_outcomes(const Assessment& assessed, const Where& where) {
  std::vector<OutcomeRow> rows;
  assessed.judge_outcomes();
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    if (!where.holds(assessed, *outcome)) continue;
    rows.push_back({outcome, &assessed.outcome(*outcome), is_over(*outcome, assessed.as_of())});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const OutcomeRow& a, const OutcomeRow& b) {
    if (a.is_closed != b.is_closed) return b.is_closed;
    return a.judgement->verdict < b.judgement->verdict;
  });
  return rows;
}

/// `9.5 % of the way, 15.8 % planned` is in the reason; what to do about it stands here.
std::string pace_words(const Judgement& judgement) {
  std::string out = judgement.pace_needed;
  if (!judgement.arrival) return out;
  const auto& [earliest, latest] = *judgement.arrival;
  if (earliest) {
    out += fmt::format("; at the slopes seen it arrives {} to {}", to_text(*earliest),
                       latest ? to_text(*latest) : "never");
  } else {
    out += "; at the slopes seen it never arrives";
  }
  return out;
}

std::vector<Cell> cells_of(const OutcomeRow& row, Cell place, Date as_of) {
  const Of<kinds::outcome> outcome(*row.outcome);
  const Judgement& judgement = *row.judgement;
  const std::string status(status_on(Of<kinds::initiative>(row.outcome->record()), as_of));
  const auto number = [](const std::optional<Rational>& share) {
    return share ? Cell{floored_to(*share, 4), Tone::plain} : Cell{};
  };
  return row_of(
      verdict_cell(judgement.verdict), cell(std::string(to_text(judgement.grade))),
      cell(std::string(title_of(*row.outcome)), Tone::strong),
      cell(std::string(row.outcome->record().id())), cell(status),
      cell(std::string(outcome.text<"owner">())), date_cell(judgement.due), cell(judgement.reason),
      cell(pace_words(judgement)),
      cell(row.is_closed ? fmt::format("of an initiative that is {}", status) : std::string()),
      std::move(place), cell(address_of(*row.outcome)), date_cell(judgement.measured),
      cell(judgement.points), number(judgement.progress), number(judgement.planned),
      number(judgement.pace));
}

Table empty_table() {
  return {"outcomes",
          "",
          {column("verdict", "verdict"), column("grade", "evidence"),
           column("title", "outcome", Holds::text, Room::shrink),
           column("initiative", "initiative", Holds::text, Room::shrink),
           column("initiative_status", "status", Holds::text, Room::data), column("owner", "owner"),
           column("due", "due", Holds::date), column("reason", "reason", Holds::text, Room::below),
           column("pace_words", "pace", Holds::text, Room::below),
           column("note", "note", Holds::text, Room::below),
           column("place", "place", Holds::text, Room::below),
           column("id", "id", Holds::text, Room::data),
           column("measured", "measured", Holds::date, Room::data),
           column("points", "points", Holds::whole, Room::data),
           column("progress", "progress", Holds::number, Room::data),
           column("planned", "planned", Holds::number, Room::data),
           column("pace", "pace", Holds::number, Room::data)},
          {},
          "No outcome is recorded."};
}

std::string next_step(const std::vector<OutcomeRow>& rows) {
  if (rows.empty()) return "";
  if (rows.front().is_closed) return "Every outcome here is of finished work.";
  const VerdictWords& words = words_of(rows.front().judgement->verdict);
  if (words.mood == Mood::good) return "Every outcome of live work here is on track or achieved.";
  return fmt::format("Look first at {} ({}):\n    brm show {}", title_of(*rows.front().outcome),
                     words.name, address_of(*rows.front().outcome));
}

constexpr ReportOption with_tests{
    .name = "tests",
    .meaning = "whether each is valid, articulated, achievable and relevant, and what says so"};
constexpr const ReportOption* options[] = {&with_tests};

std::vector<const Item*> outcomes_of(const std::vector<OutcomeRow>& rows) {
  std::vector<const Item*> outcomes;
  outcomes.reserve(rows.size());
  for (const OutcomeRow& row : rows) outcomes.push_back(row.outcome);
  return outcomes;
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const std::vector<OutcomeRow> rows = compute_outcomes(assessed, request.where);
  Document document;
  document.name = "outcomes";
  document.title = "Outcomes";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  VerdictCounts counts;
  std::vector<Span> proofs;
  for (const OutcomeRow& row : rows) {
    counts.add(row.judgement->verdict);
    proofs.push_back(row.judgement->proof);
  }
  std::vector<Cell> places = place_cells(assessed.portfolio(), proofs);
  Table table = empty_table();
  add_rows(table, rows.size(), [&](std::size_t i) {
    return cells_of(rows[i], std::move(places[i]), assessed.as_of());
  });
  document.summary.push_back({"outcomes", "outcomes", cell(rows.size(), Tone::strong)});
  for (Detail& detail : counts.details()) document.summary.push_back(std::move(detail));
  const std::vector<const Item*> outcomes = outcomes_of(rows);
  if (request.has(with_tests)) {
    document.sections.push_back(outcome_tests::section(assessed, outcomes, document.summary));
  }
  if (request.draws) {
    document.sections.push_back(outcome_charts::trajectories(assessed, outcomes));
  }
  document.sections.push_back({});
  if (request.has(with_tests) && !rows.empty()) document.sections.back().title = "Verdicts";
  document.sections.back().tables.push_back(std::move(table));
  document.next = next_step(rows);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report outcomes{
    .name = "outcomes",
    .summary = "Every outcome's verdict, live work and the worst first, with its reason.",
    .kind = &kinds::outcome,
    .make = make,
    .options = options,
    .trend = &trends::outcomes,
};

}  // namespace reports
}  // namespace brm
