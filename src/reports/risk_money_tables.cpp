// Exposure in money: totals, the list, who bears it, what one partner's failure would bring down.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/spelling.h"
#include "reports/risk_tables.h"
#include "reports/words.h"

namespace brm::risk_tables {
namespace {

Cell exposure_cell(const std::optional<RiskLevel>& level) {
  return level && level->is_money() ? money_cell(level->exposure, level->currency) : Cell{};
}

/// `inherent USD 90000.00 a year, residual USD 20000.00, target USD 5000.00`
std::string move_of(const RiskJudgement& risk) {
  std::string out;
  const auto add = [&](std::string_view name, const std::optional<RiskLevel>& level) {
    if (!level || !level->is_money()) return;
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", name,
                       amount_words(money_of(level->exposure, level->currency)));
    if (name == "inherent") out += " a year";
  };
  if (!risk.residual && !risk.target && !risk.assessed) return "";
  add("inherent", risk.inherent);
  add("assessed", risk.assessed);
  add("residual", risk.residual);
  add("target", risk.target);
  return out;
}

std::vector<Cell> money_row(const Assessment& assessed, const Item& item) {
  const Of<kinds::risk> risk(item);
  const RiskJudgement& judgement = assessed.risk(item);
  const RiskLevel& level = judgement.now();
  const RiskMatrix& matrix = assessed.risk_policy().matrix;
  const Tone tone = judgement.is_above_appetite ? Tone::bad : Tone::plain;
  return {money_cell(level.exposure, level.currency, tone),
          cell(std::string(risk.text<"event">()), Tone::strong),
          cell(likelihood_words(level, matrix)),
          cell(impact_words(level, matrix)),
          cell(std::string(risk.text<"managed_by">())),
          cell(scaling_words(judgement, matrix)),
          cell(stage_words(judgement)),
          cell(move_of(judgement)),
          cell(judgement.answer, judgement.is_answered ? Tone::plain : Tone::doubtful),
          place_cell(assessed.portfolio(), item.place()),
          cell(address_of(item)),
          cell(std::string(to_text(judgement.stage))),
          {judgement.is_above_appetite, Tone::plain},
          {judgement.is_answered, Tone::plain},
          exposure_cell(judgement.inherent),
          exposure_cell(judgement.residual),
          exposure_cell(judgement.target)};
}

struct Total {
  std::size_t threats = 0;
  std::size_t opportunities = 0;
  Rational exposure = 0;
  Rational gain = 0;
};

}  // namespace

Table totals(const Assessment& assessed, const Risks& risks) {
  std::map<Currency, Total> by_currency;
  for (const Item* item : risks) {
    const RiskJudgement& judgement = assessed.risk(*item);
    if (!judgement.is_open || !judgement.now().is_money()) continue;
    Total& total = by_currency[judgement.now().currency];
    ++(judgement.is_threat() ? total.threats : total.opportunities);
    (judgement.is_threat() ? total.exposure : total.gain) += judgement.now().exposure;
  }
  Table table{"totals",
              "",
              {{"currency", "currency"},
               {"threats", "threats", Align::right, Room::fixed, Holds::whole},
               {"exposure", "exposure a year", Align::right, Room::fixed, Holds::money},
               {"opportunities", "opportunities", Align::right, Room::fixed, Holds::whole},
               {"gain", "gain a year", Align::right, Room::fixed, Holds::money}},
              {},
              "No open risk is in money."};
  for (const auto& [currency, total] : by_currency) {
    table.rows.push_back({cell(std::string(currency.text())), cell(total.threats),
                          money_cell(total.exposure, currency, Tone::strong),
                          cell(total.opportunities), money_cell(total.gain, currency)});
  }
  return table;
}

Risks money_risks(const Assessment& assessed, const Risks& risks, bool opportunities) {
  Risks found;
  for (const Item* item : risks) {
    const RiskJudgement& judgement = assessed.risk(*item);
    const bool is_wanted = judgement.is_open && judgement.is_opportunity == opportunities;
    if (is_wanted && judgement.now().is_money()) found.push_back(item);
  }
  std::stable_sort(found.begin(), found.end(), [&](const Item* a, const Item* b) {
    const RiskLevel& x = assessed.risk(*a).now();
    const RiskLevel& y = assessed.risk(*b).now();
    const auto rank = [&](const RiskLevel& level) {
      return std::pair(level.currency != assessed.currency(), level.currency);
    };
    return rank(x) != rank(y) ? rank(x) < rank(y) : x.exposure > y.exposure;
  });
  return found;
}

std::string chance_words(const RiskJudgement& risk, const RiskMatrix& matrix) {
  std::string out = likelihood_words(risk.now(), matrix);
  if (!risk.now().is_money() || risk.years == 1) return out;
  const auto whole = [&](int parts) {
    const Rational number = risk.years * Rational(parts);
    return Rational(floor_of(number)) == number ? static_cast<std::size_t>(floor_of(number)) : 0;
  };
  constexpr int months = 12;
  constexpr int days = 365;
  const std::size_t in_years = whole(1);
  const std::size_t in_months = whole(months);
  const std::string period = in_years > 0    ? counted(in_years, "year")
                             : in_months > 0 ? counted(in_months, "month")
                                             : counted(whole(days), "day");
  return fmt::format("{} in {}", out, period);
}

std::string scaling_words(const RiskJudgement& risk, const RiskMatrix& matrix) {
  if (!risk.now().is_money() || risk.years == 1) return "";
  return chance_words(risk, matrix) + ", scaled to a year";
}

std::string stage_words(const RiskJudgement& risk) {
  if (!risk.residual && !risk.assessed) return "";
  return fmt::format("{} level counts: {}", to_text(risk.stage), risk.stage_reason);
}

Table in_money(const Assessment& assessed, const Risks& risks, bool opportunities) {
  Table table{opportunities ? "opportunities" : "threats",
              "",
              {{"exposure", opportunities ? "gain a year" : "exposure a year", Align::right,
                Room::fixed, Holds::money},
               {"event", opportunities ? "opportunity" : "risk", Align::left, Room::shrink},
               {"likelihood", "likelihood"},
               {"impact", "impact", Align::left, Room::shrink},
               {"managed_by", "managed by"},
               {"chance", "chance", Align::left, Room::below},
               {"reason", "reason", Align::left, Room::below},
               {"move", "move", Align::left, Room::below},
               {"answer", "answer", Align::left, Room::below},
               {"place", "place", Align::left, Room::below},
               {"id", "id", Align::left, Room::data},
               {"stage", "counts", Align::left, Room::data},
               {"above_appetite", "above appetite", Align::left, Room::data, Holds::boolean},
               {"answered", "answered", Align::left, Room::data, Holds::boolean},
               {"inherent_exposure", "inherent", Align::right, Room::data, Holds::money},
               {"residual_exposure", "residual", Align::right, Room::data, Holds::money},
               {"target_exposure", "target", Align::right, Room::data, Holds::money}},
              {},
              ""};
  for (const Item* item : money_risks(assessed, risks, opportunities))
    table.rows.push_back(money_row(assessed, *item));
  return table;
}

Table common_causes(const Assessment& assessed, const Risks& risks) {
  Table table{"common_causes",
              "",
              {{"partner", "partner"},
               {"risks", "risks", Align::right, Room::fixed, Holds::whole},
               {"at_once", "cost at once", Align::right, Room::fixed, Holds::money},
               {"exposure", "exposure a year", Align::right, Room::fixed, Holds::money},
               {"ids", "its risks", Align::left, Room::below},
               {"threatens", "threatens", Align::left, Room::below}},
              {},
              "No open threat names a partner as its common_cause."};
  for (const CommonCause& cause : brm::common_causes(assessed, risks)) {
    std::vector<std::string> ids;
    for (const Item* risk : cause.risks) ids.push_back(address_of(*risk));
    const auto listed = [](std::string_view head, const auto& words) {
      return words.empty() ? "" : fmt::format("{}{}", head, fmt::join(words, ", "));
    };
    table.rows.push_back({cell(std::string(cause.relationship), Tone::strong),
                          cell(cause.risks.size()),
                          amount_or_nothing(cause.at_once, cause.currency),
                          amount_or_nothing(cause.exposure, cause.currency), cell(listed("", ids)),
                          cell(listed("threatens ", cause.threatens))});
  }
  return table;
}

std::string nobody_words(std::size_t left_out) {
  return left_out == 0 ? "no share names who bears it"
                       : "no share that is for this audience names who bears it";
}

Table parties(const Assessment& assessed, const Risks& risks, std::size_t left_out) {
  using Sort = PartyExposure::Sort;
  Table table{"parties",
              "",
              {{"party", "party"},
               {"bears", "bears a year", Align::right, Room::fixed, Holds::money},
               {"gets", "gets, in all", Align::right, Room::fixed, Holds::money},
               {"risks", "risks", Align::right, Room::fixed, Holds::whole},
               {"note", "note", Align::left, Room::shrink}},
              {},
              "No open threat in money, and no value that is shared."};
  for (const PartyExposure& row : share_exposure(assessed, risks)) {
    std::string name(row.party);
    std::string note = row.is_capped ? "at most its cap, each time" : "";
    if (row.sort == Sort::nobody) note = nobody_words(left_out);
    if (row.sort == Sort::over_cap) note = "above the caps: whoever is left bears it";
    if (name.empty())
      name = row.sort == Sort::nobody ? unnamed("nobody named", left_out) : "(left by caps)";
    table.rows.push_back({cell(name, Tone::strong), amount_or_nothing(row.bears, row.currency),
                          amount_or_nothing(row.gets, row.currency), cell(row.risks), cell(note)});
  }
  return table;
}

}  // namespace brm::risk_tables
