#include "assess/evidenced_level.h"

#include <algorithm>

namespace brm {
namespace {

using State = EvidenceFound::State;

constexpr int last_rung = 5;
constexpr int partner_trusts = 4;

constexpr std::array<EvidenceWords, evidence_count> table{{
    {Evidence::manager, 2, "manager", "name a `manager`"},
    {Evidence::review_or_promise, 2, "review or promise", "hold a review, write down a promise"},
    {Evidence::cadence_kept, 3, "reviews held as planned", "hold the reviews that were planned"},
    {Evidence::measured, 3, "service levels or satisfaction measured",
     "measure a service level, or ask how satisfied they are"},
    {Evidence::partners_advice, 4, "advice from them",
     "ask the partner for advice, and write down what came of it"},
    {Evidence::owned_outcome, 4, "outcome owned by them",
     "let somebody at the partner own an outcome"},
    {Evidence::partners_view, 4, "their own view 4 or more",
     "ask the partner how mature it thinks the relationship is"},
    {Evidence::shared_risk, 5, "shared risk", "share a risk, and write down who bears how much"},
    {Evidence::shared_value, 5, "shared value", "agree on who gets how much of the value"},
    {Evidence::seat, 5, "seat in a body", "give the partner a seat where it is decided"},
    {Evidence::trial, 5, "joint experiment or signal", "try something out together"},
}};

/// Looks for all of it in one record, and in what was found in the others.
class Ladder {
 public:
  Ladder(const Relationship& relationship, Date as_of, const Policy& policy, const SharedWork* work)
      : relationship_(relationship),
        as_of_(as_of),
        since_(evidence_since(as_of, policy)),
        policy_(policy),
        work_(work) {}

  EvidencedLevel climb() && {
    find_second_rung();
    find_third_rung();
    find_fourth_rung();
    find_elsewhere(Evidence::owned_outcome, &SharedWork::owned_outcome);
    find_elsewhere(Evidence::shared_risk, &SharedWork::shared_risk);
    find_elsewhere(Evidence::shared_value, &SharedWork::shared_value);
    find_elsewhere(Evidence::seat, &SharedWork::seat);
    find_elsewhere(Evidence::trial, &SharedWork::trial);
    out_.level = last_rung;
    for (const EvidenceWords& words : table) {
      if (out_.of(words.evidence).state == State::lacks) {
        out_.level = std::min(out_.level, words.level - 1);
      }
    }
    return out_;
  }

 private:
  EvidenceFound& at(Evidence evidence) { return out_.found[static_cast<std::size_t>(evidence)]; }
  void set(Evidence evidence, Span place, std::optional<Date> date = {}) {
    EvidenceFound& found = at(evidence);
    if (found.state == State::there && found.date && date && *found.date >= *date) return;
    found = {State::there, place, date};
  }
  bool counts(const std::optional<Located<Date>>& date) const {
    return date && date->value > since_ && date->value <= as_of_;
  }
  void set_if_counts(Evidence evidence, const std::optional<Located<Date>>& date) {
    if (counts(date)) set(evidence, date->span, date->value);
  }

  void find_second_rung() {
    if (const auto manager = relationship_.get<"manager">()) {
      set(Evidence::manager, manager->span);
    }
    for (const auto review : relationship_.get<"reviews">()) {
      set_if_counts(Evidence::review_or_promise, review.get<"date">());
    }
    for (const auto promise : relationship_.get<"promises">()) {
      set_if_counts(Evidence::review_or_promise, promise.get<"made">());
      set_if_counts(Evidence::review_or_promise, promise.get<"met_on">());
    }
  }

  void find_third_rung() {
    const Attention attention = attention_of(relationship_, as_of_, policy_);
    const bool is_kept =
        attention.held > 0 && attention.is_kept(policy_.number<"cadence_kept_share">());
    if (is_kept) set(Evidence::cadence_kept, relationship_.place(), attention.last_review);
    for (const auto answer : relationship_.get<"satisfaction">()) {
      set_if_counts(Evidence::measured, answer.get<"date">());
    }
    for (const auto agreement : relationship_.get<"agreements">()) {
      for (const auto service : agreement.get<"service_levels">()) {
        for (const auto measurement : service.get<"measurements">()) {
          const bool is_pending = !measurement.has<"value">() && !measurement.has<"numerator">() &&
                                  !measurement.has<"met">();
          if (!is_pending) set_if_counts(Evidence::measured, measurement.get<"date">());
        }
      }
    }
  }

  void find_fourth_rung() {
    for (const auto advice : relationship_.get<"advice">()) {
      if (!advice.is<"from", "partner">()) continue;
      set_if_counts(Evidence::partners_advice, advice.get<"date">());
    }
    if (at(Evidence::partners_advice).state == State::lacks) {
      find_elsewhere(Evidence::partners_advice, &SharedWork::advice);
    }
    const Maturity maturity = maturity_of(relationship_, as_of_);
    if (maturity.theirs && maturity.theirs->level >= partner_trusts &&
        maturity.theirs->date > since_) {
      set(Evidence::partners_view, maturity.theirs->place, maturity.theirs->date);
    }
  }

  void find_elsewhere(Evidence evidence, std::optional<EvidencePlace> SharedWork::*proof) {
    if (work_ == nullptr) {
      at(evidence).state = State::unseen;
    } else if (const auto& found = work_->*proof) {
      set(evidence, found->place, found->date);
    }
  }

  const Relationship& relationship_;
  Date as_of_;
  Date since_;
  const Policy& policy_;
  const SharedWork* work_;
  EvidencedLevel out_;
};

}  // namespace

const EvidenceWords& words_of(Evidence evidence) {
  return table[static_cast<std::size_t>(evidence)];
}

std::vector<Evidence> EvidencedLevel::carried_by() const {
  std::vector<Evidence> out;
  for (const EvidenceWords& words : table) {
    if (words.level == level && of(words.evidence).state == State::there) {
      out.push_back(words.evidence);
    }
  }
  return out;
}

std::vector<Evidence> EvidencedLevel::lacking() const { return lacking_for(level + 1); }

std::vector<Evidence> EvidencedLevel::lacking_for(int rung) const {
  std::vector<Evidence> out;
  for (const EvidenceWords& words : table) {
    if (words.level <= rung && of(words.evidence).state == State::lacks) {
      out.push_back(words.evidence);
    }
  }
  return out;
}

EvidencedLevel evidenced_level(const Relationship& relationship, Date as_of, const Policy& policy,
                               const SharedWork* work) {
  return Ladder(relationship, as_of, policy, work).climb();
}

}  // namespace brm
