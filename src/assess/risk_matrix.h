// The bands of risks on the 1 to 5 scale, and what the levels are called: by table, never by
// multiplying ordinal numbers.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "assess/policy.h"

namespace brm {

/// In rising order, as the words of `bands` in the field table.
enum class Band : std::uint8_t { low, moderate, high, critical };
std::string_view to_text(Band band);

/// The band of every place of the 5 by 5 matrix: brm's own table with the cells that
/// `policy.matrix` gives in their place, and the labels of `scales`.
class RiskMatrix {
 public:
  static constexpr int levels = 5;

  /// `office` may be null.
  explicit RiskMatrix(const Item* office);

  /// `likelihood` and `impact` from 1 to 5.
  Band band(int likelihood, int impact) const;
  /// `almost certain`; brm's own word where the office has none.
  const std::string& likelihood_label(int level) const;
  const std::string& impact_label(int level) const;
  /// Risks above this band need a response: `policy.appetite_band`.
  Band appetite() const { return appetite_; }

 private:
  std::array<std::array<Band, levels>, levels> bands_;
  std::array<std::string, levels> likelihood_labels_;
  std::array<std::string, levels> impact_labels_;
  Band appetite_ = Band::moderate;
};

}  // namespace brm
