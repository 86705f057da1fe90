#include "render/svg_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace brm {
namespace {

/// 1, 2 or 5 times a power of ten, so that about `count` of them fill the width.
double step_for(double width, std::size_t count) {
  const double least = width / static_cast<double>(count);
  double power = 1;
  while (power > least) power /= 10;
  while (power * 10 <= least) power *= 10;
  for (const double times : {1.0, 2.0, 5.0}) {
    if (power * times >= least) return power * times;
  }
  return power * 10;
}

/// `12,000`, `0.25`: as many decimals as the step needs.
std::string number_text(double number, double step) {
  constexpr int most_decimals = 12;
  constexpr double nearly_one = 0.999;  // 0.001 times 1000 need not be 1
  int decimals = 0;
  double scaled = step;
  while (scaled < nearly_one && decimals < most_decimals) {
    scaled *= 10;
    ++decimals;
  }
  std::string out = fmt::format("{:.{}f}", std::abs(number), decimals);
  constexpr std::size_t group = 3;
  for (std::size_t at = std::min(out.find('.'), out.size()); at > group;) {
    at -= group;
    out.insert(at, ",");
  }
  return number < 0 ? "-" + out : out;
}

/// `1.5 M`: in thousands, millions or milliards of whole units, as the largest is.
std::string money_text(double amount, double step, double largest) {
  struct Unit {
    double size;
    std::string_view name;
  };
  constexpr std::array<Unit, 3> units{{{1e9, " bn"}, {1e6, " M"}, {1e3, " k"}}};
  if (amount == 0) return "0";
  for (const Unit& unit : units) {
    if (largest >= unit.size) {
      return number_text(amount / unit.size, step / unit.size) + std::string(unit.name);
    }
  }
  return number_text(amount, step);
}

using Day = std::chrono::sys_days;

Day first_of_month(std::int64_t months) {
  using namespace std::chrono;
  const auto year_number = static_cast<int>(months / 12);
  const auto month_number = static_cast<unsigned>(months % 12) + 1;
  return Day(year(year_number) / month(month_number) / 1);
}

std::int64_t month_of(double days) {
  using namespace std::chrono;
  const auto whole = static_cast<int>(std::floor(days));
  const year_month_day date{Day(std::chrono::days(whole))};
  return std::int64_t{int(date.year())} * 12 + (unsigned(date.month()) - 1);
}

/// Whole months, quarters or years inside the range, which stays as it is.
std::vector<Tick> date_ticks(const AxisRange& range, std::size_t count) {
  constexpr std::array<std::int64_t, 9> steps{1, 2, 3, 6, 12, 24, 60, 120, 600};
  const std::int64_t first = month_of(range.least);
  const std::int64_t last = month_of(range.most);
  const auto found = std::find_if(steps.begin(), steps.end(), [&](std::int64_t step) {
    return (last - first) / step <= static_cast<std::int64_t>(count);
  });
  const std::int64_t step = found == steps.end() ? steps.back() : *found;
  std::vector<Tick> ticks;
  for (std::int64_t month = (first + step - 1) / step * step; month <= last; month += step) {
    const auto day = static_cast<double>(first_of_month(month).time_since_epoch().count());
    if (day < range.least) continue;
    ticks.push_back({day, step % 12 == 0 ? fmt::format("{}", month / 12)
                                         : fmt::format("{}-{:02}", month / 12, month % 12 + 1)});
  }
  return ticks;
}

}  // namespace

void AxisRange::take(double figure) {
  least = std::min(least, figure);
  most = std::max(most, figure);
}

std::vector<Tick> ticks_of(const Axis& axis, AxisRange& range, std::size_t count) {
  if (axis.scale == Scale::date) {
    if (range.most - range.least < 1) range.most = range.least + 1;
    return date_ticks(range, count);
  }
  if (axis.from_zero) range.take(0);
  double unit = 1;  // of one figure that is written
  if (axis.scale == Scale::percent) unit = 0.01;
  for (int i = axis.scale == Scale::money ? minor_digits(axis.currency) : 0; i > 0; --i) unit *= 10;
  if (range.most <= range.least) {
    const double around = std::max(std::abs(range.most) / 10, unit);
    range = {range.least - around, range.most + around};
  }
  double step = step_for((range.most - range.least) / unit, count);
  if (axis.scale == Scale::count) step = std::max(step, 1.0);
  const auto first = static_cast<std::int64_t>(std::floor(range.least / unit / step + 1e-9));
  const auto last = static_cast<std::int64_t>(std::ceil(range.most / unit / step - 1e-9));
  range = {static_cast<double>(first) * step * unit, static_cast<double>(last) * step * unit};
  const double largest = std::max(std::abs(range.least), std::abs(range.most)) / unit;
  std::vector<Tick> ticks;
  for (std::int64_t i = first; i <= last; ++i) {
    const double figure = static_cast<double>(i) * step;
    std::string text =
        axis.scale == Scale::money ? money_text(figure, step, largest) : number_text(figure, step);
    if (axis.scale == Scale::percent) text += " %";
    ticks.push_back({figure * unit, std::move(text)});
  }
  return ticks;
}

}  // namespace brm
