#include "assess/concentration.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "model/status.h"

namespace brm {
namespace {

struct Amounts {
  Rational exposure = 0;
  Rational value = 0;
  std::vector<const Item*> agreements;  // in `value`
  bool has_negative_value = false;
};
using ByCurrency = std::map<Currency, Amounts>;

struct Partner {
  std::size_t initiatives = 0;
  ByCurrency amounts;
};

class Partners {
 public:
  explicit Partners(const Assessment& assessed) : assessed_(assessed) {}

  void add_initiatives() {
    for (const Item* item : assessed_.portfolio().all(kinds::initiative)) {
      const Of<kinds::initiative> initiative(*item);
      if (is_over(initiative, assessed_.as_of())) continue;
      ++running_;
      std::set<std::string_view> parties;  // one with two roles is in it once
      for (const auto party : initiative.get<"parties">()) {
        parties.insert(party.text<"relationship">());
      }
      for (const std::string_view id : parties) ++partners_[id].initiatives;
    }
  }

  void add_risks() {
    for (const Item* item : assessed_.portfolio().all(kinds::risk)) {
      const RiskJudgement& risk = assessed_.risk(*item);
      if (!risk.is_open || !risk.is_threat() || !risk.now().is_money()) continue;
      const Currency currency = risk.now().currency;
      all_[currency].exposure += risk.now().exposure;
      const std::string_view cause = Of<kinds::risk>(*item).text<"common_cause">();
      const std::string_view home = item->record().id();
      partners_[home].amounts[currency].exposure += risk.now().exposure;
      if (cause.empty() || cause == home) continue;
      partners_[cause].amounts[currency].exposure += risk.now().exposure;
    }
  }

  void add_agreements(const std::vector<AgreementStanding>& agreements) {
    for (const AgreementStanding& standing : agreements) {
      if (!standing.value || standing.is_over()) continue;
      const Of<kinds::relationship> partner(standing.partner());
      if (!partner.is<"type", "private_partner">()) continue;  // many of the others pay the office
      const Rational minor(standing.value->minor);
      all_[standing.value->currency].value += minor;
      if (minor < 0) all_[standing.value->currency].has_negative_value = true;
      Amounts& own = partners_[standing.partner().id()].amounts[standing.value->currency];
      own.value += minor;
      own.agreements.push_back(standing.agreement);
    }
  }

  std::vector<Concentration> rows() {
    std::vector<Concentration> out;
    for (const Item* item : assessed_.portfolio().all(kinds::relationship)) {
      if (!Of<kinds::relationship>(*item).is<"type", "private_partner">()) continue;
      const auto found = partners_.find(item->id());
      if (found == partners_.end()) continue;
      Partner& partner = found->second;
      if (partner.amounts.empty()) partner.amounts[assessed_.currency()];
      for (const auto& [currency, amounts] : partner.amounts) {
        const Amounts& all = all_[currency];
        out.push_back({item, currency, partner.initiatives, running_, amounts.exposure,
                       all.exposure, amounts.value, all.value, shared_numbers(amounts.agreements),
                       all.has_negative_value});
      }
    }
    return out;
  }

 private:
  const Assessment& assessed_;
  std::size_t running_ = 0;
  ByCurrency all_;
  std::unordered_map<std::string_view, Partner> partners_;
};

Rational share(const Rational& part, const Rational& all) {
  return all > Rational(0) ? part / all : Rational(0);
}

}  // namespace

Rational Concentration::largest_share() const {
  const Rational of_value = has_negative_value ? Rational(0) : share(value, all_value);
  return std::max(share(exposure, all_exposure), of_value);
}

std::vector<Concentration> concentrations(const Assessment& assessed,
                                          const std::vector<AgreementStanding>& agreements) {
  Partners partners(assessed);
  partners.add_initiatives();
  partners.add_risks();
  partners.add_agreements(agreements);
  std::vector<Concentration> out = partners.rows();
  std::stable_sort(out.begin(), out.end(), [](const Concentration& a, const Concentration& b) {
    const Rational x = a.largest_share();
    const Rational y = b.largest_share();
    return x != y ? x > y : a.initiatives > b.initiatives;
  });
  return out;
}

}  // namespace brm
