// Experiments: where each stands, whether its prediction came first, and whether it came true.
#pragma once

#include <string_view>

#include "base/date.h"
#include "model/course_fields.h"
#include "model/of.h"

namespace brm {

enum class ExperimentStage : std::uint8_t {
  undecided,  ///< Its end has passed, and no decision is on record.
  running,
  planned,  ///< Not begun, as far as is on record.
  decided,
};
std::string_view to_text(ExperimentStage stage);

/// What shows that the prediction was written before anybody knew the result.
enum class Foresight : std::uint8_t {
  no_result,
  shown,      ///< Prediction and threshold are there, and it began before the day of the result.
  not_shown,  ///< One of them is missing, or a date, or it began on the day of the result or later.
};
std::string_view to_text(Foresight foresight);

enum class CameTrue : std::uint8_t { no_result, not_judged, no, yes };
std::string_view to_text(CameTrue came_true);

struct ExperimentJudgement {
  ExperimentStage stage = ExperimentStage::planned;
  int days_over = 0;  ///< Of an undecided one: since its end.
  Foresight foresight = Foresight::no_result;
  /// By the threshold alone: that it was carried out as planned says nothing about the prediction.
  CameTrue came_true = CameTrue::no_result;
};

/// A result dated after `as_of` does not exist, nor does the decision that follows from it.
ExperimentJudgement judge_experiment(const Of<kinds::experiment>& experiment, Date as_of);

}  // namespace brm
