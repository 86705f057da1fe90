#include "assess/computed_relationship_fields.h"

#include <array>

#include "assess/evidenced_level.h"
#include "assess/stakeholder.h"

namespace brm {
namespace {

constexpr std::array<std::string_view, 4> promise_states{"late", "open", "kept_late", "kept"};

Fact number(const std::optional<int>& value) { return value ? Fact{Decimal{*value, 0}} : Fact{}; }
Fact level_of(const std::optional<MaturityView>& view) {
  return view ? number(view->level) : Fact{};
}

Maturity maturity(const Assessment& assessed, const Item& item) {
  return maturity_of(Relationship(item), assessed.as_of());
}
Attention attention(const Assessment& assessed, const Item& item) {
  return attention_of(Relationship(item), assessed.as_of(), assessed.policy());
}

/// The other records are looked at only where this one carries it past the rungs it stands on
/// alone.
int evidenced(const Assessment& assessed, const Item& item) {
  constexpr int own_rungs = 3;
  const Relationship relationship(item);
  const auto& policy = assessed.policy();
  const int alone = evidenced_level(relationship, assessed.as_of(), policy, nullptr).level;
  if (alone <= own_rungs) return alone;
  const SharedWork& work = assessed.shared_works().of(item);
  return evidenced_level(relationship, assessed.as_of(), policy, &work).level;
}

Fact is_neglected(const Assessment& assessed, const Item& item) {
  const Relationship relationship(item);
  if (is_over(relationship, assessed.as_of())) return false;
  if (has_its_reviews(attention(assessed, item), assessed.policy())) return false;
  return assessed.shared_works().of(item).is_relied_on();
}

Fact unkept(const Assessment& assessed, const Item& item, bool ours) {
  const auto promises = promises_of(Relationship(item), assessed.as_of());
  const PromiseCounts counts = count_promises(promises, ours);
  return count_fact(counts.open + counts.late);
}

Fact late(const Assessment& assessed, const Item& item, bool ours) {
  return count_fact(count_promises(promises_of(Relationship(item), assessed.as_of()), ours).late);
}

Fact promise_state(const Assessment& assessed, const Item& item) {
  const Item& record = item.record();
  if (record.kind != &kinds::relationship) return {};
  const auto judged = judge_promise(Of<kinds::promise>(item), assessed.as_of());
  return judged ? text_fact(to_text(judged->state)) : Fact{};
}

Fact steps_to_go(const Assessment&, const Item& item) {
  return number(engagement_gap(Of<kinds::stakeholder>(item)));
}

// The rows of the table below stay on a line or two each.
using A = const Assessment&;
using I = const Item&;
constexpr std::string_view party = "relationship";

const std::array table{
    ComputedField{party,
                  "maturity_ours",
                  Type::whole,
                  {},
                  "Our latest view, 1 to 5.",
                  [](A a, I i) { return level_of(maturity(a, i).ours); }},
    ComputedField{party,
                  "maturity_theirs",
                  Type::whole,
                  {},
                  "The partner's latest view, 1 to 5.",
                  [](A a, I i) { return level_of(maturity(a, i).theirs); }},
    ComputedField{party,
                  "maturity_gap",
                  Type::whole,
                  {},
                  "The partner's level minus ours.",
                  [](A a, I i) { return number(maturity(a, i).gap()); }},
    ComputedField{party,
                  "evidenced_level",
                  Type::whole,
                  {},
                  "The level that the last 12 months of records show, 1 to 5.",
                  [](A a, I i) { return number(evidenced(a, i)); }},
    ComputedField{party,
                  "reviews_held",
                  Type::whole,
                  {},
                  "Reviews of the last year.",
                  [](A a, I i) { return count_fact(attention(a, i).held); }},
    ComputedField{party,
                  "reviews_planned",
                  Type::whole,
                  {},
                  "Reviews its cadence planned for it.",
                  [](A a, I i) { return count_fact(attention(a, i).planned); }},
    ComputedField{party,
                  "last_contact",
                  Type::date,
                  {},
                  "The day both sides last spoke.",
                  [](A a, I i) { return date_fact(attention(a, i).last_contact); }},
    ComputedField{party,
                  "next_review",
                  Type::date,
                  {},
                  "The last review and its cadence.",
                  [](A a, I i) { return date_fact(attention(a, i).next_review); }},
    ComputedField{party,
                  "went_quiet",
                  Type::boolean,
                  {},
                  "Nothing dated for longer than the policy allows.",
                  [](A a, I i) { return Fact{is_quiet(Relationship(i), a.as_of(), a.policy())}; }},
    ComputedField{
        party,
        "neglected",
        Type::boolean,
        {},
        "Relied on, and less than 75 % (`cadence_kept_share`) of its planned reviews held.",
        is_neglected},
    ComputedField{party,
                  "promises_open",
                  Type::whole,
                  {},
                  "Promises of ours that are not kept yet.",
                  [](A a, I i) { return unkept(a, i, true); }},
    ComputedField{party,
                  "promises_late",
                  Type::whole,
                  {},
                  "Those of them that are past due.",
                  [](A a, I i) { return late(a, i, true); }},
    ComputedField{party,
                  "promises_open_theirs",
                  Type::whole,
                  {},
                  "Promises of the partner that are not kept yet.",
                  [](A a, I i) { return unkept(a, i, false); }},
    ComputedField{party,
                  "promises_late_theirs",
                  Type::whole,
                  {},
                  "Those of them that are past due.",
                  [](A a, I i) { return late(a, i, false); }},
    ComputedField{party,
                  "single_contact",
                  Type::boolean,
                  {},
                  "Whether one person is the only way in.",
                  [](A, I i) { return Fact{contact_count(Relationship(i)) == 1}; }},
    ComputedField{"promise", "state", Type::choice, promise_states,
                  "Late and open are not kept yet.", promise_state},
    ComputedField{"stakeholder",
                  "steps_to_go",
                  Type::whole,
                  {},
                  "Steps from where they stand to where they are needed.",
                  steps_to_go},
};

}  // namespace

std::span<const ComputedField> computed_relationship_fields() { return table; }

}  // namespace brm
