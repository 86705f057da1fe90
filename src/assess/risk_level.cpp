#include "assess/risk_level.h"

#include <fmt/format.h>

#include <limits>

namespace brm {
namespace {

using Likelihood = std::optional<Of<kinds::likelihood>>;
using Impact = std::optional<Of<kinds::impact>>;

constexpr int percent = 100;

/// Reads the chance into `level`; false, with a lack, where none follows.
bool read_chance(const Of<kinds::likelihood>& likelihood, RiskLevel& level) {
  auto low = likelihood.get<"low">();
  auto high = likelihood.get<"high">();
  if (const auto point = likelihood.get<"percent">()) low = high = point;
  if (!low || !high) {
    level.lack = "its likelihood could not be read";
    return false;
  }
  level.chance_low = to_rational(low->value) / percent;
  level.chance_high = to_rational(high->value) / percent;
  level.chance = (level.chance_low + level.chance_high) / 2;
  if (level.chance_low > level.chance_high) level.lack = "its likelihood runs downwards";
  return level.lack.empty();
}

/// The same for the amount.
bool read_amount(const Of<kinds::impact>& impact, LognormalMeans& means, RiskLevel& level) {
  auto low = impact.get<"low">();
  auto high = impact.get<"high">();
  const bool is_range = low && high;
  if (const auto point = impact.get<"amount">()) low = high = point;
  if (!low || !high) {
    level.lack = "its impact could not be read";
    return false;
  }
  level.currency = low->value.currency;
  level.impact_low = low->value.minor;
  level.impact_high = high->value.minor;
  if (high->value.currency != level.currency) {
    level.lack = "its two amounts are in two currencies";
  } else if (level.impact_low > level.impact_high) {
    level.lack = "its impact runs downwards";
  } else if (level.impact_low < 0) {
    level.lack = "its impact is below zero";
  } else if (is_range && level.impact_low == 0) {
    level.lack = "its impact begins at zero, and no lognormal amount does";
  }
  if (!level.lack.empty()) return false;
  level.impact = means.between(level.impact_low, level.impact_high);
  return true;
}

bool has_scale(const Likelihood& likelihood) { return likelihood && likelihood->has<"scale">(); }
bool has_scale(const Impact& impact) { return impact && impact->has<"scale">(); }

/// Whether nothing of it could be read, whatever was written.
template <class Part>
bool is_empty(const Part& part) {
  return part.item().fields().empty();
}

/// Whether it is written in two ways at once, which conflicting-fields says.
bool is_twofold(const Of<kinds::likelihood>& part) {
  const bool has_range = part.has<"low">() || part.has<"high">();
  return part.has<"percent">() + has_range + part.has<"scale">() > 1;
}
bool is_twofold(const Of<kinds::impact>& part) {
  const bool has_range = part.has<"low">() || part.has<"high">();
  return part.has<"amount">() + has_range + part.has<"scale">() > 1;
}

std::string percent_text(const Rational& chance) {
  std::string text = to_fixed(chance * percent, 2);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

std::string amount_words(const Money& money) {
  std::string text = grouped(money);
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  const bool is_whole = text.find_first_not_of('0', point + 1) == std::string::npos;
  return is_whole ? text.substr(0, point) : text;
}

RiskLevel risk_level(const Likelihood& likelihood, const Impact& impact, const Rational& years,
                     const RiskMatrix& matrix, LognormalMeans& means) {
  RiskLevel level;
  if (likelihood) {
    level.place = likelihood->item().span();
  } else if (impact) {
    level.place = impact->item().span();
  }
  if (!likelihood || !impact) {
    level.lack = likelihood ? "no impact is written" : "no likelihood is written";
    return level;
  }
  if (is_empty(*likelihood) || is_empty(*impact)) {
    level.lack =
        is_empty(*likelihood) ? "its likelihood could not be read" : "its impact could not be read";
    return level;
  }
  if (is_twofold(*likelihood) || is_twofold(*impact)) {
    level.lack = is_twofold(*likelihood) ? "its likelihood is written in two ways"
                                         : "its impact is written in two ways";
    return level;
  }
  if (has_scale(likelihood) != has_scale(impact)) {
    level.scale = RiskScale::mixed;
    level.lack = has_scale(likelihood) ? "its likelihood is on the 1 to 5 scale and its impact not"
                                       : "its impact is on the 1 to 5 scale and its likelihood not";
    return level;
  }
  if (has_scale(likelihood)) {
    level.scale = RiskScale::ordinal;
    level.likelihood_level = static_cast<int>(likelihood->get<"scale">()->value);
    level.impact_level = static_cast<int>(impact->get<"scale">()->value);
    level.band = matrix.band(level.likelihood_level, level.impact_level);
    return level;
  }
  if (!read_chance(*likelihood, level) || !read_amount(*impact, means, level)) return level;
  level.exposure = level.chance * level.impact / years;
  // Far beyond any budget, and beyond what can be written to the cent.
  static const Rational most = Rational(1'000'000'000) * 1'000'000'000;
  if (level.impact > most || level.exposure > most) {
    level.lack = "its mean impact is too large for an amount: the range is too wide";
    return level;
  }
  level.scale = RiskScale::money;
  return level;
}

std::string likelihood_words(const RiskLevel& level, const RiskMatrix& matrix) {
  if (level.is_ordinal()) {
    return fmt::format("{} {}", level.likelihood_level,
                       matrix.likelihood_label(level.likelihood_level));
  }
  if (!level.is_money()) return "";
  if (level.chance_low == level.chance_high) return percent_text(level.chance_low) + " %";
  return fmt::format("{} to {} %", percent_text(level.chance_low), percent_text(level.chance_high));
}

std::string impact_words(const RiskLevel& level, const RiskMatrix& matrix) {
  if (level.is_ordinal()) {
    return fmt::format("{} {}", level.impact_level, matrix.impact_label(level.impact_level));
  }
  if (!level.is_money()) return "";
  const std::string low = amount_words(money_of(level.impact_low, level.currency));
  if (level.impact_low == level.impact_high) return low;
  const std::string high = amount_words(money_of(level.impact_high, level.currency));
  return fmt::format("{} to {}", low, high.substr(high.find(' ') + 1));
}

Money money_of(const Rational& minor, Currency currency) {
  // Two hundred risks of the largest amount there is still fit.
  static const Rational most(std::numeric_limits<std::int64_t>::max());
  if (minor > most) return {std::numeric_limits<std::int64_t>::max(), currency};
  if (minor < -most) return {-std::numeric_limits<std::int64_t>::max(), currency};
  return {std::stoll(to_fixed(minor, 0)), currency};
}

}  // namespace brm
