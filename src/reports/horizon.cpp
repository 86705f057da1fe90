#include <fmt/format.h>

#include <algorithm>

#include "assess/horizon.h"
#include "base/spelling.h"
#include "reports/horizon_chart.h"
#include "reports/report.h"
#include "reports/words.h"

namespace brm {
namespace {

struct Row {
  const Item* outcome = nullptr;
  const Judgement* judgement = nullptr;
  Proof proof;
  Date as_of;
};

std::vector<Row> compute_rows(const Assessment& assessed, const Where& where) {
  std::vector<Row> rows;
  assessed.judge_outcomes();
  for (const Item* outcome : promised_outcomes(assessed)) {
    if (!where.holds(assessed, *outcome)) continue;
    rows.push_back(
        {outcome, &assessed.outcome(*outcome), proof_of(assessed, *outcome), assessed.as_of()});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.judgement->verdict < b.judgement->verdict;
  });
  return rows;
}

std::size_t count(const std::vector<Row>& rows, Date day, Provable wanted) {
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const Row& row) {
    return provable_before(row.proof, day) == wanted;
  }));
}

/// `5 months`, and days where it is less than one.
std::string time_left(const Horizon& horizon) {
  if (horizon.days_left == 0) return "today";
  if (horizon.months_left > 0) {
    return counted(static_cast<std::size_t>(horizon.months_left), "month");
  }
  return counted(static_cast<std::size_t>(horizon.days_left), "day");
}

Table days_table(const std::vector<Horizon>& horizons, const std::vector<Row>& rows) {
  Table table{
      "horizons",
      "",
      {column("date", "day", Holds::date), column("what", "what", Holds::text, Room::shrink),
       column("left", "left"), column("in_full", "in full", Holds::whole),
       column("in_part", "in part", Holds::whole),
       column("not_provable", "not by then", Holds::whole),
       column("months_left", "months left", Holds::whole, Room::data),
       column("days_left", "days left", Holds::whole, Room::data),
       column("is_term_end", "term end", Holds::boolean, Room::data)},
      {},
      "No term end or election ahead is on record: write `cio.term.end` and `elections` in "
      "brm.yaml, and this page says what can be proven before them."};
  for (const Horizon& horizon : horizons) {
    const std::size_t missing = count(rows, horizon.date, Provable::no);
    table.rows.push_back({date_cell(horizon.date),
                          cell(name_of(horizon), Tone::strong),
                          cell(time_left(horizon)),
                          cell(count(rows, horizon.date, Provable::in_full)),
                          cell(count(rows, horizon.date, Provable::in_part)),
                          cell(missing, missing > 0 ? Tone::doubtful : Tone::plain),
                          cell(static_cast<std::size_t>(horizon.months_left)),
                          cell(static_cast<std::size_t>(horizon.days_left)),
                          {horizon.kind == HorizonKind::term_end, Tone::plain}});
  }
  return table;
}

/// How it can be shown before `day`, or why it cannot.
std::string proof_words(const Row& row, Date day) {
  const auto& points = row.proof.points;
  switch (row.proof.what) {
    case Proof::What::nothing:
      return row.judgement->verdict == Verdict::no_target ? row.judgement->reason
                                                          : "nothing says when it can be judged";
    case Proof::What::settled:
      return row.judgement->reason;
    case Proof::What::held:
      return points.front() < day ? fmt::format("a standing target: {}", row.judgement->reason)
                                  : fmt::format("a standing target, too early to judge before {}",
                                                to_text(points.front()));
    case Proof::What::planned:
      break;
  }
  if (points.back() < day) return fmt::format("due {}", to_text(points.back()));
  const auto after = std::lower_bound(points.begin(), points.end(), day);
  if (after != points.begin()) {
    const Date interim = *std::prev(after);
    return fmt::format("interim target of {}{}; due {}", to_text(interim),
                       interim <= row.as_of ? ", which was met" : "", to_text(points.back()));
  }
  if (points.size() == 1) {
    return fmt::format("due {}, and no interim target before that", to_text(points.back()));
  }
  return fmt::format("first interim target {}, due {}", to_text(points.front()),
                     to_text(points.back()));
}

/// Those before the next of the days, or those not.
Table outcome_table(std::string key, const std::vector<Row>& rows, Date day, bool is_provable) {
  Table table{std::move(key),
              "",
              {column("verdict", "verdict"), column("provable", "provable"),
               column("title", "outcome", Holds::text, Room::shrink), column("owner", "owner"),
               column("proof", "proof", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data),
               column("first", "first proof", Holds::date, Room::data),
               column("full", "full proof", Holds::date, Room::data),
               column("due", "due", Holds::date, Room::data)},
              {},
              ""};
  for (const Row& row : rows) {
    const Provable provable = provable_before(row.proof, day);
    if ((provable != Provable::no) != is_provable) continue;
    const auto& points = row.proof.points;
    const std::string words(to_text(provable));
    table.rows.push_back({verdict_cell(row.judgement->verdict), cell(words),
                          cell(std::string(title_of(*row.outcome)), Tone::strong),
                          cell(std::string(Of<kinds::outcome>(*row.outcome).text<"owner">())),
                          cell(proof_words(row, day)), cell(address_of(*row.outcome)),
                          points.empty() ? Cell{} : date_cell(points.front()),
                          points.empty() ? Cell{} : date_cell(points.back()),
                          date_cell(row.judgement->due)});
  }
  return table;
}

std::string next_step(const std::vector<Row>& rows, const std::vector<Horizon>& horizons) {
  if (horizons.empty()) return "";
  const Horizon& next = horizons.front();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
    return row.proof.what != Proof::What::settled &&
           provable_before(row.proof, next.date) == Provable::no;
  });
  if (found == rows.end()) return "";
  return fmt::format(
      "Agree with its owner on an interim target before {}, or say now that it comes "
      "later:\n    brm show {}",
      to_text(next.date), address_of(*found->outcome));
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const std::vector<Row> rows = compute_rows(assessed, request.where);
  const std::vector<Horizon> horizons = horizons_of(assessed);
  const Date day = horizons.empty() ? assessed.as_of() : horizons.front().date;
  // Without a day ahead nothing is said of any outcome, neither that it can be proven nor not.
  const std::vector<Row> told = horizons.empty() ? std::vector<Row>{} : rows;
  Document document;
  document.name = "horizon";
  document.title = "Horizon: what can be proven before the term ends and before elections";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = {
      {"outcomes", "outcomes", cell(rows.size(), Tone::strong)},
      {"next_day", "next day", horizons.empty() ? Cell{} : date_cell(day),
       horizons.empty() ? Room::data : Room::fixed, Holds::date},
      {"provable",
       "provable before it",
       cell(count(told, day, Provable::in_full) + count(told, day, Provable::in_part)),
       horizons.empty() ? Room::data : Room::fixed,
       {}},
      {"not_provable",
       "not by then",
       cell(count(told, day, Provable::no), Tone::doubtful),
       horizons.empty() ? Room::data : Room::fixed,
       {}}};
  Section days = section_of("Days ahead", days_table(horizons, rows));
  if (!horizons.empty()) {
    days.paragraphs.push_back(
        "State CIOs had been in office for 20 months, by the median, at the end of 2023 (Greene "
        "Barrett, \"Where did all the CIOs go\"); after a governor of another party 69 % were "
        "replaced within a year, after one of the same party 60 % (Government Technology). So the "
        "highest priority comes first, in goals small enough to show a result before these days: "
        "in full where an outcome is due by then, in part where an interim target is.");
  }
  std::vector<ProofRow> proofs;
  for (const Row& row : told) {
    proofs.push_back({std::string(title_of(*row.outcome)), row.judgement->verdict, &row.proof});
  }
  auto chart = request.draws ? horizon_chart(assessed.as_of(), horizons, proofs) : std::nullopt;
  if (chart) {
    days.charts.push_back(*std::move(chart));
  }
  document.sections.push_back(std::move(days));
  document.sections.push_back(section_of(fmt::format("Not provable before {}", to_text(day)),
                                         outcome_table("not_provable", told, day, false)));
  document.sections.push_back(section_of(fmt::format("Provable before {}", to_text(day)),
                                         outcome_table("provable", told, day, true)));
  document.next = next_step(rows, horizons);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report horizon{
    .name = "horizon",
    .summary = "Outcomes that can be proven before the CIO's term ends and before elections.",
    .kind = &kinds::outcome,
    .make = make,
};

}  // namespace reports
}  // namespace brm
