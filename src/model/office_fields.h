// The fields of the office's own record, brm.yaml: its goals, terms, scales and policy.
#pragma once

#include "model/relationship_fields.h"

namespace brm::kinds {

inline constexpr std::string_view severities[] = {"error", "warning", "note", "off"};
inline constexpr std::string_view bands[] = {"low", "moderate", "high", "critical"};

inline constexpr Field term_fields[] = {
    field("start", Type::date, optional, "The first day in office."),
    field("end", Type::date, optional, "The last day in office, known or expected."),
};
inline constexpr Kind term{"term", "terms", "The time a CIO is in office.", term_fields};

inline constexpr Field cio_fields[] = {
    ref("holder", optional, to_person, "The person who is CIO."),
    part("term", optional, term, "Their time in office."),
};
inline constexpr Kind cio{"cio", "cios", "Who is CIO, and until when.", cio_fields};

inline constexpr Field election_fields[] = {
    field("date", Type::date, optional, "The day of the election."),
    field("what", Type::line, optional, "What is elected: governor, legislature."),
};
inline constexpr Kind election{"election", "elections", "An election that may change the course.",
                               election_fields};

inline constexpr Field goal_fields[] = {
    field("id", Type::id, required, "What goals fields of other records call it."),
    field("statement", Type::line, required, "The goal in one sentence."),
    ref("owner", optional, to_person, "The person who answers for it."),
    field("from", Type::date, optional, "The first day it stands."),
    field("until", Type::date, optional, "The last day it stands."),
    field("source", Type::line, optional, "Where it is laid down: plan, law, web address."),
};
inline constexpr Kind goal{"goal", "goals", "A goal of the strategy that everything is tied to.",
                           goal_fields};

inline constexpr Field office_business_case_fields[] = {
    field("problem", Type::prose, optional, "What goes wrong without managed relationships."),
    list_of(field("alternatives", Type::line, optional, "Two or more, one of them: do nothing.")),
    field("costs", Type::prose, optional, "What the practice costs, in money and people."),
    field("benefits", Type::prose, optional, "What the practice is to bring."),
    list_of(ref("outcomes", optional, to_outcome, "The outcomes by which it is measured.")),
    ref("decided_by", optional, to_person_or_body, "The person or body that approved it."),
    field("decided_on", Type::date, optional, "The day it was approved."),
};
inline constexpr Kind office_business_case{"office_business_case", "office_business_cases",
                                           "Why the office manages its relationships at all.",
                                           office_business_case_fields};

inline constexpr Field likelihood_level_fields[] = {
    whole("level", required, 1, 5, "The number on the scale, 1 to 5."),
    field("label", Type::line, optional, "What the level is called: rare, likely."),
    field("low", Type::percent, optional, "The lowest chance of this level, 0 to 100."),
    field("high", Type::percent, optional, "The highest chance of this level, 0 to 100."),
};
inline constexpr Kind likelihood_level{"likelihood_level", "likelihood_levels",
                                       "What a number on the likelihood scale means.",
                                       likelihood_level_fields};

inline constexpr Field impact_level_fields[] = {
    whole("level", required, 1, 5, "The number on the scale, 1 to 5."),
    field("label", Type::line, optional, "What the level is called: minor, severe."),
    field("low", Type::money, optional, "The smallest amount of this level."),
    field("high", Type::money, optional, "The largest amount of this level."),
};
inline constexpr Kind impact_level{"impact_level", "impact_levels",
                                   "What a number on the impact scale means.", impact_level_fields};

inline constexpr Field scales_fields[] = {
    list_of(part("likelihood", optional, likelihood_level, "The five levels of likelihood.")),
    list_of(part("impact", optional, impact_level, "The five levels of impact.")),
};
inline constexpr Kind scales{"scales", "scales", "What 1 to 5 mean for risks.", scales_fields};

inline constexpr Field tier_cadence_fields[] = {
    by_default("quarterly",
               field("strategic", Type::cadence, optional, "Of strategic relationships.")),
    by_default("semiannual", field("preferred", Type::cadence, optional, "Of preferred ones.")),
    by_default("annual", field("transactional", Type::cadence, optional, "Of transactional ones.")),
    by_default("monthly", field("conditional", Type::cadence, optional, "Of conditional ones.")),
};
inline constexpr Kind tier_cadence{"tier_cadence", "tier_cadences",
                                   "How often relationships of each tier are reviewed.",
                                   tier_cadence_fields};

inline constexpr Field rule_severity_fields[] = {
    field("rule", Type::line, required, "The rule's name, as a finding shows it in brackets."),
    choice("severity", required, severities, "How much it weighs here; off silences it."),
};
inline constexpr Kind rule_severity{"rule_severity", "rule_severities",
                                    "How much a rule weighs in this office.", rule_severity_fields};

inline constexpr Field matrix_cell_fields[] = {
    whole("likelihood", required, 1, 5, "The level of likelihood, 1 to 5."),
    whole("impact", required, 1, 5, "The level of impact, 1 to 5."),
    choice("band", required, bands, "The band of risks at this place."),
};
inline constexpr Kind matrix_cell{"matrix_cell", "matrix_cells", "One place of the 5 by 5 matrix.",
                                  matrix_cell_fields};

inline constexpr std::string_view rule_weights[] = {"error", "warning", "note"};

inline constexpr Field house_rule_fields[] = {
    field("name", Type::line, required, "What a finding shows in brackets: contract-without-cap."),
    by_default("warning", choice("severity", optional, rule_weights, "How much it weighs.")),
    field("kind", Type::line, required, "The kind of record or part it looks at: agreement."),
    field("where", Type::line, required,
          "What is wrong with one, as for --where: `value > 100000`."),
    field("message", Type::line, required, "What a finding says."),
    field("help", Type::line, optional, "What to do about it."),
};
inline constexpr Kind house_rule{"house_rule", "house_rules", "A rule of this office's own.",
                                 house_rule_fields};

inline constexpr std::int64_t most_points = 1000;
inline constexpr std::int64_t most_days = 36500;
inline constexpr std::int64_t most_months = 1200;

inline constexpr Field policy_fields[] = {
    by_default("1.5", field("stale_factor", Type::number, optional,
                            "Intervals after which a measurement is stale.")),
    by_default("135", whole("default_stale_days", optional, 1, most_days,
                            "Days until stale where no frequency is given.")),
    by_default("0.95", field("on_track", Type::number, optional, "Pace from which on track.")),
    by_default("0.60", field("at_risk", Type::number, optional,
                             "Pace from which at risk, below it off track.")),
    by_default("3", whole("too_early_points", optional, 1, most_points,
                          "Points, baseline counted, needed for a verdict.")),
    by_default("0.10", field("too_early_share", Type::number, optional,
                             "Planned progress, 0 to 1, needed for a verdict.")),
    by_default("4", whole("weak_points", optional, 1, most_points,
                          "Points below which evidence is weak.")),
    by_default("0.25", field("weak_share", Type::number, optional,
                             "Planned progress, 0 to 1, below which evidence is weak.")),
    by_default("8", whole("good_points", optional, 1, most_points,
                          "Points from which on evidence is good.")),
    by_default("24", whole("slope_window", optional, 2, most_points,
                           "Newest points that a range of arrival dates is made from.")),
    by_default("12", whole("hold_window", optional, 1, most_points,
                           "Newest judged measurements that count for a hold.")),
    by_default("0.90", field("hold_on_track", Type::number, optional,
                             "Share met, 0 to 1, from which a hold is on track.")),
    by_default("0.50", field("hold_off_track", Type::number, optional,
                             "Share met, 0 to 1, below which a hold is off track.")),
    by_default("0.50", field("evidenced_share", Type::number, optional,
                             "Share of outcomes judged, 0 to 1, that makes evidence.")),
    by_default("45", whole("rating_days", optional, 1, most_days,
                           "Days after which a reported rating is stale.")),
    by_default("30", whole("correction_days", optional, 1, most_days,
                           "Days an outcome may go wrong without a correction.")),
    by_default("2", whole("correction_points", optional, 1, most_points,
                          "Points needed on each side of a correction.")),
    by_default("1.5", field("quiet_factor", Type::number, optional,
                            "Cadences without a trace until a relationship went quiet.")),
    by_default("0.75", field("cadence_kept_share", Type::number, optional,
                             "Share of reviews kept, 0 to 1, of a service provider.")),
    by_default("12", whole("charter_months", optional, 1, most_months,
                           "Months until a body's charter needs a review.")),
    by_default("12", whole("evidence_months", optional, 1, most_months,
                           "Months that records count as evidence of maturity.")),
    field("appetite", Type::money, optional,
          "Exposure a year above which a risk needs a response; no limit if left out."),
    by_default("moderate", choice("appetite_band", optional, bands,
                                  "Band above which a risk on the 1 to 5 scale needs a response.")),
    by_default("180", whole("notice_lead_days", optional, 0, most_days,
                            "Days before a notice deadline at which it is brought up.")),
    part("cadence", optional, tier_cadence, "How often each tier is reviewed, if not said there."),
    list_of(part("severities", optional, rule_severity, "How much single rules weigh here.")),
    list_of(part("matrix", optional, matrix_cell, "The bands of the risk matrix, cell by cell.")),
    list_of(part("rules", optional, house_rule, "Rules of this office's own.")),
};
inline constexpr Kind policy{"policy", "policies", "The thresholds that brm judges by.",
                             policy_fields};

inline constexpr Field office_fields[] = {
    field("jurisdiction", Type::line, required, "The state, county or city it serves."),
    field("currency", Type::currency, required, "The currency of amounts without one: USD."),
    field("fiscal_year_starts", Type::month_day, optional, "The first day of its fiscal year."),
    part("cio", optional, cio, "Who is CIO, and until when."),
    list_of(part("elections", optional, election, "Elections that may change the course.")),
    list_of(part("goals", optional, goal, "The strategy that everything is tied to.")),
    part("business_case", optional, office_business_case, "Why it manages relationships at all."),
    part("policy", optional, policy, "The thresholds it wants to be judged by."),
    part("scales", optional, scales, "What 1 to 5 mean for risks here."),
    list_of(part("risks", optional, risk, "What may happen to the office as a whole.")),
    list_of(field("ignore", Type::line, optional, "Files and folders that hold no records.")),
};
inline constexpr Kind office{"office", "offices", "The office itself, and the rules it goes by.",
                             office_fields, common_fields};

}  // namespace brm::kinds
