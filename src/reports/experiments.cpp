#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "reports/experiment_tables.h"
#include "reports/known.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

using experiment_tables::Experiments;
using experiment_tables::Judged;

Experiments compute_experiments(const Assessment& assessed, const Where& where) {
  Experiments out;
  for (const Item* item : assessed.portfolio().all(kinds::experiment)) {
    if (!where.holds(assessed, *item)) continue;
    out.push_back({item, judge_experiment(Of<kinds::experiment>(*item), assessed.as_of())});
  }
  return out;
}

template <class IsTrue>
std::size_t count_if(const Experiments& experiments, const IsTrue& is_true) {
  return static_cast<std::size_t>(std::count_if(experiments.begin(), experiments.end(), is_true));
}

std::size_t decided(const Experiments& experiments, std::string_view decision) {
  return count_if(experiments, [&](const Judged& each) {
    return each.judgement.stage == ExperimentStage::decided &&
           Of<kinds::experiment>(*each.experiment).text<"decision">() == decision;
  });
}

std::vector<Detail> summary_of(const Experiments& experiments) {
  const auto in_stage = [&](ExperimentStage stage) {
    return count_if(experiments, [&](const Judged& each) { return each.judgement.stage == stage; });
  };
  const auto found = [&](CameTrue truth) {
    return count_if(experiments,
                    [&](const Judged& each) { return each.judgement.came_true == truth; });
  };
  const auto foreseen = [&](Foresight foresight) {
    return count_if(experiments,
                    [&](const Judged& each) { return each.judgement.foresight == foresight; });
  };
  const std::size_t undecided = in_stage(ExperimentStage::undecided);
  const std::size_t shown = foreseen(Foresight::shown);
  const std::vector<Detail> all{
      {"experiments", "experiments on record", cell(experiments.size(), Tone::strong)}};
  const std::vector<Detail> counts{
      {"undecided", "past their end, undecided",
       cell(undecided, undecided > 0 ? Tone::bad : Tone::plain)},
      {"running", "running", cell(in_stage(ExperimentStage::running))},
      {"planned", "not begun", cell(in_stage(ExperimentStage::planned))},
      {"results", "results known", cell(shown + foreseen(Foresight::not_shown))},
      {"foreseen", "predicted before the result", cell(shown)},
      {"came_true", "predictions that came true", cell(found(CameTrue::yes))},
      {"not_true", "that did not", cell(found(CameTrue::no))},
      {"not_judged", "not judged", cell(found(CameTrue::not_judged))},
      {"adopt", "adopted", cell(decided(experiments, "adopt"))},
      {"adapt", "adapted", cell(decided(experiments, "adapt"))},
      {"abandon", "abandoned", cell(decided(experiments, "abandon"))}};
  return joined(all, if_known(!experiments.empty(), counts));
}

std::string next_step(const Experiments& experiments) {
  const Judged* longest = nullptr;
  for (const Judged& each : experiments) {
    if (each.judgement.stage != ExperimentStage::undecided) continue;
    if (longest == nullptr || each.judgement.days_over > longest->judgement.days_over) {
      longest = &each;
    }
  }
  if (longest == nullptr) return "";
  return fmt::format("Decide whether to adopt, adapt or abandon the first one:\n    brm show {}",
                     address_of(*longest->experiment));
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const Experiments experiments = compute_experiments(assessed, request.where);
  Document document;
  document.name = "experiments";
  document.title = "Experiments";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = summary_of(experiments);
  document.sections.push_back(section_of("Past their end, and nobody decided",
                                         experiment_tables::undecided(assessed, experiments)));
  std::vector<std::string> judging;
  if (!experiments.empty()) {
    judging = {
        "Judged by the threshold alone, where it compares one number and the result begins with "
        "one in the same words; whatever else is left to the reader."};
  }
  document.sections.push_back(section_of("Predictions, and how they turned out",
                                         experiment_tables::results(assessed, experiments),
                                         std::move(judging)));
  document.sections.push_back(
      section_of("Running, and not begun", experiment_tables::ahead(assessed, experiments)));
  document.sections.push_back(
      section_of("What they may cost at most", experiment_tables::caps(experiments)));
  document.next = next_step(experiments);
  if (assessed.portfolio().all(kinds::experiment).empty()) {
    document.next =
        "No experiment is on record. The first one takes an id, `hypothesis`, `prediction`, "
        "`threshold` and `ends`, written before it begins:\n    brm explain experiment";
  }
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report experiments{
    .name = "experiments",
    .summary =
        "Decisions that are overdue, predictions and how they turned out, and what is at "
        "stake.",
    .kind = &kinds::experiment,
    .make = make,
    .trend = &trends::experiments,
};

}  // namespace reports
}  // namespace brm
