// The tables of the risk report, one function each: an answer to one question, empty or not.
#pragma once

#include <vector>

#include "assess/shared_exposure.h"
#include "assess/simulation.h"
#include "document/document.h"

namespace brm::risk_tables {

using Risks = std::vector<const Item*>;

/// Number and exposure of open threats and opportunities, a row for each currency.
Table totals(const Assessment& assessed, const Risks& risks);
/// Open threats, or opportunities, in money: the office's currency first, then the largest
/// exposure.
Table in_money(const Assessment& assessed, const Risks& risks, bool opportunities);
/// Open threats on the 1 to 5 scale, worst band first: numbered as in the matrix.
Table ordinal(const Assessment& assessed, const Risks& risks);
/// Open opportunities on that scale, the highest band first.
Table ordinal_opportunities(const Assessment& assessed, const Risks& risks);
/// The 5 by 5 matrix with those numbers, and where each comes from and is to go.
Table matrix(const Assessment& assessed, const Risks& risks);
/// Open risks that have neither an exposure nor a place in the matrix, and why.
Table not_comparable(const Assessment& assessed, const Risks& risks);
/// Written down as open in work that is over, and so counted nowhere.
Table left_open(const Assessment& assessed, const Risks& risks);
/// Threats above the appetite of which nothing shows that anybody deals with them.
Table unanswered(const Assessment& assessed, const Risks& risks);
/// Reviews, actions, acceptances and triggers in the order in which they were due.
Table overdue(const Assessment& assessed, const Risks& risks);
Table common_causes(const Assessment& assessed, const Risks& risks);
Table parties(const Assessment& assessed, const Risks& risks, std::size_t left_out);
/// What is said of what nobody bears.
std::string nobody_words(std::size_t left_out);
/// What `--shared` asks for: bears beside gets, caps, agreed gain and pain.
std::vector<Section> shared_sections(const Assessment& assessed, const Risks& risks,
                                     std::size_t left_out);
/// What has happened, newest first.
Table occurred(const Assessment& assessed, const Risks& risks);

/// Open threats, or opportunities, in money in the order of `in_money`.
Risks money_risks(const Assessment& assessed, const Risks& risks, bool opportunities);
/// Open threats on the 1 to 5 scale in the order of `ordinal` and `matrix`.
Risks ordinal_threats(const Assessment& assessed, const Risks& risks);

/// `40 % in 6 months`; the chance alone where the horizon is a year.
std::string chance_words(const RiskJudgement& risk, const RiskMatrix& matrix);
/// `40 % in 6 months, scaled to a year`; empty where its exposure is that of its horizon.
std::string scaling_words(const RiskJudgement& risk, const RiskMatrix& matrix);

/// Whether its level can be held against what the policy allows.
bool is_comparable(const RiskLevel& level, const RiskPolicy& policy);

/// Why it counts at the level it does; empty where it has but one.
std::string stage_words(const RiskJudgement& risk);

/// The mean and percentiles of made-up years, and how often a year reaches an amount: of threats
/// and opportunities in each currency apart.
struct Simulated {
  std::vector<Table> tables;
  std::vector<Chart> charts;  ///< One for each currency of threats and of opportunities.
};
Simulated simulated(const Assessment& assessed, const Risks& risks,
                    const SimulationRequest& request);

}  // namespace brm::risk_tables
