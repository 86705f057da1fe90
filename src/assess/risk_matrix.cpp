#include "assess/risk_matrix.h"

#include <algorithm>

namespace brm {
namespace {

using enum Band;

/// Rows by likelihood, columns by impact, both from 1: the common convention of registers
/// (reference/field.md, section 5), which no arithmetic may be read into.
constexpr std::array<std::array<Band, RiskMatrix::levels>, RiskMatrix::levels> usual_bands{{
    {low, low, low, low, moderate},
    {low, low, moderate, moderate, high},
    {low, moderate, moderate, high, critical},
    {low, moderate, high, critical, critical},
    {moderate, high, critical, critical, critical},
}};

constexpr std::array<std::string_view, RiskMatrix::levels> usual_likelihoods{
    "rare", "unlikely", "possible", "likely", "almost certain"};
constexpr std::array<std::string_view, RiskMatrix::levels> usual_impacts{
    "negligible", "minor", "moderate", "major", "critical"};

Band band_called(std::string_view word) {
  const auto found = std::find(std::begin(kinds::bands), std::end(kinds::bands), word);
  return static_cast<Band>(found - std::begin(kinds::bands));
}

/// From 1, as the records and their readers count.
std::size_t index_of(std::int64_t level) { return static_cast<std::size_t>(level - 1); }

template <class Levels>
void take_labels(const Levels& levels, std::array<std::string, RiskMatrix::levels>& labels) {
  for (const auto level : levels) {
    const auto number = level.template get<"level">();
    const auto label = level.template get<"label">();
    if (number && label) labels[index_of(number->value)] = label->value;
  }
}

}  // namespace

std::string_view to_text(Band band) { return kinds::bands[static_cast<std::size_t>(band)]; }

RiskMatrix::RiskMatrix(const Item* office) : bands_(usual_bands) {
  std::copy(usual_likelihoods.begin(), usual_likelihoods.end(), likelihood_labels_.begin());
  std::copy(usual_impacts.begin(), usual_impacts.end(), impact_labels_.begin());
  if (office == nullptr) return;
  const Of<kinds::office> view(*office);
  if (const auto scales = view.get<"scales">()) {
    take_labels(scales->get<"likelihood">(), likelihood_labels_);
    take_labels(scales->get<"impact">(), impact_labels_);
  }
  const auto policy = view.get<"policy">();
  if (!policy) return;
  if (policy->has<"appetite_band">()) appetite_ = band_called(policy->text<"appetite_band">());
  for (const auto cell : policy->get<"matrix">()) {
    const auto likelihood = cell.get<"likelihood">();
    const auto impact = cell.get<"impact">();
    const auto band = cell.get<"band">();
    if (!likelihood || !impact || !band) continue;
    bands_[index_of(likelihood->value)][index_of(impact->value)] = band_called(band->value);
  }
}

Band RiskMatrix::band(int likelihood, int impact) const {
  return bands_[index_of(likelihood)][index_of(impact)];
}

const std::string& RiskMatrix::likelihood_label(int level) const {
  return likelihood_labels_[index_of(level)];
}

const std::string& RiskMatrix::impact_label(int level) const {
  return impact_labels_[index_of(level)];
}

}  // namespace brm
