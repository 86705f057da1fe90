#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "reports/known.h"
#include "reports/relationship_charts.h"
#include "reports/relationship_tables.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

constexpr ReportOption matrix_option{
    .name = "matrix",
    .meaning = "Who takes part in what, what two agencies promise apart, and what outlived failure",
};
constexpr const ReportOption* options[] = {&matrix_option};

template <class IsTrue>
std::size_t count(const std::vector<PartyRow>& rows, const IsTrue& is_true) {
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is_true));
}

std::vector<Detail> summary_of(const std::vector<PartyRow>& rows) {
  const auto alarming = [&](std::string key, std::string title, Tone tone, const auto& is_true) {
    const std::size_t found = count(rows, is_true);
    return Detail{std::move(key), std::move(title), cell(found, found > 0 ? tone : Tone::plain)};
  };
  const auto is_live = [](const PartyRow& row) { return !row.is_over; };
  const bool has_dates = std::any_of(rows.begin(), rows.end(),
                                     [](const PartyRow& row) { return row.attention.is_dated; });
  std::size_t ours_late = 0;
  std::size_t theirs_late = 0;
  for (const PartyRow& row : rows) {
    ours_late += row.ours.late;
    theirs_late += row.theirs.late;
  }
  const bool has_views =
      count(rows, [](const PartyRow& row) { return row.maturity.ours || row.maturity.theirs; }) > 0;
  const bool has_promises =
      count(rows, [](const PartyRow& row) { return row.ours.all() + row.theirs.all() > 0; }) > 0;
  std::vector<Detail> out{{"relationships", "relationships", cell(rows.size(), Tone::strong)},
                          {"going_on", "of them going on", cell(count(rows, is_live))}};
  const auto add = [&](bool is_known, std::vector<Detail> details) {
    out = joined(std::move(out), if_known(is_known, std::move(details)));
  };
  add(has_dates, {alarming("neglected", "relied on but neglected", Tone::bad,
                           [](const PartyRow& row) { return row.is_neglected; }),
                  alarming("quiet", "went quiet", Tone::bad,
                           [](const PartyRow& row) { return row.is_quiet; })});
  out.push_back(
      alarming("without_dates", "without any dated entry", Tone::doubtful,
               [&](const PartyRow& row) { return is_live(row) && !row.attention.is_dated; }));
  add(has_views,
      {alarming("unevidenced", "we claim more than records show", Tone::doubtful,
                [&](const PartyRow& row) { return is_live(row) && row.claims_too_much(); }),
       alarming("one_sided", "only our own view of maturity", Tone::doubtful,
                [&](const PartyRow& row) { return is_live(row) && row.maturity.is_one_sided(); })});
  add(has_promises, {{"ours_late", "promises of ours late",
                      cell(ours_late, ours_late > 0 ? Tone::bad : Tone::plain)},
                     {"theirs_late", "promises of theirs late", cell(theirs_late)}});
  return out;
}

/// What is said of a table is said where there is one.
Section section(std::string title, Table table, std::vector<std::string> paragraphs = {}) {
  if (table.rows.empty()) paragraphs.clear();
  return section_of(std::move(title), std::move(table), std::move(paragraphs));
}

std::string next_step(const std::vector<PartyRow>& rows) {
  if (rows.empty()) return "Write down first whom you work with:\n    brm explain relationship";
  const auto first = std::find_if(rows.begin(), rows.end(), [](const PartyRow& row) {
    return row.is_in_trouble() || row.ours.late > 0 || row.theirs.late > 0 ||
           (!row.is_over && row.claims_too_much());
  });
  if (first == rows.end()) return "";
  return fmt::format("Before you call {}:\n    brm report brief {}", title_of(*first->item),
                     first->item->id());
}

Section with_picture(Section section, std::optional<Chart> chart) {
  if (chart) section.charts.push_back(*std::move(chart));
  return section;
}

std::vector<Section> tables_of(const Assessment& assessed, const std::vector<PartyRow>& rows,
                               bool draws) {
  namespace tables = relationship_tables;
  return {
      section("Needs attention", tables::attention(assessed, rows)),
      with_picture(
          section(
              "What hangs on them, beside the attention they get", tables::reliance(rows),
              {"Live initiatives it takes part in, outcomes of them that it owns, benefits from "
               "or delivers, agreements in force, open risks; reviews held of those its "
               "cadence planned."}),
          draws ? relationship_charts::reliance(assessed, rows) : std::nullopt),
      section("Maturity, seen from both sides and from the records", tables::maturity(rows),
              {fmt::format("The gap is their level minus ours. ! marks a claim of ours above what "
                           "the records show. Reviews are held as planned where {} % of those that "
                           "the cadence planned were held.",
                           floor_of(assessed.policy().number<"cadence_kept_share">() * 100))}),
      section("Promises, in both directions", tables::promises(rows))};
}

std::vector<Section> matrix_of(const Assessment& assessed, const std::vector<PartyRow>& rows,
                               bool draws) {
  namespace tables = relationship_tables;
  const bool is_drawn = tables::is_drawn(assessed);
  Section who =
      section("Who takes part in what", tables::matrix(assessed, rows),
              {fmt::format("S sponsor, D deliverer, B beneficiary, F funder, A advisor. {}",
                           is_drawn ? "The numbers at the head are those of the list "
                                      "below it."
                                    : "Parties in one initiative alone are left out.")});
  if (is_drawn) {
    who.tables.push_back(tables::legend(assessed));
    if (!who.tables.front().rows.empty()) who.tables.back().title = "\nInitiatives";
  }
  if (draws) who = with_picture(std::move(who), relationship_charts::map(assessed, rows));
  return {std::move(who),
          section("Initiatives with one party alone", tables::single_party(assessed)),
          section("What agencies promise apart, and might promise together",
                  tables::duplicates(assessed)),
          section("Relationships that outlived work that failed", tables::outlived(assessed))};
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const SharedWorks& works = assessed.shared_works();
  const std::vector<PartyRow> rows =
      compute_parties(assessed, works, request.where, request.left_out);
  Document document;
  document.name = "relationships";
  document.title = "Relationships";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = summary_of(rows);
  if (request.has(matrix_option)) document.sections = matrix_of(assessed, rows, request.draws);
  for (Section& each : tables_of(assessed, rows, request.draws))
    document.sections.push_back(std::move(each));
  document.next = next_step(rows);
  return document;
}

}  // namespace

std::vector<Detail> relationship_tables::summary(const Assessment& assessed,
                                                 const ReportRequest& request) {
  return summary_of(
      judge_parties(assessed, assessed.shared_works(), request.where, request.left_out));
}

namespace reports {

extern constinit const Report relationships{
    .name = "relationships",
    .summary = "What hangs on whom beside the attention they get, both sides' views, promises.",
    .kind = &kinds::relationship,
    .make = make,
    .options = options,
    .trend = &trends::relationships,
};

}  // namespace reports
}  // namespace brm
