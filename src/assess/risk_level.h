// How likely and how grave a risk is at one level of it: inherent, assessed, residual or target.
#pragma once

#include <optional>

#include "assess/risk_matrix.h"
#include "base/lognormal.h"
#include "model/risk_fields.h"

namespace brm {

/// What a level is measured in. Only levels of one sort can be compared with each other.
enum class RiskScale : std::uint8_t {
  unknown,  ///< Likelihood or impact is missing, or an amount from which nothing follows.
  money,    ///< A chance and an amount.
  ordinal,  ///< Both from 1 to 5.
  mixed,    ///< One of each: neither an exposure nor a place in the matrix.
};

struct RiskLevel {
  RiskScale scale = RiskScale::unknown;
  // money: a point is a range of its own twice.
  Rational chance_low = 0;  ///< 0 to 1, within the horizon.
  Rational chance_high = 0;
  Rational impact_low = 0;  ///< Minor units; the 5 % point.
  Rational impact_high = 0;
  Currency currency;
  Rational chance = 0;    ///< The mean: every chance between the two is equally likely.
  Rational impact = 0;    ///< The mean, in minor units.
  Rational exposure = 0;  ///< chance x impact / years: minor units a year.
  // ordinal
  int likelihood_level = 0;  ///< 1 to 5
  int impact_level = 0;
  Band band = Band::low;
  std::string_view lack;  ///< Why nothing follows from it, as part of a sentence; else empty.
  Span place;             ///< Of the likelihood, else of the impact.

  bool is_money() const { return scale == RiskScale::money; }
  bool is_ordinal() const { return scale == RiskScale::ordinal; }
};

/// Either may be missing. `years`: the horizon, positive. `means` grows.
RiskLevel risk_level(const std::optional<Of<kinds::likelihood>>& likelihood,
                     const std::optional<Of<kinds::impact>>& impact, const Rational& years,
                     const RiskMatrix& matrix, LognormalMeans& means);

/// `10 %`, `10 to 40 %`, `3 possible`; empty when unknown.
std::string likelihood_words(const RiskLevel& level, const RiskMatrix& matrix);
/// `USD 250,000`, `USD 100,000 to 900,000`, `4 major`; empty when unknown.
std::string impact_words(const RiskLevel& level, const RiskMatrix& matrix);

/// `USD 1,250`, `USD 1,250.50`: for sentences.
std::string amount_words(const Money& money);

/// Rounded to the minor unit, halves to even; cut off at what 64 bits hold.
Money money_of(const Rational& minor, Currency currency);

}  // namespace brm
