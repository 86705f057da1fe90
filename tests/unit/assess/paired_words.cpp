// Both implementations' answers in the same words, and the reference's input from the model.
#include <fmt/format.h>

#include "unit/assess/paired_series.h"

namespace brm::test {
namespace {

template <class Number>
std::string text_of(const std::optional<Number>& number) {
  return number ? number->str() : "-";
}

/// The part that a field holds; null when it is not written.
const Item* part_of(const Item& item, std::string_view field) {
  const Value* value = item.find(field);
  return value == nullptr ? nullptr : value->item;
}
std::string word_in(const Item* item, std::string_view field) {
  const Value* value = item == nullptr ? nullptr : item->find(field);
  return value == nullptr ? "" : std::string(value->as_text());
}
std::optional<std::string> number_in(const Item& item, std::string_view field) {
  const Value* value = item.find(field);
  return value == nullptr ? std::nullopt : std::optional(to_text(value->as_decimal()));
}
std::optional<int> day_in(const Item& item, std::string_view field) {
  const Value* value = item.find(field);
  return value == nullptr ? std::nullopt : std::optional(value->as_date().days);
}

std::optional<reference::Bounds> bounds_in(const Item* item) {
  if (item == nullptr) return std::nullopt;
  reference::Bounds bounds{.single = number_in(*item, "value"),
                           .at_least = number_in(*item, "at_least"),
                           .at_most = number_in(*item, "at_most")};
  if (const Value* between = item->find("between")) {
    bounds.between.emplace(to_text(between->as_list()[0].as_decimal()),
                           to_text(between->as_list()[1].as_decimal()));
  }
  return bounds;
}

std::optional<reference::Point> point_in(const Item* item) {
  if (item == nullptr) return std::nullopt;
  const auto day = day_in(*item, "date");
  const auto value = number_in(*item, "value");
  if (!day || !value) return std::nullopt;
  return reference::Point{*day, *value};
}

int days_of_cadence(const std::string& word) {
  if (word.empty()) return 0;
  if (word == "weekly") return 7;
  if (word == "biweekly") return 14;
  if (word == "monthly") return 31;
  if (word == "quarterly") return 92;
  if (word == "semiannual") return 184;
  if (word == "annual") return 366;
  return std::stoi(word.substr(1));  // P10D
}

reference::Entry entry_in(const Item& item) {
  reference::Entry entry;
  entry.day = day_in(item, "date").value();
  entry.value = number_in(item, "value");
  entry.numerator = number_in(item, "numerator");
  entry.denominator = number_in(item, "denominator");
  if (const Value* met = item.find("met")) entry.met = met->number != 0;
  entry.target = bounds_in(part_of(item, "target"));
  return entry;
}

}  // namespace

reference::Series series_from(const Item& outcome) {
  const Item* indicator = part_of(outcome, "indicator");
  const Item* target = part_of(outcome, "target");
  const std::string unit = word_in(indicator, "unit");
  reference::Series series;
  series.kind = word_in(indicator, "kind");
  series.direction = word_in(indicator, "direction");
  series.has_unit = !unit.empty();
  series.unit_is_percent = unit == "percent" || unit == "%";
  series.frequency_days = days_of_cadence(word_in(indicator, "frequency"));
  series.baseline = point_in(part_of(outcome, "baseline"));
  series.target = point_in(target);
  series.standing = bounds_in(target);
  if (target != nullptr) {
    series.from = day_in(*target, "from");
    series.until = day_in(*target, "until");
    series.due = day_in(*target, "date");
  }
  if (const Value* interim = outcome.find("interim")) {
    for (const Value& value : interim->as_list()) {
      if (const auto point = point_in(value.item)) series.interim.push_back(*point);
    }
  }
  if (const Value* measurements = outcome.find("measurements")) {
    for (const Value& value : measurements->as_list()) {
      series.measurements.push_back(entry_in(*value.item));
    }
  }
  return series;
}

std::vector<reference::Rating> ratings_from(const Item& initiative) {
  std::vector<reference::Rating> ratings;
  const Value* written = initiative.find("reported_status");
  if (written == nullptr) return ratings;
  for (const Value& value : written->as_list()) {
    ratings.push_back({day_in(*value.item, "date").value(), word_in(value.item, "scale"),
                       word_in(value.item, "rating")});
  }
  return ratings;
}

std::string in_words(const Judgement& judgement) {
  return fmt::format("{} {} p {} q {} pace {} late {} met {} of {}", to_text(judgement.verdict),
                     to_text(judgement.grade), text_of(judgement.progress),
                     text_of(judgement.planned), text_of(judgement.pace), judgement.days_late,
                     judgement.met, judgement.judged);
}

std::string in_words(const reference::Judgement& judgement) {
  return fmt::format("{} {} p {} q {} pace {} late {} met {} of {}", judgement.verdict,
                     judgement.grade, text_of(judgement.p), text_of(judgement.q),
                     text_of(judgement.pace), judgement.days_late, judgement.met, judgement.judged);
}

std::string in_words(const InitiativeJudgement& judgement) {
  return fmt::format(
      "{}{}{}{}{}{}", to_text(judgement.verdict), judgement.is_evidenced ? " evidenced" : "",
      judgement.is_watermelon ? " watermelon" : "", judgement.is_avocado ? " avocado" : "",
      judgement.is_unsupported_green ? " unsupported" : "",
      judgement.has_stale_rating ? " stale-rating" : "");
}

std::string in_words(const reference::InitiativeJudgement& judgement) {
  return fmt::format("{}{}{}{}{}{}", judgement.status, judgement.evidenced ? " evidenced" : "",
                     judgement.watermelon ? " watermelon" : "", judgement.avocado ? " avocado" : "",
                     judgement.unsupported_green ? " unsupported" : "",
                     judgement.stale_rating ? " stale-rating" : "");
}

}  // namespace brm::test
