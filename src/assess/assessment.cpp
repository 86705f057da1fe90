#include "assess/assessment.h"

#include "base/blocks.h"

namespace brm {

Assessment::Assessment(const Portfolio& portfolio, Date as_of, std::size_t jobs)
    : portfolio_(portfolio),
      as_of_(as_of),
      jobs_(jobs),
      policy_(portfolio.office()),
      risk_policy_(brm::risk_policy(portfolio.office())) {
  if (portfolio.office() != nullptr) {
    const Of<kinds::office> office(*portfolio.office());
    currency_ = find_currency(office.text<"currency">()).value_or(Currency{});
  }
}

const Judgement& Assessment::outcome(const Item& outcome) const {
  // Once all are judged, several threads may ask.
  if (const auto known = outcomes_.find(&outcome); known != outcomes_.end()) return known->second;
  Judgement& judged = outcomes_[&outcome];
  judged = judge(series_of(Of<kinds::outcome>(outcome)), as_of_, policy_);
  return judged;
}

void Assessment::judge_outcomes() const {
  const std::vector<const Item*>& outcomes = portfolio_.all(kinds::outcome);
  std::vector<Judgement*> judgements;
  outcomes_.reserve(outcomes.size());
  for (const Item* outcome : outcomes) {
    const auto [found, is_new] = outcomes_.try_emplace(outcome);
    judgements.push_back(is_new ? &found->second : nullptr);
  }
  for_each_block(outcomes.size(), jobs_, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      if (judgements[i] == nullptr) continue;
      *judgements[i] = judge(series_of(Of<kinds::outcome>(*outcomes[i])), as_of_, policy_);
    }
  });
}

const InitiativeJudgement& Assessment::initiative(const Item& initiative) const {
  const auto [found, is_new] = initiatives_.try_emplace(&initiative);
  if (!is_new) return found->second;
  const Of<kinds::initiative> view(initiative);
  std::vector<JudgedOutcome> outcomes;
  for (const auto outcome : view.get<"outcomes">()) {
    outcomes.push_back({&outcome.item(), &this->outcome(outcome.item())});
  }
  found->second = judge_initiative(view, outcomes, as_of_, policy_);
  return found->second;
}

const RiskJudgement& Assessment::risk(const Item& risk) const {
  const auto [found, is_new] = risks_.try_emplace(&risk);
  if (is_new) found->second = judge_risk(Of<kinds::risk>(risk), as_of_, risk_policy_, means_);
  return found->second;
}

void Assessment::forget() {
  outcomes_.clear();
  initiatives_.clear();
  risks_.clear();
  correction_days_.reset();
}

}  // namespace brm
