// Agreements by their next deadline, grades of both sides, service levels, concentration, names
// that are on record twice, and how well vendors are managed.
#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "model/status.h"
#include "reports/known.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/vendor_tables.h"
#include "reports/words.h"

namespace brm {
namespace {

/// Everything the report says, computed once.
struct Vendors {
  std::vector<const Item*> relationships;
  std::size_t partners = 0;  ///< Private ones that are not ended.
  std::vector<AgreementStanding> agreements;
  std::vector<SideGrades> grades;
  std::vector<JudgedServiceLevel> levels;
  std::vector<Concentration> concentration;
  std::vector<NearNames> near;
  std::vector<CheckedPractice> practice;
};

Vendors compute_vendors(const Assessment& assessed, const Where& where) {
  Vendors out;
  for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
    if (where.holds(assessed, *item)) out.relationships.push_back(item);
  }
  const auto is_chosen = [&](const Item* item) { return where.holds(assessed, *item); };
  for (const Item* item : out.relationships) {
    const Of<kinds::relationship> partner(*item);
    const bool is_live = !is_ended(partner, assessed.as_of());
    if (partner.is<"type", "private_partner">() && is_live) ++out.partners;
  }
  out.agreements = agreement_standings(assessed, out.relationships);
  out.grades = grades_of(assessed, out.relationships);
  out.levels = judged_service_levels(assessed, out.agreements);
  const auto& all = assessed.portfolio().all(kinds::relationship);
  // Shares are of all there is, whoever is shown.
  out.concentration = concentrations(assessed, agreement_standings(assessed, all));
  std::erase_if(out.concentration,
                [&](const Concentration& row) { return !is_chosen(row.partner); });
  out.near = find_near_names(assessed.portfolio());
  std::erase_if(out.near, [&](const NearNames& pair) {
    return !is_chosen(pair.first.party) && !is_chosen(pair.second.party);
  });
  if (out.partners > 0) {
    out.practice = check_vendor_practice(assessed, out.relationships, out.near);
  }
  return out;
}

std::size_t count_open(const Vendors& vendors) {
  return static_cast<std::size_t>(
      std::count_if(vendors.agreements.begin(), vendors.agreements.end(),
                    [](const AgreementStanding& each) { return !each.is_over(); }));
}

std::vector<Detail> summary_of(const Vendors& vendors, Date as_of) {
  std::size_t in_force = 0;
  std::size_t in_window = 0;
  std::size_t passed = 0;
  std::size_t unclosed = 0;
  std::size_t undated = 0;
  for (const AgreementStanding& each : vendors.agreements) {
    const bool is_open = each.is_in_force() && each.open_notice(as_of).has_value();
    in_force += each.is_in_force() ? 1U : 0U;
    in_window += is_open && each.term.state == AgreementState::in_notice_window ? 1U : 0U;
    passed += each.term.has_passed_notice(as_of) ? 1U : 0U;
    unclosed += each.is_unclosed() ? 1U : 0U;
    undated += each.has_period() || each.is_over() ? 0U : 1U;
  }
  const auto levels_of = [&](Mood mood) {
    return static_cast<std::size_t>(std::count_if(
        vendors.levels.begin(), vendors.levels.end(),
        [&](const auto& each) { return words_of(each.judgement.verdict).mood == mood; }));
  };
  const auto alarming = [](std::size_t count, Tone tone) {
    return cell(count, count > 0 ? tone : Tone::plain);
  };
  // Where no agreement says when it stands, neither some nor none of them is known to.
  const bool is_known =
      !vendors.agreements.empty() && (undated == 0 || undated < count_open(vendors));
  const auto dated = [&](std::string key, std::string title, std::size_t count, Tone tone) {
    return Detail{std::move(key), std::move(title), is_known ? alarming(count, tone) : Cell{},
                  is_known ? Room::fixed : Room::data, Holds::whole};
  };
  const std::vector<Detail> first{
      {"partners", "private partners", cell(vendors.partners, Tone::strong)},
      {"agreements", "agreements", cell(vendors.agreements.size(), Tone::strong)},
      dated("in_force", "of them in force", in_force, Tone::plain)};
  const std::vector<Detail> periods{
      {"no_period", "without a period on record", alarming(undated, Tone::doubtful)}};
  const std::vector<Detail> clocks{
      dated("in_notice_window", "to be decided now", in_window, Tone::doubtful),
      dated("passed_notice", "notice passed undecided", passed, Tone::bad),
      dated("unclosed", "past their last day, not closed", unclosed, Tone::bad)};
  const std::vector<Detail> levels{
      {"service_levels", "service levels", cell(vendors.levels.size())},
      {"bad_levels", "of them not held", alarming(levels_of(Mood::bad), Tone::bad)},
      {"doubtful_levels", "of them at risk or undetermined",
       alarming(levels_of(Mood::doubtful), Tone::doubtful)}};
  std::vector<Detail> out = joined(first, if_known(!vendors.agreements.empty(), periods));
  out = joined(joined(std::move(out), clocks), if_known(!vendors.levels.empty(), levels));
  out.push_back(
      {"near_duplicates", "names on record twice", alarming(vendors.near.size(), Tone::doubtful)});
  return out;
}

/// What is to be decided now, else what went by without a word, else the first lack of the
/// practice.
std::string next_step(const Vendors& vendors, const Assessment& assessed) {
  const Date as_of = assessed.as_of();
  for (const AgreementStanding& each : vendors.agreements) {
    const auto notice = each.open_notice(as_of);
    const bool is_now = notice && each.term.state == AgreementState::in_notice_window;
    if (!is_now) continue;
    return fmt::format("Decide by {} on {}, {}:\n    brm show {}", to_text(*notice),
                       title_of(*each.agreement), title_of(each.partner()),
                       address_of(*each.agreement));
  }
  for (const AgreementStanding& each : vendors.agreements) {
    if (!each.term.has_passed_notice(as_of) && !each.is_unclosed()) continue;
    return fmt::format("Write down what became of {}, {}:\n    brm show {}",
                       title_of(*each.agreement), title_of(each.partner()),
                       address_of(*each.agreement));
  }
  for (const CheckedPractice& checked : vendors.practice) {
    if (checked.lacking.empty()) continue;
    const vendor_tables::CheckWords& words = vendor_tables::words_of(checked.check);
    return fmt::format("For {} {}; {} it, the first:\n    brm show {}", words.number, words.next,
                       counted(checked.lacking.size(), "record lacks", "records lack"),
                       address_of(*checked.lacking.front()));
  }
  return "";
}

/// Why nothing can be said of agreements without a period.
std::vector<std::string> undated_words(const Vendors& vendors) {
  const auto undated = static_cast<std::size_t>(std::count_if(
      vendors.agreements.begin(), vendors.agreements.end(),
      [](const AgreementStanding& each) { return !each.has_period() && !each.is_over(); }));
  if (undated == 0) return {};
  return {
      fmt::format("{} no period on record: whether they are in force, and when notice is due, "
                  "nobody can say.",
                  counted(undated, "agreement has", "agreements have"))};
}

std::vector<std::string> concentration_words(const Vendors& vendors) {
  if (vendors.concentration.empty()) return {};
  std::vector<std::string> out{
      "Of what is open: initiatives that are neither stopped nor completed, threats in money that "
      "stand in the partner's record "
      "or name it as common cause, and agreements with private partners that are not over, as "
      "their value is written. Agreements with others are no part of 100 % of value; who pays "
      "whom is not on record."};
  if (!vendors.near.empty()) {
    out.push_back(fmt::format("{} may be on record twice, and then counted in halves: see below.",
                              counted(vendors.near.size(), "party", "parties")));
  }
  return out;
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const Vendors vendors = compute_vendors(assessed, request.where);
  Document document;
  document.name = "vendors";
  document.title = "Vendors";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = summary_of(vendors, assessed.as_of());
  std::vector<Section>& sections = document.sections;
  sections.push_back(section_of("Agreements, the next day of notice first",
                                vendor_tables::agreements(assessed, vendors.agreements),
                                undated_words(vendors)));
  sections.push_back(
      section_of("Grades, of both sides", vendor_tables::grades(assessed, vendors.grades)));
  sections.push_back(
      section_of("Service levels", vendor_tables::service_levels(assessed, vendors.levels)));
  sections.push_back(section_of("Concentration",
                                vendor_tables::concentration(vendors.concentration),
                                concentration_words(vendors)));
  sections.push_back(
      section_of("Names on record twice", vendor_tables::near_names(assessed, vendors.near)));
  const int months = assessed.policy().whole<"evidence_months">();
  sections.push_back(section_of("Vendor practice, by COBIT 2019 APO10",
                                vendor_tables::practice(vendors.practice, months)));
  document.next = next_step(vendors, assessed);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report vendors{
    .name = "vendors",
    .summary = "Days of notice, grades of both sides, service levels, concentration, practice.",
    .kind = &kinds::relationship,
    .make = make,
    .trend = &trends::vendors,
};

}  // namespace reports
}  // namespace brm
