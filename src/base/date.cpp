#include "base/date.h"

#include <fmt/format.h>

#include <chrono>

namespace brm {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2200;

/// The digits as a number; -1 when one of them is none.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

DateReading read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {{}, DateFault::format};
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  const int day = digits(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return {{}, DateFault::format};
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return {{}, DateFault::no_such_day};
  if (year < first_year || year > last_year) return {{}, DateFault::out_of_range};
  const auto days = std::chrono::sys_days{date}.time_since_epoch().count();
  return {{static_cast<std::int32_t>(days)}, DateFault::none};
}

bool is_month_day(std::string_view text) {
  // 2000 was a leap year, so 02-29 passes.
  return text.size() == 5 && read_date("2000-" + std::string(text)).fault == DateFault::none;
}

std::string to_text(Date date) {
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{date.days}}};
  const int year = static_cast<int>(day.year());
  const auto month = static_cast<unsigned>(day.month());
  const auto number = static_cast<unsigned>(day.day());
  if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, number);
  // By hand: long tables hold little else.
  std::string out = "0000-00-00";
  const auto put = [&](std::size_t at, unsigned digits) {
    out[at] = static_cast<char>('0' + digits / 10);
    out[at + 1] = static_cast<char>('0' + digits % 10);
  };
  put(0, static_cast<unsigned>(year) / 100);
  put(2, static_cast<unsigned>(year) % 100);
  put(5, month);
  put(8, number);
  return out;
}

Date day_of_unix_seconds(std::int64_t seconds) {
  const auto day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds{std::chrono::seconds{seconds}});
  return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

}  // namespace brm
