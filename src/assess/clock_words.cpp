#include <array>

#include "assess/clocks.h"

namespace brm {
namespace {

using K = ClockKind;

constexpr std::array<ClockWords, 20> table{{
    {K::notice, "notice", "notice deadline", "renew it with an amendment, or give notice"},
    {K::expiry, "expiry", "end of an agreement",
     "renew it with an amendment, or close it with a `final_status`"},
    {K::exit, "exit", "end of a relationship", "finish the exit, and set the status to `ended`"},
    {K::review, "review", "review of a relationship", "meet, and write the review"},
    {K::promise, "promise", "promise", "keep it, and write `met_on`"},
    {K::stakeholder_action, "stakeholder_action", "step with a stakeholder",
     "do it, and write the next one"},
    {K::measurement, "measurement", "measurement", "measure, and write the value"},
    {K::milestone, "milestone", "milestone",
     "meet it and write `met_on`, or move it with a reason"},
    {K::initiative_end, "initiative_end", "planned end of an initiative",
     "set the status to `completed`, or move the end"},
    {K::correction_review, "correction_review", "review of a correction",
     "say whether it worked, and write the result"},
    {K::experiment_end, "experiment_end", "end of an experiment",
     "write the result, and decide to adopt, adapt or abandon it"},
    {K::action, "action", "action on a risk", "do it, and write `done_on`"},
    {K::acceptance, "acceptance", "end of an acceptance",
     "accept the risk anew, or respond to it otherwise"},
    {K::risk_review, "risk_review", "review of a risk",
     "assess it again, and set the next `review_by`"},
    {K::charter, "charter", "review of a charter",
     "confirm the charter or change it, as a new version"},
    {K::meeting, "meeting", "meeting", "meet, and write `held` and what was decided"},
    {K::record_review, "record_review", "review of a record",
     "look at it again, and set the next `review_by`"},
    {K::departure, "departure", "last day of a person", "hand over what they own and know"},
    {K::term_end, "term_end", "end of the CIO's term", "have the handover ready"},
    {K::election, "election", "election", "prove by then what can be proven"},
}};

constexpr auto names = [] {
  std::array<std::string_view, table.size()> out{};
  for (std::size_t i = 0; i < table.size(); ++i) out[i] = table[i].name;
  return out;
}();

}  // namespace

std::span<const ClockWords> clock_words() { return table; }

const ClockWords& words_of(ClockKind kind) { return table[static_cast<std::size_t>(kind)]; }

Words clock_names() { return names; }

}  // namespace brm
