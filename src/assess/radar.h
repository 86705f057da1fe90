// What is coming, and who said so: technologies on the radar, signals of change, and advice.
#pragma once

#include <optional>
#include <vector>

#include "model/initiative_fields.h"
#include "model/of.h"
#include "model/portfolio.h"
#include "model/relationship_fields.h"
#include "model/technology_fields.h"

namespace brm {

/// How a technology moved since the assessment before: rings from hold outermost over assess and
/// trial to adopt.
enum class RadarMove : std::uint8_t { none, fresh, inwards, outwards, unmoved };

struct RadarPlace {
  const Item* latest = nullptr;  ///< The newest assessment by the as-of date; null without one.
  const Item* before = nullptr;  ///< The one before it; null without one.
  RadarMove move = RadarMove::none;
};

RadarPlace find_on_radar(const Of<kinds::technology>& technology, Date as_of);

/// What came of a signal, in days from the day it was noticed.
struct SignalCourse {
  bool is_open = false;             ///< Nobody knows yet whether it comes true.
  bool is_unanswered = false;       ///< Open, past its `review_by` and without a response.
  std::optional<int> days_to_act;   ///< To the start of the first initiative or experiment linked.
  const Item* first_act = nullptr;  ///< That initiative or experiment.
  std::optional<int> days_to_come_true;
};

/// Without links: for those see find_first_act.
SignalCourse judge_signal(const Of<kinds::signal>& signal, Date as_of);
/// Adds the first initiative or experiment linked that began between the signal and the as-of date.
void find_first_act(const Of<kinds::signal>& signal, const Portfolio& portfolio, Date as_of,
                    SignalCourse& course);

/// Advice is settled once something came of it.
struct AdviceState {
  Date date;
  bool is_from_us = false;
  bool has_result = false;
  bool is_old = false;  ///< A year old or more, and without a result.
};

/// Empty for advice given after the as-of date.
std::optional<AdviceState> judge_advice(const Of<kinds::advice>& advice, Date as_of);

}  // namespace brm
