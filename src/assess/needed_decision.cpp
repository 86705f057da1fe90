#include "assess/needed_decision.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assess/clocks.h"
#include "assess/correction.h"
#include "assess/governance.h"
#include "base/spelling.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"
#include "model/status.h"

namespace brm {
namespace {

constexpr std::array words{
    DecisionWords{DecisionAsked::notice, "notice", "renew it or give notice"},
    DecisionWords{DecisionAsked::acceptance, "acceptance", "accept the risk again, or respond"},
    DecisionWords{DecisionAsked::response, "response", "respond to the risk, or accept it"},
    DecisionWords{DecisionAsked::correction, "correction", "change the course, or stop"},
    DecisionWords{DecisionAsked::rating, "rating", "settle why it is reported green"},
    DecisionWords{DecisionAsked::experiment, "experiment", "adopt, adapt or abandon it"},
    DecisionWords{DecisionAsked::question, "question", "decide it"},
};

/// A decision and what it is sorted by within its sort: smaller is more urgent.
struct Ranked {
  NeededDecision decision;
  Rational rank;
};

/// `19 days`, of a number that is not negative.
std::string days_words(int days) { return counted(static_cast<std::size_t>(days), "day"); }

class Search {
 public:
  Search(const Assessment& assessed, Date last) : assessed_(assessed), last_(last) {}

  std::vector<NeededDecision> run() {
    for (const Clock& clock : clocks_of(assessed_)) look_at(clock);
    const Portfolio& portfolio = assessed_.portfolio();
    for (const Item* risk : portfolio.all(kinds::risk)) look_at_risk(*risk);
    for (const Item* outcome : portfolio.all(kinds::outcome)) look_at_outcome(*outcome);
    for (const Item* work : portfolio.all(kinds::initiative)) look_at_rating(*work);
    for (const Item* body : portfolio.all(kinds::body)) look_at_body(*body);
    std::stable_sort(found_.begin(), found_.end(), [](const Ranked& a, const Ranked& b) {
      if (a.decision.asked != b.decision.asked) return a.decision.asked < b.decision.asked;
      return a.rank < b.rank;
    });
    std::vector<NeededDecision> out;
    for (Ranked& each : found_) out.push_back(std::move(each.decision));
    return out;
  }

 private:
  void add(DecisionAsked asked, const Item& item, std::string why, std::string_view who, Span place,
           Rational rank) {
    found_.push_back({{asked, &item, std::move(why), who, place}, std::move(rank)});
  }

  void look_at(const Clock& clock) {
    if (clock.kind == ClockKind::notice && clock.days_left >= 0 && clock.due <= last_) {
      const std::string left = clock.days_left == 0 ? "today" : "in " + days_words(clock.days_left);
      add(DecisionAsked::notice, *clock.item,
          fmt::format("notice is due by {}, {}", to_text(clock.due), left), clock.owner,
          clock.place, clock.due.days);
    }
    if (clock.kind == ClockKind::experiment_end && clock.days_left < 0) {
      add(DecisionAsked::experiment, *clock.item,
          fmt::format("it was over on {}, {} ago", to_text(clock.due),
                      days_words(-clock.days_left)),
          clock.owner, clock.place, clock.due.days);
    }
  }

  void look_at_risk(const Item& item) {
    const RiskJudgement& risk = assessed_.risk(item);
    if (!risk.is_open || !risk.is_threat()) return;
    const bool is_expired = risk.acceptance == Acceptance::expired;
    if (!is_expired && (!risk.is_above_appetite || risk.is_answered)) return;
    const RiskLevel& now = risk.now();
    // Those in money by what they cost, before those on the scale by their band.
    const Rational rank = now.is_money() ? -now.exposure : Rational(-static_cast<int>(now.band));
    add(is_expired ? DecisionAsked::acceptance : DecisionAsked::response, item, risk.answer,
        Of<kinds::risk>(item).text<"managed_by">(), item.place(), rank);
  }

  void look_at_outcome(const Item& item) {
    const auto wrong = uncorrected(assessed_, item);
    if (!wrong) return;
    const Judgement& judgement = assessed_.outcome(item);
    std::string_view who = Of<kinds::outcome>(item).text<"owner">();
    if (who.empty()) who = Of<kinds::initiative>(item.record()).text<"owner">();
    add(DecisionAsked::correction, item,
        fmt::format("wrong for {} without a correction: {}", days_words(wrong->days),
                    judgement.reason),
        who, judgement.proof, -wrong->days);
  }

  void look_at_rating(const Item& item) {
    const InitiativeJudgement& judgement = assessed_.initiative(item);
    if (!judgement.is_watermelon || is_over(item, assessed_.as_of())) return;
    const Reported& reported = *judgement.reported;
    add(DecisionAsked::rating, item,
        fmt::format("reported green on {}; {}", to_text(reported.date), judgement.reason),
        reported.by, judgement.proof, reported.date.days);
  }

  void look_at_body(const Item& item) {
    const Of<kinds::body> body(item);
    for (const Decision& decision : find_decisions(body, assessed_.as_of())) {
      if (!decision.is_open) continue;
      const std::string why = decision.days
                                  ? fmt::format("open for {} before {}", days_words(*decision.days),
                                                body.text<"title">())
                                  : fmt::format("open before {}", body.text<"title">());
      add(DecisionAsked::question, *decision.item, why, body.text<"chair">(),
          decision.item->place(), -decision.days.value_or(0));
    }
  }

  const Assessment& assessed_;
  Date last_;
  std::vector<Ranked> found_;
};

}  // namespace

const DecisionWords& words_of(DecisionAsked asked) {
  return words[static_cast<std::size_t>(asked)];
}

std::vector<NeededDecision> needed_decisions(const Assessment& assessed, Date last) {
  return Search(assessed, last).run();
}

}  // namespace brm
