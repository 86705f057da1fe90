#include "reports/risk_register.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "model/of.h"
#include "reports/words.h"

namespace brm {
namespace {

using Risk = Of<kinds::risk>;

/// `Because ...: ..., so that ...` would put words into people's mouths; a stop between them does
/// not.
std::string description_of(const Risk& risk) {
  std::string out;
  for (const std::string_view text :
       {risk.text<"cause">(), risk.text<"event">(), risk.text<"consequence">()}) {
    const std::string_view part = closed(text);
    if (part.empty()) continue;
    if (!out.empty()) out += out.ends_with('.') ? " " : ". ";
    out += part;
  }
  return out;
}

std::string capitalized(std::string_view word) {
  std::string out(word);
  if (!out.empty()) out[0] = to_capital(out[0]);
  return out;
}

Decimal amount_of(const Rational& minor, Currency currency) {
  const Money money = money_of(minor, currency);
  return {money.minor, static_cast<std::uint8_t>(minor_digits(currency))};
}

/// What the schema wants as a text, though nobody wrote one.
std::string text_or(std::string_view text, std::string_view otherwise) {
  const std::string_view written = closed(text);
  return std::string(written.empty() ? otherwise : written);
}

/// The register has one field for a chance and none for the time that it is for, so that no reader
/// may take that of half a year for one of a year.
std::string horizon_of(const Risk& risk, const RiskJudgement& judged) {
  const std::string_view written = risk.text<"horizon">();
  return judged.years == Rational(1) || written.empty() ? std::string()
                                                        : fmt::format(" [horizon {}]", written);
}

/// The register wants a number: 0 is written where nothing, or another currency, is recorded, and
/// these words with it.
std::string cost_note(const Risk& risk, const RiskLevel& level, RiskRegister& out) {
  const auto cost = risk.get<"response_cost">();
  if (!cost) {
    ++out.costs_unknown;
    return " [cost not recorded]";
  }
  if (cost->value.currency == level.currency) return "";
  const std::string amount = to_text(cost->value);
  out.costs_of_others.push_back(fmt::format("{} ({})", address_of(risk.item()), amount));
  return fmt::format(" [cost {}]", amount);
}

RegisteredRisk registered(const Risk& risk, const RiskJudgement& judged, RiskRegister& all) {
  const RiskLevel& level = judged.now();
  RegisteredRisk out;
  constexpr int digits = 2;
  out.id = address_of(risk.item());
  out.description = description_of(risk) + horizon_of(risk, judged);
  out.category = text_or(risk.text<"category">(), "none");
  out.likelihood = rounded_to(level.chance * Rational(100), digits);
  out.impact = amount_of(level.impact, level.currency);
  out.exposure = amount_of(level.chance * level.impact, level.currency);
  for (const auto response : risk.get<"response">()) {
    const std::string word = capitalized(response.value);
    if (std::find(out.responses.begin(), out.responses.end(), word) == out.responses.end()) {
      out.responses.push_back(word);
    }
  }
  if (const auto cost = risk.get<"response_cost">();
      cost && cost->value.currency == level.currency) {
    out.response_cost = {cost->value.minor,
                         static_cast<std::uint8_t>(minor_digits(level.currency))};
  }
  out.response =
      text_or(risk.text<"response_text">(), "none written") + cost_note(risk, level, all);
  out.owner = text_or(risk.text<"managed_by">(), "nobody named");
  out.status = text_or(risk.text<"status">(), "open");
  return out;
}

}  // namespace

RiskRegister compute_register(const Assessment& assessed, const Where& where) {
  RiskRegister out;
  for (const Item* item : assessed.portfolio().all(kinds::risk)) {
    const RiskJudgement& judged = assessed.risk(*item);
    if (!where.holds(assessed, *item)) continue;
    const RiskLevel& level = judged.now();
    const Risk risk(*item);
    const bool is_usable = level.is_money() && level.currency == assessed.currency() &&
                           !risk.get<"response">().empty();
    if (is_usable) {
      out.risks.push_back(registered(risk, judged, out));
    } else {
      out.unquantified.push_back(address_of(*item));
    }
  }
  return out;
}

}  // namespace brm
