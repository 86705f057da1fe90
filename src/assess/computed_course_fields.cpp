#include "assess/computed_course_fields.h"

#include <array>

#include "assess/correction.h"
#include "assess/experiment.h"
#include "assess/lesson.h"
#include "assess/outcome_tests.h"

namespace brm {
namespace {

constexpr std::array<std::string_view, 3> answers{"no", "partly", "yes"};
constexpr std::array<std::string_view, 4> reviews{"no_day", "ahead", "overdue", "done"};
constexpr std::array<std::string_view, 4> changes{"unclear", "worse", "same", "better"};
constexpr std::array<std::string_view, 3> grades{"weak", "fair", "good"};
constexpr std::array<std::string_view, 4> stages{"undecided", "running", "planned", "decided"};
constexpr std::array<std::string_view, 3> foresights{"no_result", "shown", "not_shown"};
constexpr std::array<std::string_view, 4> truths{"no_result", "not_judged", "no", "yes"};

Fact tested(const Assessment& assessed, const Item& item, Tested OutcomeTests::*test) {
  return text_fact(to_text((test_outcome(assessed, Of<kinds::outcome>(item)).*test).answer));
}

Fact since(const Assessment& assessed, const Item& item) {
  const auto found = uncorrected(assessed, item);
  return found ? Fact{found->since} : Fact{};
}

/// Of several outcomes the worst that is clear; nothing where it is about none.
std::optional<CorrectedOutcome> worst_of(const Assessment& assessed, const Item& item) {
  std::optional<CorrectedOutcome> worst;
  for (const auto& outcome :
       corrected_outcomes(assessed, Of<kinds::correction>(item), &assessed.correction_days())) {
    const bool is_worse = worst && outcome.change != Change::unclear &&
                          (worst->change == Change::unclear || outcome.change < worst->change);
    if (!worst || is_worse) worst = outcome;
  }
  return worst;
}

Fact change(const Assessment& assessed, const Item& item) {
  const auto worst = worst_of(assessed, item);
  return worst ? text_fact(to_text(worst->change)) : Fact{};
}

Fact change_evidence(const Assessment& assessed, const Item& item) {
  const auto worst = worst_of(assessed, item);
  return worst && worst->grade != Grade::none ? text_fact(to_text(worst->grade)) : Fact{};
}

ExperimentJudgement judged(const Assessment& assessed, const Item& item) {
  return judge_experiment(Of<kinds::experiment>(item), assessed.as_of());
}

LessonUse used(const Assessment& assessed, const Item& item) {
  return use_of(Of<kinds::lesson>(item), assessed.as_of());
}

// The rows of the table below stay on a line or two each.
using A = const Assessment&;
using I = const Item&;

const std::array table{
    ComputedField{"outcome", "valid", Type::choice, answers,
                  "Whether somebody is better off, somebody there owns it, and why is written.",
                  [](A a, I i) { return tested(a, i, &OutcomeTests::valid); }},
    ComputedField{"outcome", "articulated", Type::choice, answers,
                  "Whether it says what is measured, from where, how far and by when.",
                  [](A a, I i) { return tested(a, i, &OutcomeTests::articulated); }},
    ComputedField{"outcome", "achievable", Type::choice, answers,
                  "Whether the pace it needs was seen, or a reference says why it will be.",
                  [](A a, I i) { return tested(a, i, &OutcomeTests::achievable); }},
    ComputedField{"outcome", "relevant", Type::choice, answers,
                  "Whether it serves a goal of the office that stands.",
                  [](A a, I i) { return tested(a, i, &OutcomeTests::relevant); }},
    ComputedField{"outcome",
                  "uncorrected",
                  Type::boolean,
                  {},
                  "Whether it has gone wrong too long without a correction.",
                  [](A a, I i) { return Fact{uncorrected(a, i).has_value()}; }},
    ComputedField{"outcome",
                  "uncorrected_since",
                  Type::date,
                  {},
                  "The first measurement since which it goes wrong without one.",
                  since},
    ComputedField{"correction", "review", Type::choice, reviews,
                  "Whether somebody looked whether it helped, or should have.",
                  [](A a, I i) {
                    return text_fact(to_text(review_of(Of<kinds::correction>(i), a.as_of())));
                  }},
    ComputedField{"correction", "change", Type::choice, changes,
                  "The pace after it beside that before; of several outcomes the worst.", change},
    ComputedField{"correction", "change_evidence", Type::choice, grades,
                  "How much that rests on, by the points of the side that has fewer.",
                  change_evidence},
    ComputedField{"experiment", "stage", Type::choice, stages,
                  "Where it stands: undecided means past its end.",
                  [](A a, I i) { return text_fact(to_text(judged(a, i).stage)); }},
    ComputedField{"experiment", "foresight", Type::choice, foresights,
                  "Whether its dates show that the prediction came before the result.",
                  [](A a, I i) { return text_fact(to_text(judged(a, i).foresight)); }},
    ComputedField{"experiment", "came_true", Type::choice, truths,
                  "Whether the result meets the threshold, where both are numbers.",
                  [](A a, I i) { return text_fact(to_text(judged(a, i).came_true)); }},
    ComputedField{
        "lesson",
        "times_applied",
        Type::whole,
        {},
        "How often it was applied.",
        [](A a, I i) { return whole_fact(static_cast<std::int64_t>(used(a, i).applied)); }},
    ComputedField{"lesson",
                  "unused",
                  Type::boolean,
                  {},
                  "Whether nobody applied it in a year or more.",
                  [](A a, I i) { return Fact{used(a, i).is_unused()}; }},
};

}  // namespace

std::span<const ComputedField> computed_course_fields() { return table; }

}  // namespace brm
