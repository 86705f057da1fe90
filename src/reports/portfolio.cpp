#include <fmt/format.h>

#include <algorithm>

#include "assess/rating_words.h"
#include "base/spelling.h"
#include "model/status.h"
#include "reports/budget_tables.h"
#include "reports/known.h"
#include "reports/long_tables.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

struct PortfolioRow {
  const Item* initiative = nullptr;
  const InitiativeJudgement* judgement = nullptr;
  bool is_over = false;
};

/// Live work first; reported against measured: those that contradict each other first, then worst
/// first.
int urgency(const InitiativeJudgement& judgement) {
  if (judgement.is_watermelon) return 0;
  if (judgement.is_unsupported_green) return 2;
  return 1;
}

std::vector<PortfolioRow> compute_portfolio(const Assessment& assessed, const Where& where) {
  std::vector<PortfolioRow> rows;
  assessed.judge_outcomes();
  for (const Item* initiative : assessed.portfolio().all(kinds::initiative)) {
    if (!where.holds(assessed, *initiative)) continue;
    rows.push_back(
        {initiative, &assessed.initiative(*initiative), is_over(*initiative, assessed.as_of())});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const PortfolioRow& a, const PortfolioRow& b) {
    const auto key = [](const PortfolioRow& row) {
      return std::pair(row.is_over, urgency(*row.judgement));
    };
    const auto x = key(a);
    const auto y = key(b);
    return x != y ? x < y : a.judgement->verdict < b.judgement->verdict;
  });
  return rows;
}

std::string flags_of(const InitiativeJudgement& judgement) {
  std::vector<std::string_view> flags;
  if (judgement.is_watermelon) flags.push_back("watermelon");
  if (judgement.is_avocado) flags.push_back("avocado");
  if (judgement.is_unsupported_green) flags.push_back("unsupported green");
  if (judgement.has_stale_rating) flags.push_back("stale rating");
  return fmt::format("{}", fmt::join(flags, ", "));
}

Tone rating_tone(const InitiativeJudgement& judgement) {
  if (!judgement.reported) return Tone::plain;
  if (judgement.reported->is_green) return Tone::good;
  return judgement.reported->is_red ? Tone::bad : Tone::doubtful;
}

std::vector<Cell> cells_of(const PortfolioRow& row, Cell place) {
  const InitiativeJudgement& judgement = *row.judgement;
  const auto& reported = judgement.reported;
  const Tone flag_tone = judgement.is_watermelon ? Tone::bad : Tone::doubtful;
  return row_of(
      cell(rating_words(judgement.reported), rating_tone(judgement)),
      verdict_cell(judgement.verdict),
      cell(fmt::format("{} of {}", judgement.judged, judgement.outcomes)),
      cell(std::string(title_of(*row.initiative)), Tone::strong),
      cell(flags_of(judgement), flag_tone), cell(judgement.reason),
      cell(row.is_over
               ? fmt::format("it is {}", Of<kinds::initiative>(*row.initiative).text<"status">())
               : std::string(),
           Tone::faint),
      std::move(place), cell(judgement.judged), cell(judgement.outcomes),
      cell(std::string(row.initiative->id())), reported ? date_cell(reported->date) : Cell{},
      reported ? cell(std::string(reported->by)) : Cell{},
      Cell{judgement.is_evidenced, Tone::plain}, Cell{judgement.is_watermelon, Tone::plain},
      Cell{judgement.is_avocado, Tone::plain}, Cell{judgement.is_unsupported_green, Tone::plain},
      Cell{judgement.has_stale_rating, Tone::plain});
}

Table empty_table() {
  return {"initiatives",
          "",
          {column("reported", "reported"), column("verdict", "measured"),
           column("judged_of", "judged"), column("title", "initiative", Holds::text, Room::shrink),
           column("flags", "note", Holds::text, Room::shrink),
           column("reason", "reason", Holds::text, Room::below),
           column("note", "note", Holds::text, Room::below),
           column("place", "place", Holds::text, Room::below),
           column("judged", "judged", Holds::whole, Room::data),
           column("outcomes", "outcomes", Holds::whole, Room::data),
           column("id", "id", Holds::text, Room::data),
           column("reported_on", "reported on", Holds::date, Room::data),
           column("reported_by", "reported by", Holds::text, Room::data),
           column("evidenced", "evidenced", Holds::boolean, Room::data),
           column("watermelon", "watermelon", Holds::boolean, Room::data),
           column("avocado", "avocado", Holds::boolean, Room::data),
           column("unsupported_green", "unsupported green", Holds::boolean, Room::data),
           column("stale_rating", "stale rating", Holds::boolean, Room::data)},
          {},
          "No initiative is recorded."};
}

std::vector<Detail> summary_of(const std::vector<PortfolioRow>& rows) {
  std::size_t green = 0;
  std::size_t watermelons = 0;
  std::size_t avocados = 0;
  std::size_t unsupported = 0;
  std::size_t stale = 0;
  std::size_t evidenced = 0;
  for (const auto& [initiative, judgement, is_over] : rows) {
    const auto one_if = [](bool holds) { return std::size_t{holds ? 1U : 0U}; };
    green += one_if(judgement->reported && judgement->reported->is_green);
    watermelons += one_if(judgement->is_watermelon);
    avocados += one_if(judgement->is_avocado);
    unsupported += one_if(judgement->is_unsupported_green);
    stale += one_if(judgement->has_stale_rating);
    evidenced += one_if(judgement->is_evidenced);
  }
  const auto alarming = [](std::size_t count, Tone tone) {
    return cell(count, count > 0 ? tone : Tone::plain);
  };
  const bool is_rated = std::any_of(rows.begin(), rows.end(), [](const PortfolioRow& row) {
    return row.judgement->reported.has_value();
  });
  const std::vector<Detail> first{{"initiatives", "initiatives", cell(rows.size(), Tone::strong)},
                                  {"evidenced", "evidenced", cell(evidenced)}};
  const std::vector<Detail> ratings{
      {"reported_green", "reported green", cell(green)},
      {"watermelons", "watermelons", alarming(watermelons, Tone::bad)},
      {"unsupported_greens", "unsupported greens", alarming(unsupported, Tone::doubtful)},
      {"avocados", "avocados", cell(avocados)},
      {"stale_ratings", "stale ratings", cell(stale)}};
  return joined(first, if_known(is_rated, ratings));
}

std::string next_step(const std::vector<PortfolioRow>& rows) {
  if (rows.empty()) return "";
  const auto& [initiative, judgement, is_over] = rows.front();
  if (words_of(judgement->verdict).mood == Mood::good && urgency(*judgement) == 1) return "";
  return fmt::format("Look first at {}:\n    brm show {}", title_of(*initiative), initiative->id());
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const std::vector<PortfolioRow> rows = compute_portfolio(assessed, request.where);
  Document document;
  document.name = "portfolio";
  document.title = "Portfolio: reported beside measured";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = summary_of(rows);
  Table table = empty_table();
  std::vector<Span> proofs;
  for (const PortfolioRow& row : rows) proofs.push_back(row.judgement->proof);
  std::vector<Cell> places = place_cells(assessed.portfolio(), proofs);
  add_rows(table, rows.size(),
           [&](std::size_t i) { return cells_of(rows[i], std::move(places[i])); });
  document.sections.push_back({});
  const bool is_rated = std::any_of(rows.begin(), rows.end(), [](const PortfolioRow& row) {
    return row.judgement->reported.has_value();
  });
  if (!rows.empty() && !is_rated) {
    document.sections.back().paragraphs = {
        "No rating by then is on record: there is nothing to hold the measurements against."};
  }
  document.sections.back().tables.push_back(std::move(table));
  std::vector<const Item*> initiatives;
  for (const PortfolioRow& row : rows) initiatives.push_back(row.initiative);
  document.sections.push_back(budget_tables::section(assessed, initiatives));
  document.next = next_step(rows);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report portfolio{
    .name = "portfolio",
    .summary = "Every initiative as it is reported, beside what its outcomes measure; and budgets.",
    .kind = &kinds::initiative,
    .make = make,
    .trend = &trends::portfolio,
};

}  // namespace reports
}  // namespace brm
