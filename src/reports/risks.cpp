#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assess/open_risk.h"
#include "base/spelling.h"
#include "reports/known.h"
#include "reports/report.h"
#include "reports/risk_charts.h"
#include "reports/risk_tables.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

using risk_tables::Risks;

Risks chosen_risks(const Assessment& assessed, const Where& where) {
  Risks out;
  for (const Item* risk : assessed.portfolio().all(kinds::risk)) {
    if (where.holds(assessed, *risk)) out.push_back(risk);
  }
  return out;
}

std::vector<Detail> summary_of(const Assessment& assessed, const Risks& risks) {
  std::size_t open = 0;
  std::size_t opportunities = 0;
  std::size_t above = 0;
  std::size_t unanswered = 0;
  std::size_t overdue = 0;
  std::size_t left_open = 0;
  std::size_t comparable = 0;
  for (const Item* item : risks) {
    const RiskJudgement& risk = assessed.risk(*item);
    left_open += is_left_open(Of<kinds::risk>(*item), assessed.as_of()) ? 1U : 0U;
    if (!risk.is_open) continue;
    ++(risk.is_threat() ? open : opportunities);
    const bool is_comparable = risk_tables::is_comparable(risk.now(), assessed.risk_policy());
    comparable += risk.is_threat() && is_comparable ? 1U : 0U;
    above += risk.is_above_appetite ? 1U : 0U;
    unanswered += risk.is_above_appetite && !risk.is_answered ? 1U : 0U;
    overdue += risk.overdue.size();
  }
  const auto alarming = [](std::size_t count, Tone tone) {
    return cell(count, count > 0 ? tone : Tone::plain);
  };
  std::vector<Detail> out =
      joined({{"risks", "risks on record", cell(risks.size(), Tone::strong)}},
             if_known(!risks.empty(),
                      {{"open_threats", "open threats", cell(open)},
                       {"open_opportunities", "open opportunities", cell(opportunities)}}));
  // Of threats that no limit can be held against nobody knows whether they are above it.
  out = joined(
      std::move(out),
      if_known(!risks.empty() && (open == 0 || comparable > 0),
               {{"above_appetite", "above the appetite", cell(above)},
                {"unanswered", "of them without a response", alarming(unanswered, Tone::bad)}}));
  return joined(std::move(out),
                if_known(!risks.empty(), {{"overdue", "overdue", alarming(overdue, Tone::doubtful)},
                                          {"left_open", "left open in work that is over",
                                           alarming(left_open, Tone::doubtful),
                                           left_open > 0 ? Room::fixed : Room::data}}));
}

/// What limits there are, and which risks they cannot be compared with.
std::vector<std::string> appetite_words(const Assessment& assessed, const Risks& risks) {
  const RiskPolicy& policy = assessed.risk_policy();
  std::size_t in_money = 0;
  std::size_t foreign = 0;
  for (const Item* item : risks) {
    const RiskJudgement& risk = assessed.risk(*item);
    if (!risk.is_open || !risk.is_threat() || !risk.now().is_money()) continue;
    ++in_money;
    if (policy.appetite && risk.now().currency != policy.appetite->currency) ++foreign;
  }
  const std::string_view band = to_text(policy.matrix.appetite());
  std::vector<std::string> out;
  if (policy.appetite) {
    out.push_back(fmt::format("Above {} a year, or above the band {} of the matrix.",
                              amount_words(*policy.appetite), band));
  } else {
    out.push_back(fmt::format(
        "Above the band {} of the matrix. For money no appetite is set "
        "(policy.appetite in brm.yaml){}.",
        band,
        in_money == 0
            ? ""
            : fmt::format(": {} in money cannot be compared", counted(in_money, "threat"))));
  }
  if (foreign > 0) {
    out.push_back(fmt::format("{} in another currency cannot be compared with it.",
                              counted(foreign, "threat")));
  }
  return out;
}

std::vector<Section> worst_sections(const Assessment& assessed, const Risks& risks, bool draws) {
  std::vector<Section> out;
  Section money = section_of("In money: chance times mean impact, scaled to a year",
                             risk_tables::in_money(assessed, risks, false));
  const bool has_list = !money.tables.front().rows.empty();
  money.tables.push_back(risk_tables::totals(assessed, risks));
  if (has_list) money.tables.back().title = "\nIn all";
  out.push_back(std::move(money));
  Section ordinal = section_of("On the 1 to 5 scale: ordinal, placed and never multiplied",
                               risk_tables::matrix(assessed, risks));
  ordinal.tables.push_back(risk_tables::ordinal(assessed, risks));
  if (!ordinal.tables.front().rows.empty()) {
    ordinal.paragraphs = {
        "Likelihood (L) upwards, impact (I) to the right. 1 is where risk 1 counts now, (1) where "
        "it was "
        "before any response, [1] where it is to go."};
    ordinal.tables.back().title = "\nWorst first";
    if (draws) {
      ordinal.charts.push_back(
          risk_charts::matrix(assessed, risk_tables::ordinal_threats(assessed, risks)));
    }
  }
  out.push_back(std::move(ordinal));
  out.push_back(section_of("Neither in money nor in the matrix",
                           risk_tables::not_comparable(assessed, risks)));
  return out;
}

/// Threats and opportunities of each currency are made up apart, as they are never netted.
void add_simulation(const Assessment& assessed, const Risks& risks,
                    const SimulationRequest& request, Document& document) {
  document.summary.push_back({"simulated_years", "simulated years", cell(request.years)});
  document.summary.push_back({"seed", "seed", cell(std::to_string(request.seed))});
  risk_tables::Simulated simulated = risk_tables::simulated(assessed, risks, request);
  document.sections.push_back(
      {fmt::format("{} simulated, seed {}", counted(request.years, "year"), request.seed),
       {"Years are made up with every risk happening or not by its chance; ┃ marks where the bar "
        "ends when the risks of one common cause happen together."},
       {},
       std::move(simulated.tables),
       "",
       "",
       std::move(simulated.charts)});
}

/// The most urgent threat: above the appetite without a response, then above it or overdue; among
/// equals in the order of the report.
const Item* most_urgent(const Assessment& assessed, const Risks& risks) {
  Risks threats = risk_tables::money_risks(assessed, risks, false);
  const Risks ordinal = risk_tables::ordinal_threats(assessed, risks);
  threats.insert(threats.end(), ordinal.begin(), ordinal.end());
  const Item* first = nullptr;
  int most = 0;
  for (const Item* item : threats) {
    if (item->id().empty()) continue;  // nothing to ask `brm show` for
    const RiskJudgement& risk = assessed.risk(*item);
    int urgency = risk.overdue.empty() ? 0 : 1;
    if (risk.is_above_appetite) urgency += risk.is_answered ? 1 : 4;
    if (urgency > most) first = item;
    most = std::max(most, urgency);
  }
  return first;
}

std::string next_step(const Assessment& assessed, const Risks& risks) {
  const Item* first = most_urgent(assessed, risks);
  if (first == nullptr) return "";
  const std::string address = address_of(*first);
  return fmt::format("Look first at {}:\n    brm show {}", Of<kinds::risk>(*first).text<"event">(),
                     address);
}

constexpr ReportOption shared{
    .name = "shared",
    .meaning = "what each party bears beside what it gets, with caps and common causes"};
constexpr std::array<const ReportOption*, 1> options{&shared};

/// Nothing is said of what nobody wrote down, but that once.
void say_nothing_is_known(std::vector<Section>& sections, std::size_t left_out) {
  for (Section& section : sections) {
    section.paragraphs.clear();
    for (Table& table : section.tables) table.if_empty.clear();
  }
  sections.front().title.clear();
  sections.front().tables.front().if_empty =
      left_out == 0 ? "No data: no risk is on record. Write what may go wrong under `risks` of an "
                      "initiative, a relationship or brm.yaml."
                    : "No data: no risk is on record, or they are left out for this audience.";
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const Risks risks = chosen_risks(assessed, request.where);
  Document document;
  document.name = "risks";
  document.title = "Risks";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = summary_of(assessed, risks);
  std::vector<Section>& sections = document.sections;
  const Section causes = section_of("What one partner's failure would bring down",
                                    risk_tables::common_causes(assessed, risks));
  if (request.has(shared)) {
    sections = risk_tables::shared_sections(assessed, risks, request.left_out);
    sections.push_back(causes);
  }
  for (Section& each : worst_sections(assessed, risks, request.draws))
    sections.push_back(std::move(each));
  sections.push_back(section_of("Above the appetite without a response",
                                risk_tables::unanswered(assessed, risks),
                                appetite_words(assessed, risks)));
  sections.push_back(section_of("Overdue", risk_tables::overdue(assessed, risks)));
  if (!request.has(shared)) sections.push_back(causes);
  sections.push_back(section_of("Who bears it, and who gets the value",
                                risk_tables::parties(assessed, risks, request.left_out)));
  sections.push_back(section_of("Opportunities, never netted against threats",
                                risk_tables::in_money(assessed, risks, true)));
  sections.back().tables.push_back(risk_tables::ordinal_opportunities(assessed, risks));
  sections.push_back(section_of("Left open in work that is over, and counted nowhere above",
                                risk_tables::left_open(assessed, risks)));
  if (!sections.back().tables.front().rows.empty()) {
    sections.back().paragraphs = {"Close each of them, or move it to work that goes on."};
  }
  sections.push_back(section_of("Occurred", risk_tables::occurred(assessed, risks)));
  if (assessed.portfolio().all(kinds::risk).empty()) {
    say_nothing_is_known(sections, request.left_out);
  }
  if (request.simulation) add_simulation(assessed, risks, *request.simulation, document);
  document.next = next_step(assessed, risks);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report risks{
    .name = "risks",
    .summary = "What is worst, above the appetite, overdue, and what one partner would bring down.",
    .kind = &kinds::risk,
    .make = make,
    .simulates = Simulates::yes,
    .options = options,
    .trend = &trends::risks,
};

}  // namespace reports
}  // namespace brm
