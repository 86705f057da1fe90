#include "unit/assess/random_series.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/long_rational.h"

namespace brm::test {
namespace {

using Micro = std::int64_t;  // millionths: exact, and a last digit to be just beside something
constexpr Micro one = 1'000'000;
constexpr int first_day = 20'000;  // 2024-10-04

std::string text_of(Micro number, Dice& dice) {
  const Micro size = number < 0 ? -number : number;
  std::string text = std::to_string(size / one);
  std::string decimals = fmt::format("{:06}", size % one);
  const std::size_t last = decimals.find_last_not_of('0');
  decimals.resize(last == std::string::npos ? 0 : last + 1);
  if (dice.percent(20)) decimals += "0";  // 5.0 is 5
  if (!decimals.empty()) text += "." + decimals;
  return number < 0 ? "-" + text : text;
}

/// Mostly the number itself, else just beside it.
Micro nearly(Micro number, Dice& dice) { return number + dice.pick<Micro>({0, 0, 0, 0, 1, -1}); }

void add_frequency(PairedSeries& series, Dice& dice) {
  struct Cadence {
    const char* word;
    int days;
  };
  const auto [word, days] = dice.pick<Cadence>({{"", 0},
                                                {"", 0},
                                                {"weekly", 7},
                                                {"biweekly", 14},
                                                {"monthly", 31},
                                                {"quarterly", 92},
                                                {"semiannual", 184},
                                                {"annual", 366},
                                                {"P1D", 1},
                                                {"P2D", 2},
                                                {"P3D", 3},
                                                {"P10D", 10}});
  series.frequency = word;
  series.plain.frequency_days = days;
}

/// The same number as a share, where its unit allows it.
void write_as_share(reference::Entry& entry, Micro value, bool is_percent, Dice& dice) {
  const Micro whole = dice.pick<Micro>({1, 2, 4, 5, 8});
  entry.value.reset();
  entry.denominator = std::to_string(whole * (is_percent ? 100 : 1));
  if (dice.percent(10)) entry.denominator = "0.0";  // no cases: no value
  entry.numerator = text_of(value * whole, dice);
}

reference::Bounds random_bounds(const std::string& direction, Dice& dice) {
  const std::string bound = text_of(dice.pick<Micro>({5, 5, 5, 6, 0}) * one, dice);
  const bool is_two_sided = dice.percent(direction == "maintain" ? 85 : 30);
  switch (dice.between(is_two_sided ? 4 : 0, is_two_sided ? 6 : 3)) {
    case 0:
    case 1:
      return {.single = bound};
    case 2:
      return {.at_least = bound};
    case 3:
      return {.at_most = bound};
    case 4:
      return {.at_least = bound, .at_most = "6"};
    case 5:
      return {.between = std::pair(std::string("4"), bound)};
    default:
      return {.between = std::pair(bound, std::string("7.0"))};
  }
}

// ---- reach ----

struct Way {
  Micro start = 0;
  Micro length = 0;
  int days = 0;

  /// Where the straight line is on a day, times this many hundredths.
  Micro on(int day, int hundredths) const { return start + length * day / days * hundredths / 100; }
};

Micro random_value(const Way& way, int day, Dice& dice) {
  switch (dice.between(0, 5)) {
    case 0:
      return nearly(way.start + way.length, dice);
    case 1:
      return nearly(way.start, dice);
    case 2:
      return way.start + dice.between(-2, 12) * one;
    default:
      return nearly(way.on(day, dice.pick<int>({95, 95, 60, 60, 100, 100, 90, 120, 50, 0})), dice);
  }
}

int random_day(const Way& way, Dice& dice) {
  const int days = way.days;
  return dice.percent(50) ? dice.between(1, days)
                          : dice.pick<int>({-1, 0, 1, days / 10 - 1, days / 10, days / 4 - 1,
                                            days / 4, days - 1, days, days + 1, days + 9});
}

void add_interim(reference::Series& plain, const Way& way, Dice& dice) {
  for (int count = dice.between(1, 3); count > 0; --count) {
    const int day =
        dice.percent(80) ? dice.between(1, way.days - 1) : dice.between(-1, way.days + 1);
    const Micro value = way.on(day, dice.pick<int>({100, 50, 10, 0, 150}));
    plain.interim.push_back({first_day + day, text_of(value, dice)});
  }
}

reference::Entry reach_entry(const reference::Series& plain, const Way& way, int day, Dice& dice) {
  const Micro value = random_value(way, day, dice);
  reference::Entry entry{.day = first_day + day, .value = text_of(value, dice)};
  if (dice.percent(8)) write_as_share(entry, value, plain.unit_is_percent, dice);
  if (dice.percent(4)) entry.value.reset();  // pending
  if (dice.percent(4)) entry.target = random_bounds(plain.direction, dice);
  return entry;
}

void make_reach(reference::Series& plain, Dice& dice) {
  const bool falls = plain.direction == "decrease";
  Way way;
  way.days = dice.pick<int>({10, 20, 40, 50, 100, 100, 200, 400});
  way.start = dice.pick<Micro>({0, 5 * one, -3 * one, 31 * one, one / 10});
  way.length = dice.pick<Micro>({one, 10 * one, 19 * one, 100 * one, 3 * one / 10});
  if (falls != dice.percent(2)) way.length = -way.length;
  if (dice.percent(1)) way.length = 0;
  plain.baseline = reference::Point{first_day, text_of(way.start, dice)};
  plain.target = reference::Point{first_day + way.days, text_of(way.start + way.length, dice)};
  if (dice.percent(2)) plain.baseline.reset();
  if (dice.percent(2)) plain.target.reset();
  if (dice.percent(30)) add_interim(plain, way, dice);
  const int count =
      dice.percent(6) ? dice.between(20, 30) : dice.between(dice.percent(30) ? 0 : 2, 9);
  for (int i = 0; i < count; ++i) {
    plain.measurements.push_back(reach_entry(plain, way, random_day(way, dice), dice));
  }
}

// ---- hold, pass_fail ----

/// Days one after another, now and then the same day or one left out.
int next_day(int day, Dice& dice) { return day + dice.pick<int>({0, 1, 1, 1, 1, 1, 2, 7}); }

/// Few, or the ten of which nine tenths can be met, or enough to fill the window of twelve.
int random_count(Dice& dice) {
  if (dice.percent(40)) return dice.between(0, 5);
  return dice.percent(30) ? 10 : dice.between(6, 24);
}

void make_hold(reference::Series& plain, Dice& dice) {
  if (dice.percent(90)) plain.standing = random_bounds(plain.direction, dice);
  const int good = dice.pick<int>({10, 50, 60, 80, 90, 90, 95, 100});
  const int own = dice.pick<int>({0, 0, 20, 100});
  int day = first_day;
  for (int count = random_count(dice); count > 0; --count) {
    day = next_day(day, dice);
    const Micro off = dice.pick<Micro>({1, -1, one, -one, 3 * one});
    const Micro value = 5 * one + (dice.percent(good) ? 0 : off);
    reference::Entry entry{.day = day, .value = text_of(value, dice)};
    if (dice.percent(8)) write_as_share(entry, value, plain.unit_is_percent, dice);
    if (dice.percent(5)) entry.value.reset();
    if (dice.percent(own)) entry.target = random_bounds(plain.direction, dice);
    plain.measurements.push_back(entry);
  }
  if (dice.percent(25)) plain.from = first_day + dice.between(0, 5);
  if (dice.percent(25)) plain.until = dice.between(first_day, day + 3);
}

void make_pass_fail(reference::Series& plain, Dice& dice) {
  int day = first_day;
  for (int count = dice.between(0, 9); count > 0; --count) {
    day = next_day(day, dice);
    reference::Entry entry{.day = day, .met = dice.percent(50)};
    if (dice.percent(15)) entry = {.day = day, .value = std::to_string(dice.between(0, 9))};
    plain.measurements.push_back(entry);
  }
  if (dice.percent(70)) plain.due = dice.between(first_day, day + 3);
}

std::string random_kind(const std::string& direction, Dice& dice) {
  if (dice.percent(10)) return "pass_fail";
  if (direction == "maintain") return dice.pick<std::string>({"hold", "hold", "", "reach"});
  return dice.pick<std::string>({"", "reach", "reach", "hold", "hold"});
}

std::string two_decimals(const reference::Rational& number) {
  return to_fixed(Rational(LongRational{number}), 2);
}

}  // namespace

PairedSeries random_series(Dice& dice) {
  PairedSeries series;
  reference::Series& plain = series.plain;
  plain.direction = dice.pick<std::string>({"increase", "increase", "decrease", "maintain"});
  plain.kind = random_kind(plain.direction, dice);
  plain.unit_is_percent = dice.percent(30);
  plain.has_unit = true;
  add_frequency(series, dice);
  if (plain.kind == "pass_fail") {
    make_pass_fail(plain, dice);
  } else if (plain.kind == "hold" || plain.direction == "maintain") {
    make_hold(plain, dice);
  } else {
    make_reach(plain, dice);
  }
  if (dice.percent(30)) {
    dice.shuffle(plain.measurements);
  } else {
    std::stable_sort(
        plain.measurements.begin(), plain.measurements.end(),
        [](const reference::Entry& a, const reference::Entry& b) { return a.day < b.day; });
  }
  // Last, because what stands above depends on them.
  if (dice.percent(2) && plain.direction != "maintain") plain.direction = "";
  if (dice.percent(2)) plain.has_unit = plain.unit_is_percent = false;
  return series;
}

std::vector<int> telling_days(const PairedSeries& series) {
  const reference::Series& plain = series.plain;
  std::vector<int> days{first_day};
  const auto add = [&days](int day) { days.insert(days.end(), {day - 1, day, day + 1}); };
  for (const reference::Entry& entry : plain.measurements) add(entry.day);
  int last = first_day;
  for (const reference::Entry& entry : plain.measurements) last = std::max(last, entry.day);
  for (int i = 0; i < 4; ++i) add(last);
  add(last + (plain.frequency_days == 0 ? 135 : plain.frequency_days * 3 / 2));
  if (plain.target) add(plain.target->day);
  if (plain.until) add(*plain.until);
  if (plain.from) add(*plain.from);
  if (plain.due) add(*plain.due);
  return days;
}

std::vector<reference::Rating> random_ratings(Dice& dice, int around) {
  std::vector<reference::Rating> ratings;
  for (int count = dice.between(0, 4); count > 0; --count) {
    const bool is_federal = dice.percent(50);
    const int day = around + dice.pick<int>({-47, -46, -45, -44, -2, -1, 0, 0, 1});
    const std::string rating =
        is_federal ? dice.pick<std::string>({"1", "2", "3", "4", "5", "not_published"})
                   : dice.pick<std::string>({"green", "green", "amber", "red", "not_published"});
    ratings.push_back({day, is_federal ? "cio_1_5" : "rag", rating});
  }
  return ratings;
}

PairedPolicy random_policy(Dice& dice) {
  using R = reference::Rational;
  PairedPolicy policy;
  reference::Policy& plain = policy.plain;
  plain.stale_factor = dice.pick<R>({R(3, 2), R(1), R(2), R(1, 2), R(5, 4)});
  plain.no_frequency_stale_days = dice.pick<int>({135, 10, 1});
  plain.too_early_points = dice.between(1, 5);
  plain.too_early_q = dice.pick<R>({R(1, 10), R(0), R(1, 4), R(1, 20)});
  plain.on_track = dice.pick<R>({R(19, 20), R(9, 10), R(1), R(1, 2)});
  plain.at_risk = dice.pick<R>({R(3, 5), R(1, 2), R(19, 20), R(0)});
  plain.weak_points = dice.between(1, 6);
  plain.weak_q = dice.pick<R>({R(1, 4), R(0), R(1, 2)});
  plain.good_points = dice.between(plain.weak_points, 10);
  plain.hold_window = dice.between(1, 14);
  plain.hold_on_track = dice.pick<R>({R(9, 10), R(1), R(1, 2), R(0)});
  plain.hold_off_track = dice.pick<R>({R(1, 2), R(3, 4), R(0)});
  plain.slope_window = dice.pick<int>({24, 2, 3, 5});
  plain.rating_days = dice.pick<int>({45, 1, 44, 46});
  policy.yaml = fmt::format(
      "stale_factor: {}, default_stale_days: {}, too_early_points: {}, too_early_share: {}, "
      "on_track: {}, at_risk: {}, weak_points: {}, weak_share: {}, good_points: {}, "
      "hold_window: {}, hold_on_track: {}, hold_off_track: {}, slope_window: {}, rating_days: {}",
      two_decimals(plain.stale_factor), plain.no_frequency_stale_days, plain.too_early_points,
      two_decimals(plain.too_early_q), two_decimals(plain.on_track), two_decimals(plain.at_risk),
      plain.weak_points, two_decimals(plain.weak_q), plain.good_points, plain.hold_window,
      two_decimals(plain.hold_on_track), two_decimals(plain.hold_off_track), plain.slope_window,
      plain.rating_days);
  return policy;
}

}  // namespace brm::test
