// Risks that were opened or closed, have occurred, or are larger or smaller than before.
#include <fmt/format.h>

#include "assess/difference_parts.h"
#include "assess/open_risk.h"

namespace brm {
namespace {

enum class Standing : std::uint8_t { absent, open, occurred, closed };

Standing standing_of(const Assessment& assessed, const Item* risk) {
  if (risk == nullptr) return Standing::absent;
  if (assessed.risk(*risk).is_open) return Standing::open;
  return Of<kinds::risk>(*risk).is<"status", "occurred">() ? Standing::occurred : Standing::closed;
}

/// `USD 25,000 a year`, `high (4 likely, 4 major)`
std::string level_words(const Assessment& assessed, const RiskLevel& level) {
  if (level.is_money()) {
    return amount_words(money_of(level.exposure, level.currency)) + " a year";
  }
  const RiskMatrix& matrix = assessed.risk_policy().matrix;
  const std::string likelihood = likelihood_words(level, matrix);
  const std::string impact = impact_words(level, matrix);
  if (level.is_ordinal()) {
    return fmt::format("{} ({}, {})", to_text(level.band), likelihood, impact);
  }
  return likelihood.empty() || impact.empty() ? "of no known level"
                                              : fmt::format("{}, {}", likelihood, impact);
}

std::string words_of(const Assessment& assessed, const Item* risk) {
  switch (standing_of(assessed, risk)) {
    case Standing::absent:
      return "";
    case Standing::occurred:
      return "occurred";
    case Standing::closed:
      return is_left_open(Of<kinds::risk>(*risk), assessed.as_of()) ? "left open, its work is over"
                                                                    : "closed";
    case Standing::open:
      break;
  }
  return level_words(assessed, assessed.risk(*risk).now());
}

enum class Growth : std::uint8_t { none, grown, shrunk, other };

Growth growth_of(const RiskLevel& from, const RiskLevel& to) {
  const auto by = [](const auto& a, const auto& b) {
    return a == b ? Growth::none : (a < b ? Growth::grown : Growth::shrunk);
  };
  if (from.scale != to.scale) return Growth::other;
  if (from.is_money()) {
    if (!(from.currency == to.currency)) return Growth::other;
    return by(from.exposure, to.exposure);
  }
  if (!from.is_ordinal()) return Growth::none;
  if (from.band != to.band) return by(from.band, to.band);
  const Growth likelihood = by(from.likelihood_level, to.likelihood_level);
  const Growth impact = by(from.impact_level, to.impact_level);
  if (likelihood == impact || impact == Growth::none) return likelihood;
  return likelihood == Growth::none ? impact : Growth::other;
}

struct Event {
  std::string_view name;  ///< Empty: nothing happened.
  Turn of_threat = Turn::neutral;
};

Event event_of(Standing from, Standing to, Growth growth) {
  if (from != Standing::open && to == Standing::open) return {"opened", Turn::worse};
  if (from != to && to == Standing::occurred) return {"occurred", Turn::worse};
  if (from == Standing::open && to != Standing::open) return {"closed", Turn::better};
  if (from != to) return {to == Standing::absent ? "taken away" : "closed"};
  if (from != Standing::open || growth == Growth::none) return {};
  if (growth == Growth::other) return {"measured otherwise"};
  return growth == Growth::grown ? Event{"grown", Turn::worse} : Event{"shrunk", Turn::better};
}

/// Opportunities are good news where threats are bad.
Turn turned(Turn of_threat, bool is_opportunity) {
  if (!is_opportunity || of_threat == Turn::neutral) return of_threat;
  return of_threat == Turn::worse ? Turn::better : Turn::worse;
}

void add_level(const States& states, const Counterparts& risk, Differences& out) {
  const Standing from = standing_of(states.before, risk.before);
  const Standing to = standing_of(states.after, risk.after);
  const bool stays_open = from == Standing::open && to == Standing::open;
  const Growth growth = stays_open ? growth_of(states.before.risk(*risk.before).now(),
                                               states.after.risk(*risk.after).now())
                                   : Growth::none;
  const Event event = event_of(from, to, growth);
  if (event.name.empty()) return;
  Difference difference = difference_of(DifferenceKind::risk, risk);
  const bool is_opportunity = Of<kinds::risk>(risk.any()).is<"type", "opportunity">();
  difference.what = is_opportunity ? "opportunity" : "threat";
  difference.event = event.name;
  difference.turn = turned(event.of_threat, is_opportunity);
  if (is_opportunity && event.name == "occurred") difference.turn = Turn::better;
  difference.from = words_of(states.before, risk.before);
  difference.to = words_of(states.after, risk.after);
  if (to == Standing::open) {
    const RiskJudgement& now = states.after.risk(*risk.after);
    const bool was_above =
        from == Standing::open && states.before.risk(*risk.before).is_above_appetite;
    if (now.is_above_appetite && !was_above) difference.note = "above the appetite";
    if (stays_open && states.before.risk(*risk.before).stage != now.stage) {
      difference.why_to = now.stage_reason;
    }
  }
  out.push_back(std::move(difference));
}

std::string_view words_of(Acceptance acceptance) {
  switch (acceptance) {
    case Acceptance::in_force:
      return "accepted";
    case Acceptance::expired:
      return "acceptance expired";
    default:
      return "";
  }
}

void add_acceptance(const States& states, const Counterparts& risk, Differences& out) {
  if (!risk.is_in_both()) return;
  const RiskJudgement& was = states.before.risk(*risk.before);
  const RiskJudgement& is = states.after.risk(*risk.after);
  if (!was.is_open || !is.is_open) return;
  const std::string_view from = words_of(was.acceptance);
  const std::string_view to = words_of(is.acceptance);
  if (from == to) return;
  Difference difference = difference_of(DifferenceKind::risk, risk);
  difference.what = "acceptance";
  difference.from = from;
  difference.to = to;
  difference.event = to.empty() ? "no longer accepted" : to;
  if (is.acceptance != Acceptance::in_force) difference.turn = Turn::worse;
  difference.note = is.answer;
  out.push_back(std::move(difference));
}

}  // namespace

void add_risks(const States& states, const Counterparts& pair, Differences& out) {
  for (const Counterparts& risk : part_counterparts(pair, "risks")) {
    if (risk.any().kind != &kinds::risk) continue;
    add_level(states, risk, out);
    add_acceptance(states, risk, out);
  }
}

}  // namespace brm
