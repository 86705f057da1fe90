#include "assess/shared_exposure.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "assess/value.h"
#include "model/outcome_fields.h"

namespace brm {
namespace {

using Sort = PartyExposure::Sort;
constexpr int whole = 100;  // percent

/// The rows by party and currency, kept in order.
class Parties {
 public:
  PartyExposure& of(Sort sort, std::string_view party, Currency currency) {
    PartyExposure& row = rows_[{sort, party, currency}];
    row.sort = sort;
    row.party = party;
    row.currency = currency;
    return row;
  }

  std::vector<PartyExposure> by_burden() && {
    std::vector<PartyExposure> out;
    for (auto& [key, row] : rows_) out.push_back(std::move(row));
    std::stable_sort(out.begin(), out.end(), [](const PartyExposure& a, const PartyExposure& b) {
      if (a.currency != b.currency) return a.currency < b.currency;
      return a.bears > b.bears;
    });
    return out;
  }

 private:
  std::map<std::tuple<Sort, std::string_view, Currency>, PartyExposure> rows_;
};

/// What one share of a risk comes to in a year, without and with its cap.
struct Burden {
  Rational full;
  Rational capped;
};

Burden burden_of(const RiskJudgement& risk, const Of<kinds::share>& share,
                 const Rational& percent) {
  const RiskLevel& level = risk.now();
  const Rational part = percent / whole;
  Burden out{level.exposure * part, level.exposure * part};
  const auto cap = share.get<"cap">();
  if (!cap || part == 0 || cap->value.currency != level.currency) return out;
  const Rational mean =
      lognormal_mean_up_to(level.impact_low, level.impact_high, cap->value.minor / part);
  out.capped = level.chance * mean * part / risk.years;
  return out;
}

/// Adds up what one risk leaves to whom: it is one risk also for whoever is named in it twice.
class RiskShares {
 public:
  void add(PartyExposure& row, const Rational& amount) {
    row.bears += amount;
    if (std::find(counted_.begin(), counted_.end(), &row) != counted_.end()) return;
    counted_.push_back(&row);
    ++row.risks;
  }

 private:
  std::vector<const PartyExposure*> counted_;
};

void add_risk(const Of<kinds::risk>& risk, const RiskJudgement& judgement, Parties& parties) {
  const Currency currency = judgement.now().currency;
  Rational shared = 0;
  Rational left_over = 0;
  RiskShares borne;
  for (const auto share : risk.get<"shares">()) {
    const auto percent = share.get<"percent">();
    const std::string_view partner = share.text<"relationship">();
    const std::string_view office = share.text<"office">();
    if (!percent || (partner.empty() && office.empty())) continue;
    const Rational part = to_rational(percent->value);
    shared += part;
    const Burden burden = burden_of(judgement, share, part);
    PartyExposure& row = partner.empty() ? parties.of(Sort::office, office, currency)
                                         : parties.of(Sort::relationship, partner, currency);
    borne.add(row, burden.capped);
    if (burden.capped == burden.full) continue;
    row.is_capped = true;
    left_over += burden.full - burden.capped;
  }
  if (left_over > 0) borne.add(parties.of(Sort::over_cap, "", currency), left_over);
  if (shared >= whole) return;
  borne.add(parties.of(Sort::nobody, "", currency),
            judgement.now().exposure * (whole - shared) / whole);
}

void add_value(const Of<kinds::outcome>& outcome, Date as_of, Parties& parties) {
  const auto value = outcome.get<"value">();
  if (!value || !is_summed(value->text<"kind">())) return;
  const Of<kinds::initiative> initiative(outcome.item().record());
  if (standing_of(initiative, as_of) != Standing::promised) return;
  const auto expected = value->get<"expected">();
  if (!expected) return;
  for (const auto share : outcome.get<"value_shares">()) {
    const auto percent = share.get<"percent">();
    const std::string_view party = share.text<"relationship">();
    if (!percent || party.empty()) continue;
    parties.of(Sort::relationship, party, expected->value.currency).gets +=
        expected->value.minor * to_rational(percent->value) / whole;
  }
}

bool counts(const RiskJudgement& judgement) { return judgement.is_open && judgement.is_threat(); }

struct Cause {
  std::vector<const Item*> ordinal;
  std::vector<std::string_view> threatens;
  std::map<Currency, CommonCause> by_currency;
};

void add_threatened(const Of<kinds::risk>& risk, std::vector<std::string_view>& out) {
  for (const auto reference : risk.get<"threatens">()) {
    if (std::find(out.begin(), out.end(), reference.value) == out.end()) {
      out.push_back(reference.value);
    }
  }
}

}  // namespace

std::vector<PartyExposure> share_exposure(const Assessment& assessed,
                                          const std::vector<const Item*>& risks) {
  Parties parties;
  for (const Item* risk : risks) {
    const RiskJudgement& judgement = assessed.risk(*risk);
    if (!counts(judgement) || !judgement.now().is_money()) continue;
    add_risk(Of<kinds::risk>(*risk), judgement, parties);
  }
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    add_value(Of<kinds::outcome>(*outcome), assessed.as_of(), parties);
  }
  return std::move(parties).by_burden();
}

std::vector<CommonCause> common_causes(const Assessment& assessed,
                                       const std::vector<const Item*>& risks) {
  std::map<std::string_view, Cause> causes;
  for (const Item* risk : risks) {
    const Of<kinds::risk> view(*risk);
    const RiskJudgement& judgement = assessed.risk(*risk);
    const std::string_view relationship = view.text<"common_cause">();
    if (relationship.empty() || !counts(judgement)) continue;
    Cause& cause = causes[relationship];
    add_threatened(view, cause.threatens);
    const RiskLevel& level = judgement.now();
    if (!level.is_money()) {
      cause.ordinal.push_back(risk);
      continue;
    }
    CommonCause& row = cause.by_currency[level.currency];
    row.risks.push_back(risk);
    ++row.in_money;
    row.at_once += level.impact;
    row.exposure += level.exposure;
  }
  std::vector<CommonCause> out;
  for (auto& [relationship, cause] : causes) {
    if (cause.by_currency.empty()) cause.by_currency[assessed.currency()];
    for (auto& [currency, row] : cause.by_currency) {
      row.relationship = relationship;
      row.currency = currency;
      row.risks.insert(row.risks.end(), cause.ordinal.begin(), cause.ordinal.end());
      row.threatens = cause.threatens;
      out.push_back(std::move(row));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const CommonCause& a, const CommonCause& b) {
    if (a.at_once != b.at_once) return a.at_once > b.at_once;
    return a.risks.size() > b.risks.size();
  });
  return out;
}

}  // namespace brm
