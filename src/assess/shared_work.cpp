#include "assess/shared_work.h"

#include <algorithm>
#include <set>

#include "assess/agreement_term.h"
#include "assess/open_risk.h"
#include "model/people_fields.h"
#include "model/status.h"
#include "model/technology_fields.h"

namespace brm {
namespace {

/// Added once, though several roles lead to it.
void add_once(std::vector<const Item*>& list, const Item& item) {
  if (list.empty() || list.back() != &item) list.push_back(&item);
}

void add_money(std::vector<Money>& sums, const Money& amount) {
  for (Money& sum : sums) {
    if (sum.currency != amount.currency) continue;
    sum.minor += amount.minor;
    return;
  }
  sums.push_back(amount);
}

}  // namespace

bool is_open_risk(const Item& risk) {
  const Of<kinds::risk> view(risk);
  return view.is<"status", "open">() || view.is<"status", "monitoring">();
}

/// Goes over all records once and writes down what each means for whom.
class SharedWorks::Finder {
 public:
  Finder(const Assessment& assessed, SharedWorks& works)
      : assessed_(assessed),
        since_(evidence_since(assessed.as_of(), assessed.policy())),
        works_(works) {}

  void find() {
    const Portfolio& portfolio = assessed_.portfolio();
    for (const Item* initiative : portfolio.all(kinds::initiative)) {
      if (!is_over(*initiative, assessed_.as_of())) {
        add_initiative(Of<kinds::initiative>(*initiative));
      }
      add_experiments(Of<kinds::initiative>(*initiative));
    }
    for (const Item* risk : portfolio.all(kinds::risk)) {
      const bool counts = is_open_risk(*risk) && !is_in_ended_work(*risk, assessed_.as_of());
      if (counts) add_risk(Of<kinds::risk>(*risk));
    }
    for (const Item* record : portfolio.all(kinds::relationship)) {
      add_agreements(Relationship(*record));
    }
    for (const Item* body : portfolio.all(kinds::body)) add_seats(Of<kinds::body>(*body));
    for (const Item* signal : portfolio.all(kinds::signal)) add_signal(Of<kinds::signal>(*signal));
    for (const Item* technology : portfolio.all(kinds::technology)) add_advice(*technology);
  }

 private:
  /// Null where nobody is meant.
  SharedWork* work_of(std::string_view party) {
    return party.empty() ? nullptr : &works_.works_[party];
  }
  SharedWork* behind(std::string_view reference) { return work_of(works_.party_of(reference)); }

  static void prove(std::optional<EvidencePlace> SharedWork::*evidence, SharedWork* work,
                    const Item& item, Span place, std::optional<Date> date = {}) {
    if (work != nullptr && !(work->*evidence)) work->*evidence = EvidencePlace{&item, place, date};
  }
  bool counts(const std::optional<Located<Date>>& date) const {
    return date && date->value > since_ && date->value <= assessed_.as_of();
  }

  void add_initiative(const Of<kinds::initiative>& initiative) {
    for (const auto party : initiative.get<"parties">()) {
      SharedWork* work = behind(party.text<"relationship">());
      if (work == nullptr) continue;
      add_once(work->initiatives, initiative.item());
      if (party.is<"role", "sponsor">()) add_once(work->sponsored, initiative.item());
    }
    add_outcomes(initiative);
  }

  void add_outcomes(const Of<kinds::initiative>& initiative) {
    for (const auto outcome : initiative.get<"outcomes">()) {
      const auto add = [&](SharedWork* work) {
        if (work != nullptr) add_once(work->outcomes, outcome.item());
      };
      add(behind(outcome.text<"beneficiary">()));
      const auto owner = outcome.get<"owner">();
      SharedWork* owners = owner ? behind(owner->value) : nullptr;
      add(owners);
      if (owner) prove(&SharedWork::owned_outcome, owners, outcome.item(), owner->span);
      for (const auto party : initiative.get<"parties">()) {
        if (party.is<"role", "deliverer">()) add(behind(party.text<"relationship">()));
      }
      for (const auto share : outcome.get<"value_shares">()) {
        add_share(share.get<"relationship">(), share.get<"percent">(), outcome.item(),
                  &SharedWork::shared_value);
      }
    }
  }

  template <class Reference, class Percent>
  void add_share(const Reference& party, const Percent& percent, const Item& item,
                 std::optional<EvidencePlace> SharedWork::*evidence) {
    if (!party || !percent || percent->value.coefficient <= 0) return;
    prove(evidence, behind(party->value), item, party->span);
  }

  void add_experiments(const Of<kinds::initiative>& initiative) {
    for (const auto experiment : initiative.get<"experiments">()) {
      const auto result = experiment.get<"result">();
      const auto found = result ? result->get<"date">() : std::nullopt;
      const auto started = experiment.get<"started">();
      const auto& day = counts(found) ? found : started;
      if (!counts(day)) continue;
      for (const auto with : experiment.get<"with">()) {
        prove(&SharedWork::trial, behind(with.value), experiment.item(), with.span, day->value);
      }
    }
  }

  void add_risk(const Of<kinds::risk>& risk) {
    const auto add = [&](SharedWork* work) {
      if (work != nullptr) add_once(work->risks, risk.item());
    };
    const Item& record = risk.item().record();
    if (record.kind == &kinds::relationship) add(work_of(record.id()));
    add(behind(risk.text<"managed_by">()));
    add(behind(risk.text<"common_cause">()));
    for (const auto share : risk.get<"shares">()) {
      const auto party = share.get<"relationship">();
      const auto percent = share.get<"percent">();
      add_share(party, percent, risk.item(), &SharedWork::shared_risk);
      if (!party || !percent || percent->value.coefficient <= 0) continue;
      if (SharedWork* work = behind(party->value)) add_once(work->borne, risk.item());
    }
  }

  void add_agreements(const Relationship& relationship) {
    for (const auto agreement : relationship.get<"agreements">()) {
      const AgreementTerm term = agreement_term(agreement, assessed_.as_of(), assessed_.policy());
      const bool is_undated = !term.has_period() && !term.is_closed;
      if (!is_undated && !term.is_in_force()) continue;
      if (SharedWork* work = work_of(relationship.item().id())) {
        (is_undated ? work->undated : work->agreements).push_back(&agreement.item());
        std::vector<Money>& sums = is_undated ? work->undated_value : work->value;
        if (const auto value = agreement.get<"value">()) add_money(sums, value->value);
      }
      if (is_undated) continue;
      const auto sharing = agreement.get<"risk_reward">();
      if (!sharing) continue;
      for (const auto share : sharing->get<"gain_share">()) {
        add_share(share.get<"relationship">(), share.get<"percent">(), agreement.item(),
                  &SharedWork::shared_value);
      }
      for (const auto share : sharing->get<"pain_share">()) {
        add_share(share.get<"relationship">(), share.get<"percent">(), agreement.item(),
                  &SharedWork::shared_risk);
      }
    }
  }

  void add_seats(const Of<kinds::body>& body) {
    if (const auto chair = body.get<"chair">()) {
      prove(&SharedWork::seat, behind(chair->value), body.item(), chair->span);
    }
    for (const auto member : body.get<"members">()) {
      const auto person = member.get<"person">();
      if (person) prove(&SharedWork::seat, behind(person->value), body.item(), person->span);
    }
  }

  void add_signal(const Of<kinds::signal>& signal) {
    const auto by = signal.get<"reported_by">();
    const auto date = signal.get<"date">();
    if (!by || !counts(date)) return;
    prove(&SharedWork::trial, behind(by->value), signal.item(), by->span, date->value);
  }

  void add_advice(const Item& technology) {
    for (const auto assessment : Of<kinds::technology>(technology).get<"assessments">()) {
      const auto by = assessment.get<"by">();
      const auto date = assessment.get<"date">();
      if (!by || !counts(date)) continue;
      prove(&SharedWork::advice, behind(by->value), technology, by->span, date->value);
    }
  }

  const Assessment& assessed_;
  Date since_;
  SharedWorks& works_;
};

const SharedWorks& Assessment::shared_works() const {
  if (shared_works_ == nullptr) shared_works_ = std::make_shared<const SharedWorks>(*this);
  return *shared_works_;
}

SharedWorks::SharedWorks(const Assessment& assessed) : portfolio_(assessed.portfolio()) {
  Finder(assessed, *this).find();
}

const SharedWork& SharedWorks::of(const Item& relationship) const {
  static const SharedWork nothing;
  const auto found = works_.find(relationship.id());
  return found == works_.end() ? nothing : found->second;
}

std::string_view SharedWorks::party_of(std::string_view reference) const {
  const Item* item = portfolio_.find_record(reference);
  if (item != nullptr && item->kind == &kinds::person) {
    item = portfolio_.find_record(Of<kinds::person>(*item).text<"at">());
  }
  return item != nullptr && item->kind == &kinds::relationship ? item->id() : std::string_view{};
}

}  // namespace brm
