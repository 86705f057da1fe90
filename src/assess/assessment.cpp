#include "assess/assessment.h"

namespace brm {

Assessment::Assessment(const Portfolio& portfolio, Date as_of)
    : portfolio_(portfolio), as_of_(as_of), policy_(portfolio.office()) {
  if (portfolio.office() != nullptr) {
    const Of<kinds::office> office(*portfolio.office());
    currency_ = find_currency(office.text<"currency">()).value_or(Currency{});
  }
  for (const Item* outcome : portfolio.all("outcome")) {
    outcomes_.emplace(outcome, judge(series_of(Of<kinds::outcome>(*outcome)), as_of, policy_));
  }
  for (const Item* initiative : portfolio.all("initiative")) {
    const Of<kinds::initiative> view(*initiative);
    std::vector<JudgedOutcome> outcomes;
    for (const auto outcome : view.get<"outcomes">()) {
      outcomes.push_back({&outcome.item(), &outcomes_.at(&outcome.item())});
    }
    initiatives_.emplace(initiative, judge_initiative(view, outcomes, as_of, policy_));
  }
}

}  // namespace brm
