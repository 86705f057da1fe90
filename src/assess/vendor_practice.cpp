#include "assess/vendor_practice.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "assess/concentration.h"
#include "assess/next_dates.h"
#include "assess/service_level.h"
#include "model/status.h"

namespace brm {
namespace {

using Check = PracticeCheck;
using Ids = std::unordered_set<std::string_view>;

constexpr std::size_t alternatives_needed = 2;
constexpr std::array practices{VendorPractice::identify, VendorPractice::identify,
                               VendorPractice::identify, VendorPractice::select,
                               VendorPractice::manage,   VendorPractice::manage,
                               VendorPractice::manage,   VendorPractice::risk,
                               VendorPractice::monitor,  VendorPractice::monitor};

class Practice {
 public:
  Practice(const Assessment& assessed, const std::vector<const Item*>& relationships)
      : assessed_(assessed) {
    for (std::size_t i = 0; i < practices.size(); ++i) {
      checks_.push_back({static_cast<Check>(i), 0, 0, {}});
    }
    for (const Item* item : relationships) {
      const Of<kinds::relationship> partner(*item);
      if (!partner.is<"type", "private_partner">() || is_ended(partner, assessed.as_of())) continue;
      partners_.push_back(item);
      ids_.insert(item->id());
    }
    agreements_ = agreement_standings(assessed, partners_);
    evidence_from_ = months_after(assessed.as_of(), -assessed.policy().whole<"evidence_months">());
  }

  void look_at_initiatives() {
    Ids working;
    for (const Item* item : assessed_.portfolio().all(kinds::initiative)) {
      const Of<kinds::initiative> initiative(*item);
      if (is_over(initiative, assessed_.as_of())) continue;
      bool is_delivered = false;
      for (const auto party : initiative.get<"parties">()) {
        if (!ids_.contains(party.text<"relationship">())) continue;
        working.insert(party.text<"relationship">());
        is_delivered = is_delivered || party.is<"role", "deliverer">();
      }
      if (!is_delivered) continue;
      const auto business_case = initiative.get<"business_case">();
      add(Check::alternatives,
          business_case && business_case->get<"alternatives">().size() >= alternatives_needed,
          *item);
    }
    Ids covered;
    for (const AgreementStanding& each : agreements_) {
      if (!each.is_over()) covered.insert(each.partner().id());
    }
    for (const Item* partner : partners_) {
      if (!working.contains(partner->id())) continue;
      add(Check::agreement_for_work, covered.contains(partner->id()), *partner);
    }
  }

  void look_at_agreements() {
    for (const AgreementStanding& each : agreements_) {
      if (each.is_over()) continue;
      const Of<kinds::agreement> agreement(*each.agreement);
      add(Check::agreement_complete,
          agreement.has<"number">() && each.has_period() && each.value.has_value(),
          *each.agreement);
      if (!each.is_in_force()) continue;
      add(Check::owners, agreement.has<"administrator">() && agreement.has<"business_owner">(),
          *each.agreement);
      if (each.term.end) add(Check::notice_known, each.term.notice.has_value(), *each.agreement);
      add(Check::performance_measured, is_measured(agreement), *each.agreement);
    }
  }

  void look_at_partners(const std::vector<NearNames>& near) {
    std::unordered_set<const Item*> doubled;
    for (const NearNames& pair : near) {
      doubled.insert(pair.first.party);
      doubled.insert(pair.second.party);
    }
    const Ids at_risk = named_by_open_risks();
    for (const Item* item : partners_) {
      const Of<kinds::relationship> partner(*item);
      add(Check::one_record, !doubled.contains(item), *item);
      add(Check::reviewed, was_reviewed(partner), *item);
      const bool matters = partner.is<"tier", "strategic">() || partner.is<"tier", "conditional">();
      if (matters) add(Check::risks_on_record, at_risk.contains(item->id()), *item);
    }
    for (const SideGrades& grades : grades_of(assessed_, partners_)) {
      const bool is_bad = grades.latest.grade == "D" || grades.latest.grade == "F";
      if (is_bad) add(Check::bad_grades_answered, !grades.lacks_response, *grades.latest.agreement);
    }
  }

  std::vector<CheckedPractice> take() && { return std::move(checks_); }

 private:
  void add(Check check, bool is_found, const Item& item) {
    CheckedPractice& row = checks_[static_cast<std::size_t>(check)];
    ++row.of;
    if (is_found) {
      ++row.found;
    } else {
      row.lacking.push_back(&item);
    }
  }

  bool is_recent(Date date) const { return date >= evidence_from_ && date <= assessed_.as_of(); }

  bool was_reviewed(const Of<kinds::relationship>& partner) const {
    for (const auto review : partner.get<"reviews">()) {
      const auto date = review.get<"date">();
      if (date && is_recent(date->value)) return true;
    }
    return false;
  }

  bool is_measured(const Of<kinds::agreement>& agreement) const {
    for (const auto performance : agreement.get<"performance">()) {
      const auto date = performance.get<"date">();
      const bool is_grade = performance.is<"of", "partner">() && performance.has<"grade">();
      if (is_grade && date && is_recent(date->value)) return true;
    }
    for (const auto level : agreement.get<"service_levels">()) {
      const Judgement judged = judge_service_level(level, assessed_.as_of(), assessed_.policy());
      if (words_of(judged.verdict).is_judged) return true;
    }
    return false;
  }

  /// The records of open threats, their common causes, and who bears a share of one.
  Ids named_by_open_risks() const {
    Ids out;
    for (const Item* item : assessed_.portfolio().all(kinds::risk)) {
      const RiskJudgement& judged = assessed_.risk(*item);
      if (!judged.is_open || !judged.is_threat()) continue;
      const Of<kinds::risk> risk(*item);
      out.insert(item->record().id());
      out.insert(risk.text<"common_cause">());
      for (const auto share : risk.get<"shares">()) out.insert(share.text<"relationship">());
    }
    return out;
  }

  const Assessment& assessed_;
  std::vector<const Item*> partners_;
  Ids ids_;
  std::vector<AgreementStanding> agreements_;
  Date evidence_from_;
  std::vector<CheckedPractice> checks_;
};

}  // namespace

VendorPractice practice_of(PracticeCheck check) {
  return practices[static_cast<std::size_t>(check)];
}

std::vector<CheckedPractice> check_vendor_practice(const Assessment& assessed,
                                                   const std::vector<const Item*>& relationships,
                                                   const std::vector<NearNames>& near) {
  Practice practice(assessed, relationships);
  practice.look_at_initiatives();
  practice.look_at_agreements();
  practice.look_at_partners(near);
  return std::move(practice).take();
}

}  // namespace brm
