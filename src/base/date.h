// A calendar day without time or zone: what records, reports and the as-of date are made of.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace brm {

/// A day that exists, 1900-01-01 to 2200-12-31 when read from text. Differences are in days.
struct Date {
  std::int32_t days = 0;  ///< Since 1970-01-01.

  friend auto operator<=>(Date, Date) = default;
  friend std::int32_t operator-(Date a, Date b) { return a.days - b.days; }
  friend Date operator+(Date a, std::int32_t count) { return {a.days + count}; }
};

/// Why a text is no date; `none` when it is one.
enum class DateFault { none, format, no_such_day, out_of_range };

struct DateReading {
  Date date;
  DateFault fault = DateFault::none;
};

/// Reads exactly `YYYY-MM-DD`, ten ASCII characters.
DateReading read_date(std::string_view text);

/// `MM-DD` of a day that exists in some year.
bool is_month_day(std::string_view text);

/// ISO 8601, `YYYY-MM-DD`.
std::string to_text(Date date);

/// The day of a POSIX time in UTC.
Date day_of_unix_seconds(std::int64_t seconds);

}  // namespace brm
