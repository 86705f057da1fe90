#include "assess/computed_risk_fields.h"

#include <array>

namespace brm {
namespace {

constexpr std::array<std::string_view, 3> stages{"inherent", "assessed", "residual"};
constexpr std::array<std::string_view, 4> scales{"money", "ordinal", "mixed", "unknown"};

Fact exposure_of(const RiskLevel& level) {
  return level.is_money() ? Fact{money_of(level.exposure, level.currency)} : Fact{};
}

Fact band_of(const RiskLevel& level) {
  return level.is_ordinal() ? text_fact(to_text(level.band)) : Fact{};
}

std::string_view scale_word(RiskScale scale) {
  switch (scale) {
    case RiskScale::money:
      return "money";
    case RiskScale::ordinal:
      return "ordinal";
    case RiskScale::mixed:
      return "mixed";
    case RiskScale::unknown:
      break;
  }
  return "unknown";
}

// The rows of the table below stay on a line or two each.
using A = const Assessment&;
using I = const Item&;

const std::array table{
    ComputedField{"risk",
                  "open",
                  Type::boolean,
                  {},
                  "Whether it still can happen: not occurred, not closed, nor left in ended work.",
                  [](A a, I i) { return Fact{a.risk(i).is_open}; }},
    ComputedField{"risk", "measured_in", Type::choice, scales,
                  "Money (a chance and an amount), ordinal (1 to 5), or mixed, which is neither.",
                  [](A a, I i) { return text_fact(scale_word(a.risk(i).now().scale)); }},
    ComputedField{"risk", "stage", Type::choice, stages,
                  "The level it counts at: as assessed, else residual or inherent.",
                  [](A a, I i) { return text_fact(to_text(a.risk(i).stage)); }},
    ComputedField{"risk",
                  "exposure",
                  Type::money,
                  {},
                  "Chance times mean impact a year, at the level that counts.",
                  [](A a, I i) { return exposure_of(a.risk(i).now()); }},
    ComputedField{"risk",
                  "inherent_exposure",
                  Type::money,
                  {},
                  "The same before any response.",
                  [](A a, I i) { return exposure_of(a.risk(i).inherent); }},
    ComputedField{"risk", "band", Type::choice, kinds::bands,
                  "Its place in the matrix, at the level that counts; only of 1 to 5.",
                  [](A a, I i) { return band_of(a.risk(i).now()); }},
    ComputedField{"risk", "inherent_band", Type::choice, kinds::bands,
                  "The same before any response.",
                  [](A a, I i) { return band_of(a.risk(i).inherent); }},
    ComputedField{"risk",
                  "above_appetite",
                  Type::boolean,
                  {},
                  "Whether a threat is above what the policy allows without a response.",
                  [](A a, I i) { return Fact{a.risk(i).is_above_appetite}; }},
    ComputedField{"risk",
                  "answered",
                  Type::boolean,
                  {},
                  "Whether an action, a response_text or an acceptance in force is on record.",
                  [](A a, I i) { return Fact{a.risk(i).is_answered}; }},
    ComputedField{"risk",
                  "answer",
                  Type::line,
                  {},
                  "What is done about it, or what is not.",
                  [](A a, I i) { return text_fact(a.risk(i).answer); }},
    ComputedField{"risk",
                  "overdue",
                  Type::boolean,
                  {},
                  "Whether a review, action or acceptance is past, or its trigger was seen.",
                  [](A a, I i) { return Fact{!a.risk(i).overdue.empty()}; }},
};

}  // namespace

std::span<const ComputedField> computed_risk_fields() { return table; }

}  // namespace brm
