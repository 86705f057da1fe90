#include "assess/computed_clock_fields.h"
#include "assess/computed_course_fields.h"
#include "assess/computed_relationship_fields.h"
#include "assess/computed_risk_fields.h"
#include "assess/computed_value_fields.h"

#include <algorithm>
#include <array>

#include "assess/computed_body_fields.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

constexpr std::array<std::string_view, 3> grade_names{"weak", "fair", "good"};

/// Cut off, so that `pace >= 0.95` is true of what the verdict calls on track.
Fact number_fact(const std::optional<Rational>& number) {
  if (!number) return {};
  return floored_to(*number, 4);
}
Fact days_left(const std::optional<Date>& day, Date as_of) {
  return day ? whole_fact(*day - as_of) : Fact{};
}

const Judgement& judged(const Assessment& assessed, const Item& item) {
  return assessed.outcome(item);
}
const InitiativeJudgement& rated(const Assessment& assessed, const Item& item) {
  return assessed.initiative(item);
}

/// The tier that asks for most care among the initiative's parties: strategic before preferred,
/// transactional and conditional.
Fact highest_tier(const Assessment& assessed, const Item& initiative) {
  const auto tiers = kinds::relationship.field(kinds::relationship.index_of("tier")).words;
  auto best = tiers.end();
  for (const auto party : Of<kinds::initiative>(initiative).get<"parties">()) {
    const Item* relationship = assessed.portfolio().find_record(party.text<"relationship">());
    if (relationship == nullptr || relationship->kind != &kinds::relationship) continue;
    best = std::min(best, std::find(tiers.begin(), tiers.end(),
                                    Of<kinds::relationship>(*relationship).text<"tier">()));
  }
  return best == tiers.end() ? Fact{} : Fact{std::string(*best)};
}

/// `dhhs`, `elig-portal/decision-days`; a part without an id goes by the one it stands in.
std::string address_of(const Item& item) {
  if (item.parent == nullptr) return std::string(item.id());
  if (item.id().empty()) return address_of(*item.parent);
  return std::string(item.record().id()) + "/" + std::string(item.id());
}

Fact place_of(const Assessment& assessed, const Item& item) {
  const SourceFile& source = assessed.portfolio().file(item.file);
  const std::uint32_t line = source.line_column(item.place().offset).line;
  return source.path() + ":" + std::to_string(line);
}

Words tiers() { return kinds::relationship.field(kinds::relationship.index_of("tier")).words; }

// The rows of the table below stay on a line or two each.
using A = const Assessment&;
using I = const Item&;

const std::array table{

    ComputedField{"",
                  "address",
                  Type::id,
                  {},
                  "Its id, or that of its record and its own.",
                  [](A, I i) { return text_fact(address_of(i)); }},
    ComputedField{"",
                  "record",
                  Type::id,
                  {},
                  "The id of the record it stands in.",
                  [](A, I i) { return text_fact(i.record().id()); }},
    ComputedField{"", "place", Type::line, {}, "The file and line it is written at.", place_of},
    ComputedField{"outcome", "verdict", Type::choice, verdict_names(), "What the measurements say.",
                  [](A a, I i) { return text_fact(to_text(judged(a, i).verdict)); }},
    ComputedField{"outcome", "grade", Type::choice, grade_names,
                  "How strong the evidence is: weak under 4 points, fair to 7, good from 8.",
                  [](A a, I i) { return text_fact(to_text(judged(a, i).grade)); }},
    ComputedField{"outcome",
                  "reason",
                  Type::line,
                  {},
                  "The verdict's reason in one sentence.",
                  [](A a, I i) { return text_fact(judged(a, i).reason); }},
    ComputedField{"outcome",
                  "progress",
                  Type::number,
                  {},
                  "Share of the way that is done, 0 to 1.",
                  [](A a, I i) { return number_fact(judged(a, i).progress); }},
    ComputedField{"outcome",
                  "planned",
                  Type::number,
                  {},
                  "Share of the way that was planned by then.",
                  [](A a, I i) { return number_fact(judged(a, i).planned); }},
    ComputedField{"outcome",
                  "pace",
                  Type::number,
                  {},
                  "Progress divided by what was planned.",
                  [](A a, I i) { return number_fact(judged(a, i).pace); }},
    ComputedField{"outcome",
                  "due",
                  Type::date,
                  {},
                  "The day it is due, or its standing target ends.",
                  [](A a, I i) {
                    const auto& due = judged(a, i).due;
                    return due ? Fact{*due} : Fact{};
                  }},
    ComputedField{"outcome",
                  "days_left",
                  Type::whole,
                  {},
                  "Days until it is due; negative when past.",
                  [](A a, I i) { return days_left(judged(a, i).due, a.as_of()); }},
    ComputedField{"outcome",
                  "measured",
                  Type::date,
                  {},
                  "The day of its last measurement.",
                  [](A a, I i) {
                    const auto& day = judged(a, i).measured;
                    return day ? Fact{*day} : Fact{};
                  }},
    ComputedField{
        "outcome",
        "points",
        Type::whole,
        {},
        "How many points the grade counts.",
        [](A a, I i) { return whole_fact(static_cast<std::int64_t>(judged(a, i).points)); }},
    ComputedField{"outcome",
                  "initiative",
                  Type::id,
                  {},
                  "The initiative that promises it.",
                  [](A, I i) { return text_fact(i.record().id()); }},
    ComputedField{"outcome", "tier", Type::choice, tiers(), "The highest tier among the parties.",
                  [](A a, I i) { return highest_tier(a, i.record()); }},
    ComputedField{"initiative", "verdict", Type::choice, verdict_names(),
                  "Its worst outcome's verdict.",
                  [](A a, I i) { return text_fact(to_text(rated(a, i).verdict)); }},
    ComputedField{"initiative",
                  "reason",
                  Type::line,
                  {},
                  "The worst outcome and its reason.",
                  [](A a, I i) { return text_fact(rated(a, i).reason); }},
    ComputedField{"initiative",
                  "reported",
                  Type::line,
                  {},
                  "The last rating somebody gave.",
                  [](A a, I i) {
                    const auto& reported = rated(a, i).reported;
                    return reported ? text_fact(reported->rating) : Fact{};
                  }},
    ComputedField{"initiative",
                  "evidenced",
                  Type::boolean,
                  {},
                  "Whether at least half of its outcomes are judged.",
                  [](A a, I i) { return Fact{rated(a, i).is_evidenced}; }},
    ComputedField{"initiative",
                  "watermelon",
                  Type::boolean,
                  {},
                  "Reported green while an outcome is missed, off track or worsening.",
                  [](A a, I i) { return Fact{rated(a, i).is_watermelon}; }},
    ComputedField{"initiative",
                  "avocado",
                  Type::boolean,
                  {},
                  "Reported red while everything judged is on track or achieved.",
                  [](A a, I i) { return Fact{rated(a, i).is_avocado}; }},
    ComputedField{"initiative",
                  "unsupported_green",
                  Type::boolean,
                  {},
                  "Reported green without evidence.",
                  [](A a, I i) { return Fact{rated(a, i).is_unsupported_green}; }},
    ComputedField{"initiative",
                  "stale_rating",
                  Type::boolean,
                  {},
                  "Whether its last rating is older than the policy allows.",
                  [](A a, I i) { return Fact{rated(a, i).has_stale_rating}; }},
    ComputedField{
        "initiative",
        "outcome_count",
        Type::whole,
        {},
        "How many outcomes it promises.",
        [](A a, I i) { return whole_fact(static_cast<std::int64_t>(rated(a, i).outcomes)); }},
    ComputedField{
        "initiative",
        "judged",
        Type::whole,
        {},
        "How many of them are judged.",
        [](A a, I i) { return whole_fact(static_cast<std::int64_t>(rated(a, i).judged)); }},
    ComputedField{"initiative", "tier", Type::choice, tiers(),
                  "The highest tier among its parties.",
                  [](A a, I i) { return highest_tier(a, i); }},
};

}  // namespace

std::span<const ComputedField> computed_fields() {
  static const auto all = [] {
    std::vector<ComputedField> out(table.begin(), table.end());
    for (const auto more :
         {computed_risk_fields(), computed_relationship_fields(), computed_body_fields(),
          computed_value_fields(), computed_clock_fields(), computed_course_fields()}) {
      out.insert(out.end(), more.begin(), more.end());
    }
    return out;
  }();
  return all;
}

}  // namespace brm
