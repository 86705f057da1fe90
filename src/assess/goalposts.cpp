#include "assess/goalposts.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/series.h"
#include "assess/service_level.h"
#include "base/cadence.h"

namespace brm {
namespace {

bool starts_any(std::string_view path, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view each) { return path.starts_with(each); });
}

Ease by_order(bool is_less, bool is_more) {
  if (is_less) return Ease::easier;
  return is_more ? Ease::harder : Ease::unclear;
}

/// A later day leaves more time.
Ease ease_of_day(const WrittenChange& change) {
  const DateReading from = read_date(change.from);
  const DateReading to = read_date(change.to);
  if (from.fault != DateFault::none || to.fault != DateFault::none) return Ease::unclear;
  return by_order(to.date > from.date, to.date < from.date);
}

/// What is measured less often grows stale later.
Ease ease_of_frequency(const WrittenChange& change) {
  const int from = read_cadence(change.from).value_or(0);
  const int to = read_cadence(change.to).value_or(0);
  if (from == 0 || to == 0) return Ease::unclear;
  return by_order(to > from, to < from);
}

/// Less to get up to, and more to get down to.
Ease ease_of_number(const WrittenChange& change, Direction direction) {
  const DecimalReading from = read_decimal(change.from);
  const DecimalReading to = read_decimal(change.to);
  const bool are_numbers = from.fault == NumberFault::none && to.fault == NumberFault::none;
  if (!are_numbers || direction == Direction::none || direction == Direction::maintain) {
    return Ease::unclear;
  }
  const bool is_up = direction == Direction::increase;
  const bool is_less = to.number < from.number;
  const bool is_more = from.number < to.number;
  return is_up ? by_order(is_less, is_more) : by_order(is_more, is_less);
}

/// Thresholds that verdicts on outcomes and service levels hang on.
constexpr std::string_view thresholds[] = {
    "stale_factor",    "default_stale_days", "on_track",    "at_risk",       "too_early_points",
    "too_early_share", "slope_window",       "hold_window", "hold_on_track", "hold_off_track"};

std::string threshold_in(const Policy& policy, std::size_t index) {
  const Value* value = policy.written(index);
  return value == nullptr ? std::string(kinds::policy.field(index).implied)
                          : to_text(value->as_decimal());
}

void add_words(std::string_view name, const std::string& from, const std::string& to,
               std::string& out) {
  if (!out.empty()) out += ", ";
  if (from.empty()) {
    out += fmt::format("{} set to {}", name, to);
  } else if (to.empty()) {
    out += fmt::format("{} {} removed", name, from);
  } else {
    out += fmt::format("{} from {} to {}", name, from, to);
  }
}

std::string moved_of(const Item& before, const Item& after) {
  std::string out;
  for (const WrittenChange& change : written_changes(&before, &after)) {
    if (!is_goalpost(change)) continue;
    add_words(spoken_goalpost(change.path), change.from, change.to, out);
  }
  return out;
}

std::string moved_of(const Policy& before, const Policy& after) {
  std::string out;
  for (const std::string_view name : thresholds) {
    const std::size_t index = kinds::policy.index_of(name);
    const std::string from = threshold_in(before, index);
    const std::string to = threshold_in(after, index);
    if (from != to) add_words(fmt::format("policy.{}", name), from, to, out);
  }
  return out;
}

}  // namespace

Series series_in(const Item& item) {
  if (item.kind == &kinds::service_level) return series_of(Of<kinds::service_level>(item));
  return series_of(Of<kinds::outcome>(item));
}

bool is_goalpost(const WrittenChange& change) {
  const std::string_view path = change.path;
  if (starts_any(path, {"baseline.", "target.", "indicator.measure", "indicator.unit",
                        "indicator.direction", "indicator.kind", "indicator.frequency"})) {
    return true;
  }
  if (path.starts_with("interim.")) return path.ends_with(".value");
  // The target of one period; that of a new measurement was moved from nowhere.
  const bool is_of_period = path.starts_with("measurements.") && path.find(".target.") != path.npos;
  return is_of_period && !change.from.empty() && !change.to.empty();
}

Ease ease_of(const WrittenChange& change, const Item& before, const Item& after) {
  if (change.to.empty()) return Ease::easier;
  const std::string_view path = change.path;
  if (path == "commitment") return by_order(change.to == "aspirational", change.to == "committed");
  if (path == "indicator.frequency") return ease_of_frequency(change);
  if (path.starts_with("indicator.")) return Ease::unclear;
  const bool is_day =
      path.ends_with(".date") || path.ends_with(".until") || path.ends_with(".from");
  if (is_day) return ease_of_day(change);
  if (path.ends_with(".at_least")) return ease_of_number(change, Direction::increase);
  if (path.ends_with(".at_most")) return ease_of_number(change, Direction::decrease);
  const Direction direction = series_in(after).direction;
  if (direction != series_in(before).direction) return Ease::unclear;
  return ease_of_number(change, direction);
}

std::string spoken_goalpost(std::string_view path) {
  std::string out(path);
  if (out.ends_with(".value")) out.resize(out.size() - std::string_view(".value").size());
  if (out.starts_with("indicator.")) out.erase(0, std::string_view("indicator.").size());
  if (out.starts_with("interim.")) out.replace(0, 8, "interim target of ");
  std::replace(out.begin(), out.end(), '.', ' ');
  return out;
}

Judgement judge_by_older(const Item& before, const Item& after, Date as_of, const Policy& policy) {
  Series series = series_in(before);
  const std::vector<Entry> old_entries = std::move(series.entries);
  series.entries = series_in(after).entries;
  for (Entry& entry : series.entries) {
    const auto same = std::find_if(old_entries.begin(), old_entries.end(),
                                   [&](const Entry& old) { return old.date == entry.date; });
    if (same != old_entries.end()) entry.own_target = same->own_target;
  }
  return judge(std::move(series), as_of, policy);
}

std::string what_moved(const Assessment& old_state, const Assessment& new_state, const Item& before,
                       const Item& after) {
  const Date as_of = new_state.as_of();
  std::string own = moved_of(before, after);
  std::string policy = moved_of(old_state.policy(), new_state.policy());
  if (own.empty() || policy.empty()) return own + policy;
  // Either may be all that made it another one.
  const Verdict now = judge(series_in(after), as_of, new_state.policy()).verdict;
  if (judge(series_in(after), as_of, old_state.policy()).verdict == now) return own;
  if (judge_by_older(before, after, as_of, new_state.policy()).verdict == now) return policy;
  return own + ", " + policy;
}

}  // namespace brm
