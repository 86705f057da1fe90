#include <fmt/format.h>

#include "assess/assessment.h"
#include "base/spelling.h"
#include "model/status.h"

namespace brm {
namespace {

std::optional<Reported> last_reported(const Of<kinds::initiative>& initiative, Date as_of) {
  std::optional<Reported> last;
  for (const auto rating : initiative.get<"reported_status">()) {
    const auto date = rating.get<"date">();
    const auto word = rating.get<"rating">();
    if (!date || !word || date->value > as_of) continue;
    if (last && date->value < last->date) continue;
    Reported found{date->value, word->value, rating.text<"scale">(), rating.text<"by">(),
                   word->span};
    const bool is_federal = rating.is<"scale", "cio_1_5">();
    found.is_green = is_federal ? word->value == "4" || word->value == "5" : word->value == "green";
    found.is_red = is_federal ? word->value == "1" || word->value == "2" : word->value == "red";
    last = found;
  }
  return last;
}

bool is_bad(Verdict verdict) { return words_of(verdict).mood == Mood::bad; }
bool is_fine(Verdict verdict) { return words_of(verdict).mood == Mood::good; }

std::string name_of(const Item& outcome) {
  const Value* title = outcome.find("title");
  return std::string(title != nullptr ? title->as_text() : outcome.id());
}

}  // namespace

InitiativeJudgement judge_initiative(const Of<kinds::initiative>& initiative,
                                     const std::vector<JudgedOutcome>& outcomes, Date as_of,
                                     const Policy& policy) {
  InitiativeJudgement out;
  out.proof = initiative.place();
  out.reason = "it promises no outcome";
  out.outcomes = outcomes.size();
  bool any_bad = false;
  bool all_fine = true;
  for (const auto& [outcome, judgement] : outcomes) {
    const Verdict verdict = judgement->verdict;
    any_bad = any_bad || is_bad(verdict);
    if (words_of(verdict).is_judged) {
      ++out.judged;
      all_fine = all_fine && is_fine(verdict);
    }
    if (out.worst != nullptr && verdict >= out.verdict) continue;
    out.worst = outcome;
    out.verdict = verdict;
    out.proof = judgement->proof;
    out.reason = fmt::format("{}: {}", name_of(*outcome), judgement->reason);
  }
  out.reported = last_reported(initiative, as_of);
  out.is_evidenced = !outcomes.empty() &&
                     Rational(out.judged) >= policy.number<"evidenced_share">() * outcomes.size();
  if (out.reported) {
    const int age = as_of - out.reported->date;
    out.is_watermelon = out.reported->is_green && any_bad;
    out.is_avocado = out.reported->is_red && out.judged > 0 && all_fine;
    out.is_unsupported_green = out.reported->is_green && !out.is_evidenced;
    // Nobody rates what is over.
    out.has_stale_rating = !is_over(initiative, as_of) && age > policy.whole<"rating_days">();
  }
  return out;
}

}  // namespace brm
