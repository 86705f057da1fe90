// The figures of each report that say something over time.
#include <algorithm>

#include "assess/hygiene.h"
#include "model/initiative_fields.h"
#include "model/risk_fields.h"
#include "reports/relationship_tables.h"
#include "reports/risk_tables.h"
#include "reports/trend.h"

namespace brm {
namespace {

/// By the places of `outcome_figures`: all, judged, and each verdict from the third on.
constexpr TrendFigure outcome_figures[] = {
    {.key = "outcomes", .title = "outcomes"},
    {.key = "judged", .title = "judged", .is_drawn = true},
    {.key = "missed", .title = "missed", .is_drawn = true},
    {.key = "off_track", .title = "off track", .is_drawn = true},
    {.key = "worsening", .title = "worsening"},
    {.key = "undetermined", .title = "undetermined"},
    {.key = "at_risk", .title = "at risk", .is_drawn = true},
    {.key = "stale", .title = "stale"},
    {.key = "unmeasured", .title = "unmeasured"},
    {.key = "no_target", .title = "no target"},
    {.key = "too_early", .title = "too early"},
    {.key = "on_track", .title = "on track", .is_drawn = true},
    {.key = "achieved", .title = "achieved", .is_drawn = true}};

void add_outcomes(const Assessment& assessed, const Where& where, const Item& record,
                  Figures& out) {
  if (record.kind != &kinds::initiative) return;
  for (const auto outcome : Of<kinds::initiative>(record).get<"outcomes">()) {
    if (!where.holds(assessed, outcome.item())) continue;
    const Verdict verdict = assessed.outcome(outcome.item()).verdict;
    ++out.counts[0];
    out.counts[1] += words_of(verdict).is_judged ? 1 : 0;
    ++out.counts[2 + static_cast<std::size_t>(verdict)];
  }
}

constexpr TrendFigure portfolio_figures[] = {
    {.key = "initiatives", .title = "initiatives"},
    {.key = "evidenced", .title = "evidenced", .is_drawn = true},
    {.key = "reported_green", .title = "reported green", .is_drawn = true},
    {.key = "watermelons", .title = "watermelons", .is_drawn = true},
    {.key = "unsupported_greens", .title = "unsupported greens", .is_drawn = true},
    {.key = "avocados", .title = "avocados"},
    {.key = "stale_ratings", .title = "stale ratings", .is_drawn = true}};
constexpr std::size_t first_of_ratings = 2;
constexpr std::size_t rated = std::size(portfolio_figures);  // counted, and never shown

void add_initiative(const Assessment& assessed, const Where& where, const Item& record,
                    Figures& out) {
  if (record.kind != &kinds::initiative || !where.holds(assessed, record)) return;
  const InitiativeJudgement& judgement = assessed.initiative(record);
  const bool is_true[] = {true,
                          judgement.is_evidenced,
                          judgement.reported && judgement.reported->is_green,
                          judgement.is_watermelon,
                          judgement.is_unsupported_green,
                          judgement.is_avocado,
                          judgement.has_stale_rating,
                          judgement.reported.has_value()};
  for (std::size_t i = 0; i < std::size(is_true); ++i) out.counts[i] += is_true[i] ? 1 : 0;
}

void settle_portfolio(Figures& figures) {
  if (figures.counts[rated] > 0) return;
  for (std::size_t i = first_of_ratings; i < rated; ++i) figures.counts[i] = Figures::unknown;
}

/// By the places of `risk_figures`: the bands from `first_band` down, and the exposure last.
constexpr std::size_t first_band = 3;
constexpr std::size_t exposure = 10;
constexpr TrendFigure risk_figures[] = {
    {.key = "risks", .title = "risks"},
    {.key = "open_threats", .title = "open threats", .is_drawn = true},
    {.key = "open_opportunities", .title = "open opportunities", .is_shown = false},
    {.key = "critical", .title = "critical", .is_drawn = true},
    {.key = "high", .title = "high", .is_drawn = true},
    {.key = "moderate", .title = "moderate"},
    {.key = "low", .title = "low"},
    {.key = "above_appetite", .title = "above the appetite", .is_drawn = true},
    {.key = "unanswered", .title = "without a response"},
    {.key = "overdue", .title = "overdue"},
    {.key = "exposure", .title = "exposure a year", .holds = Holds::money, .is_drawn = true}};

/// Open threats that can be held against a limit: counted, and never shown.
constexpr std::size_t comparable = std::size(risk_figures);

void settle_risks(Figures& figures) {
  auto& counts = figures.counts;
  if (counts[0] == 0) std::fill(counts.begin() + 1, counts.begin() + exposure, Figures::unknown);
  if (counts[1] > 0 && counts[comparable] == 0) counts[7] = counts[8] = Figures::unknown;
}

void add_risk(const RiskJudgement& risk, const RiskPolicy& policy, Figures& out) {
  ++out.counts[0];
  if (!risk.is_open) return;
  ++out.counts[risk.is_threat() ? 1 : 2];
  out.counts[7] += risk.is_above_appetite ? 1 : 0;
  out.counts[8] += risk.is_above_appetite && !risk.is_answered ? 1 : 0;
  out.counts[9] += static_cast<std::int64_t>(risk.overdue.size());
  const RiskLevel& now = risk.now();
  if (!risk.is_threat()) return;
  out.counts[comparable] += risk_tables::is_comparable(now, policy) ? 1 : 0;
  if (now.is_ordinal()) {
    ++out.counts[first_band + static_cast<std::size_t>(Band::critical) -
                 static_cast<std::size_t>(now.band)];
  }
  if (now.is_money()) out.money[{exposure, now.currency}] += now.exposure;
}

/// Risks stand in initiatives, relationships and what they hold.
void add_risks(const Assessment& assessed, const Where& where, const Item& item, Figures& out) {
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    if (field.type != Type::part) continue;
    const bool is_list = field.many == Many::list;
    const std::span<const Value> parts = is_list ? value.as_list() : std::span(&value, 1);
    for (const Value& part : parts) {
      if (part.item->kind == &kinds::risk && where.holds(assessed, *part.item)) {
        add_risk(assessed.risk(*part.item), assessed.risk_policy(), out);
      }
      add_risks(assessed, where, *part.item, out);
    }
  }
}

constexpr TrendFigure relationship_figures[] = {
    {.key = "relationships", .title = "relationships"},
    {.key = "going_on", .title = "going on", .is_drawn = true},
    {.key = "neglected", .title = "neglected", .is_drawn = true},
    {.key = "quiet", .title = "quiet", .is_drawn = true},
    {.key = "without_dates", .title = "without any dated entry", .is_shown = false},
    {.key = "unevidenced", .title = "claimed above evidence", .is_drawn = true},
    {.key = "one_sided", .title = "only our own view", .is_shown = false},
    {.key = "ours_late", .title = "ours late", .is_drawn = true},
    {.key = "theirs_late", .title = "theirs late"}};

constexpr TrendFigure value_figures[] = {
    {.key = "expected", .title = "expected", .holds = Holds::money, .is_drawn = true},
    {.key = "realized", .title = "realized", .holds = Holds::money, .is_drawn = true},
    {.key = "with_realized", .title = "with realized value"},
    {.key = "against_evidence", .title = "claimed against evidence"},
    {.key = "at_stake", .title = "at stake", .is_drawn = true},
    {.key = "overdue", .title = "due, none realized", .is_drawn = true}};

constexpr TrendFigure correction_figures[] = {
    {.key = "uncorrected", .title = "uncorrected", .is_drawn = true},
    {.key = "unreviewed", .title = "unreviewed", .is_drawn = true},
    {.key = "corrections", .title = "corrections", .is_drawn = true},
    {.key = "better", .title = "faster after one", .is_drawn = true},
    {.key = "same", .title = "as fast", .is_shown = false},
    {.key = "worse", .title = "slower"},
    {.key = "unclear", .title = "unclear"}};

constexpr TrendFigure practice_figures[] = {
    {.key = "hygiene", .title = "data hygiene, of 100", .is_drawn = true},
    {.key = "asked", .title = "asked of records"},
    {.key = "lacking", .title = "lacking"},
    {.key = "not_reviewed", .title = "not reviewed", .is_drawn = true},
    {.key = "not_measured", .title = "not measured", .is_drawn = true},
    {.key = "not_complete", .title = "not complete", .is_drawn = true}};

std::vector<Detail> practice_details(const Assessment& assessed, const ReportRequest& /*request*/) {
  const Hygiene hygiene = judge_hygiene(assessed);
  const HygieneShare all = hygiene.all();
  const auto score = hygiene.score();
  const auto lacks = [](const HygieneShare& share) { return cell(share.asked - share.passed); };
  return {{"hygiene", "", score ? cell(static_cast<std::size_t>(*score)) : Cell{}},
          {"asked", "", cell(all.asked)},
          {"lacking", "", lacks(all)},
          {"not_reviewed", "", lacks(hygiene.reviewed)},
          {"not_measured", "", lacks(hygiene.measured)},
          {"not_complete", "", lacks(hygiene.complete)}};
}

constexpr TrendFigure vendor_figures[] = {
    {.key = "partners", .title = "partners"},
    {.key = "agreements", .title = "agreements"},
    {.key = "in_force", .title = "in force", .is_drawn = true},
    {.key = "in_notice_window", .title = "in notice window", .is_drawn = true},
    {.key = "passed_notice", .title = "notice passed", .is_drawn = true},
    {.key = "unclosed", .title = "ended, not closed"},
    {.key = "service_levels", .title = "service levels", .is_drawn = true},
    {.key = "bad_levels", .title = "of them not met", .is_drawn = true}};

constexpr TrendFigure experiment_figures[] = {
    {.key = "experiments", .title = "experiments"},
    {.key = "running", .title = "running", .is_drawn = true},
    {.key = "undecided", .title = "over, undecided", .is_drawn = true},
    {.key = "results", .title = "with a result", .is_drawn = true},
    {.key = "came_true", .title = "predictions come true", .is_drawn = true},
    {.key = "adopt", .title = "adopt"},
    {.key = "adapt", .title = "adapt"},
    {.key = "abandon", .title = "abandon"}};

constexpr TrendFigure lesson_figures[] = {
    {.key = "lessons", .title = "lessons", .is_drawn = true},
    {.key = "applied", .title = "applied at least once", .is_drawn = true},
    {.key = "unused", .title = "old and never applied", .is_drawn = true},
    {.key = "left", .title = "fitting, not looked at"}};

constexpr TrendFigure stakeholder_figures[] = {
    {.key = "stakeholders", .title = "stakeholders", .is_drawn = true},
    {.key = "gaps", .title = "gaps", .is_drawn = true},
    {.key = "unattended", .title = "without an action", .is_drawn = true},
    {.key = "overdue", .title = "overdue"},
    {.key = "single_contacts", .title = "with one contact"}};

constexpr TrendFigure governance_figures[] = {
    {.key = "bodies", .title = "bodies"},
    {.key = "bodies_held", .title = "met as planned", .is_drawn = true},
    {.key = "bodies_planned", .title = "with meetings planned", .is_drawn = true},
    {.key = "idle", .title = "idle bodies", .is_drawn = true},
    {.key = "decisions", .title = "decisions", .is_drawn = true},
    {.key = "open", .title = "open questions", .is_drawn = true},
    {.key = "charters_overdue", .title = "charters overdue"}};

constexpr TrendFigure technology_figures[] = {
    {.key = "technologies", .title = "technologies"},
    {.key = "adopt", .title = "adopt", .is_drawn = true},
    {.key = "trial", .title = "trial", .is_drawn = true},
    {.key = "assess", .title = "assess", .is_drawn = true},
    {.key = "hold", .title = "hold", .is_drawn = true},
    {.key = "signals", .title = "signals"},
    {.key = "unanswered", .title = "unanswered"},
    {.key = "advice", .title = "advice"}};

}  // namespace

namespace trends {

constinit const Trend outcomes{.figures = outcome_figures, .add = add_outcomes};
constinit const Trend risks{.figures = risk_figures, .add = add_risks, .settle = settle_risks};
constinit const Trend portfolio{
    .figures = portfolio_figures, .add = add_initiative, .settle = settle_portfolio};
constinit const Trend relationships{.figures = relationship_figures,
                                    .details = relationship_tables::summary};
constinit const Trend value{.figures = value_figures};
constinit const Trend corrections{.figures = correction_figures};
constinit const Trend practice{.figures = practice_figures, .details = practice_details};
constinit const Trend vendors{.figures = vendor_figures};
constinit const Trend experiments{.figures = experiment_figures};
constinit const Trend lessons{.figures = lesson_figures};
constinit const Trend stakeholders{.figures = stakeholder_figures};
constinit const Trend governance{.figures = governance_figures};
constinit const Trend technology{.figures = technology_figures};

}  // namespace trends
}  // namespace brm
