#include "assess/experiment.h"

#include "assess/threshold.h"

namespace brm {
namespace {

using Experiment = Of<kinds::experiment>;
using Result = Of<kinds::experiment_result>;

bool has_begun(const Experiment& experiment, Date as_of) {
  const auto started = experiment.get<"started">();
  return started && started->value <= as_of;
}

ExperimentStage stage_of(const Experiment& experiment, bool is_decided, Date as_of) {
  if (is_decided) return ExperimentStage::decided;
  const auto ends = experiment.get<"ends">();
  if (ends && ends->value < as_of) return ExperimentStage::undecided;
  return has_begun(experiment, as_of) ? ExperimentStage::running : ExperimentStage::planned;
}

Foresight foresight_of(const Experiment& experiment, const Result& result) {
  const auto started = experiment.get<"started">();
  const auto date = result.get<"date">();
  const bool is_shown = experiment.has<"prediction">() && experiment.has<"threshold">() &&
                        started && date && started->value < date->value;
  return is_shown ? Foresight::shown : Foresight::not_shown;
}

CameTrue came_true(const Experiment& experiment, const Result& result) {
  switch (meets_threshold(experiment.text<"threshold">(), result.text<"value">())) {
    case MeetsThreshold::unclear:
      return CameTrue::not_judged;
    case MeetsThreshold::no:
      return CameTrue::no;
    case MeetsThreshold::yes:
      break;
  }
  return CameTrue::yes;
}

}  // namespace

std::string_view to_text(ExperimentStage stage) {
  constexpr std::string_view names[] = {"undecided", "running", "planned", "decided"};
  return names[static_cast<std::size_t>(stage)];
}

std::string_view to_text(Foresight foresight) {
  constexpr std::string_view names[] = {"no_result", "shown", "not_shown"};
  return names[static_cast<std::size_t>(foresight)];
}

std::string_view to_text(CameTrue came_true) {
  constexpr std::string_view names[] = {"no_result", "not_judged", "no", "yes"};
  return names[static_cast<std::size_t>(came_true)];
}

ExperimentJudgement judge_experiment(const Experiment& experiment, Date as_of) {
  ExperimentJudgement out;
  const auto result = experiment.get<"result">();
  const auto date = result ? result->get<"date">() : std::nullopt;
  const bool is_to_come = date && date->value > as_of;
  out.stage = stage_of(experiment, experiment.has<"decision">() && !is_to_come, as_of);
  if (out.stage == ExperimentStage::undecided) {
    out.days_over = as_of - experiment.get<"ends">()->value;
  }
  if (!result || is_to_come) return out;
  out.foresight = foresight_of(experiment, *result);
  out.came_true = came_true(experiment, *result);
  return out;
}

}  // namespace brm
