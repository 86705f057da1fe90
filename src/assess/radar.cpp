#include "assess/radar.h"

#include <algorithm>

#include "assess/next_dates.h"

namespace brm {
namespace {

constexpr int months_to_a_result = 12;
constexpr std::string_view outwards_in[] = {"hold", "assess", "trial", "adopt"};

std::ptrdiff_t place_of(const Item& assessment) {
  const auto ring = Of<kinds::technology_assessment>(assessment).text<"ring">();
  return std::find(std::begin(outwards_in), std::end(outwards_in), ring) - std::begin(outwards_in);
}

RadarMove move_between(const Item* before, const Item& latest) {
  if (before == nullptr) return RadarMove::fresh;
  const auto from = place_of(*before);
  const auto to = place_of(latest);
  if (from == to) return RadarMove::unmoved;
  return from < to ? RadarMove::inwards : RadarMove::outwards;
}

/// The day an initiative or experiment began; empty for anything else.
std::optional<Date> began_on(const Item& item) {
  if (item.kind == &kinds::initiative) {
    const auto start = Of<kinds::initiative>(item).get<"start">();
    return start ? std::optional(start->value) : std::nullopt;
  }
  if (item.kind == &kinds::experiment) {
    const auto started = Of<kinds::experiment>(item).get<"started">();
    return started ? std::optional(started->value) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

RadarPlace find_on_radar(const Of<kinds::technology>& technology, Date as_of) {
  std::vector<std::pair<Date, const Item*>> dated;
  for (const auto assessment : technology.get<"assessments">()) {
    const auto date = assessment.get<"date">();
    if (!date || date->value > as_of || !assessment.has<"ring">()) continue;
    dated.emplace_back(date->value, &assessment.item());
  }
  std::stable_sort(dated.begin(), dated.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  RadarPlace place;
  if (dated.empty()) return place;
  place.latest = dated.back().second;
  if (dated.size() > 1) place.before = dated[dated.size() - 2].second;
  place.move = move_between(place.before, *place.latest);
  return place;
}

SignalCourse judge_signal(const Of<kinds::signal>& signal, Date as_of) {
  SignalCourse course;
  const auto date = signal.get<"date">();
  const auto came_true_on = signal.get<"came_true_on">();
  const auto came_true = signal.get<"came_true">();
  const bool did_not = came_true && !came_true->value;
  const bool is_known_day = !did_not && came_true_on && came_true_on->value <= as_of;
  // What came true on a day to come has not come true yet, whatever the record says by then.
  course.is_open = !did_not && !is_known_day && (came_true_on || !came_true);
  const auto review = signal.get<"review_by">();
  course.is_unanswered =
      course.is_open && review && review->value < as_of && !signal.has<"response">();
  if (is_known_day && date && date->value <= came_true_on->value) {
    course.days_to_come_true = came_true_on->value - date->value;
  }
  return course;
}

void find_first_act(const Of<kinds::signal>& signal, const Portfolio& portfolio, Date as_of,
                    SignalCourse& course) {
  const auto date = signal.get<"date">();
  if (!date) return;
  for (const auto link : signal.get<"links">()) {
    const Item* item = portfolio.find(link.value);
    const auto began = item == nullptr ? std::nullopt : began_on(*item);
    if (!began || *began < date->value || *began > as_of) continue;
    const int days = *began - date->value;
    if (course.days_to_act && *course.days_to_act <= days) continue;
    course.days_to_act = days;
    course.first_act = item;
  }
}

std::optional<AdviceState> judge_advice(const Of<kinds::advice>& advice, Date as_of) {
  const auto date = advice.get<"date">();
  if (!date || date->value > as_of) return std::nullopt;
  AdviceState state{date->value, advice.is<"from", "us">(), advice.has<"came_of_it">(), false};
  state.is_old = !state.has_result && months_after(date->value, months_to_a_result) <= as_of;
  return state;
}

}  // namespace brm
