#include "base/date.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace brm::test {
namespace {

struct Case {
  std::string_view text;
  DateFault fault = DateFault::none;
  std::int32_t days = 0;
};

constexpr std::int32_t first_day = -25567;  // 1900-01-01

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_of_month(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/// Calls `visit(text, days)` for every day of 1900 to 2200, counting one by one.
template <class Visit>
std::int32_t walk_every_day(Visit visit) {
  std::int32_t days = first_day;
  for (int year = 1900; year <= 2200; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_of_month(year, month); ++day) {
        visit(fmt::format("{:04}-{:02}-{:02}", year, month, day), days++);
      }
    }
  }
  return days;
}

}  // namespace

TEST_CASE("date: days that exist are read") {
  constexpr Case cases[] = {
      {"1970-01-01", {}, 0},     {"1969-12-31", {}, -1},    {"1900-01-01", {}, first_day},
      {"2200-12-31", {}, 84370}, {"2000-02-29", {}, 11016}, {"2024-02-29", {}, 19782},
      {"2100-02-28", {}, 47540}, {"2100-03-01", {}, 47541}, {"1900-02-28", {}, first_day + 58},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const DateReading reading = read_date(c.text);
    CHECK(reading.fault == DateFault::none);
    CHECK(reading.date.days == c.days);
    CHECK(to_text(reading.date) == c.text);
  }
}

TEST_CASE("date: what is no date says why") {
  using enum DateFault;
  const Case cases[] = {
      {"", format},
      {"2024", format},
      {"2024-01", format},
      {"2024-1-01", format},
      {"2024-01-1", format},
      {"2025-9-8", format},
      {"24-01-01", format},
      {"02024-01-01", format},
      {"2024/01/01", format},
      {"2024.01.01", format},
      {"01-01-2024", format},
      {"20240101", format},
      {"2024-01-01T00:00", format},
      {"2024-01-01 ", format},
      {" 2024-01-01", format},
      {"2024-01-01\n", format},
      {"2024-01-0a", format},
      {"2024-0x-01", format},
      {"20 4-01-01", format},
      {"-024-01-01", format},
      {"+024-01-01", format},
      {"2024-+1-01", format},
      {"2024--1-01", format},
      {"2024-01--1", format},
      {"2024_01_01", format},
      {"2024-01_01", format},
      {std::string_view("2024-01-0\0", 10), format},
      {"\xEF\xBC\x92"
       "024-01-01",
       format},                      // a full-width 2
      {"2024-0\xD9\xA1-1", format},  // ten bytes, one of its digits Arabic
      {"2023-02-29", no_such_day},
      {"1900-02-29", no_such_day},
      {"2100-02-29", no_such_day},
      {"2200-02-29", no_such_day},
      {"2024-02-30", no_such_day},
      {"2024-04-31", no_such_day},
      {"2025-30-01", no_such_day},
      {"2024-13-01", no_such_day},
      {"2024-00-01", no_such_day},
      {"2024-01-00", no_such_day},
      {"2024-01-32", no_such_day},
      {"1899-12-31", out_of_range},
      {"2201-01-01", out_of_range},
      {"0000-01-01", out_of_range},
      {"9999-12-31", out_of_range},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read_date(c.text).fault == c.fault);
  }
}

TEST_CASE("date: every day from 1900 to 2200 is what counting one by one makes it") {
  std::string wrong;
  const std::int32_t end = walk_every_day([&](const std::string& text, std::int32_t days) {
    const DateReading reading = read_date(text);
    const bool is_right = reading.fault == DateFault::none && reading.date.days == days &&
                          to_text(Date{days}) == text;
    if (!is_right) wrong = text;
  });
  CHECK(end == 84371);
  CHECK(wrong == "");
}

TEST_CASE("date: no day past the end of a month exists") {
  std::string wrong;
  for (int year = 1900; year <= 2200; ++year) {
    for (int month = 0; month <= 13; ++month) {
      const int length = month < 1 || month > 12 ? 0 : days_of_month(year, month);
      for (int day = length + 1; day <= 99; ++day) {
        const std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
        if (read_date(text).fault != DateFault::no_such_day) wrong = text;
      }
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("date: a day of the year") {
  for (int month = 0; month <= 13; ++month) {
    for (int day = 0; day <= 33; ++day) {
      const std::string text = fmt::format("{:02}-{:02}", month, day);
      CAPTURE(text);
      const bool exists =
          month >= 1 && month <= 12 && day >= 1 && day <= days_of_month(2024, month);
      CHECK(is_month_day(text) == exists);
    }
  }
  for (const std::string_view text :
       {"", "7-01", "07-1", "07/01", "0701", "07-01 ", " 07-01", "2026-07-01", "-7-01", "ab-cd"}) {
    CAPTURE(text);
    CHECK_FALSE(is_month_day(text));
  }
}

TEST_CASE("date: differences, sums and order are in days") {
  const Date leap_eve = read_date("2024-02-28").date;
  CHECK(to_text(leap_eve + 1) == "2024-02-29");
  CHECK(to_text(leap_eve + 2) == "2024-03-01");
  CHECK(to_text(leap_eve + -59) == "2023-12-31");
  CHECK(read_date("2200-12-31").date - read_date("1900-01-01").date == 84370 - first_day);
  CHECK(leap_eve - (leap_eve + 7) == -7);
  CHECK(leap_eve < leap_eve + 1);
  CHECK(leap_eve == leap_eve + 0);
  CHECK(Date{-1} < Date{0});
}

TEST_CASE("date: the day of a POSIX time in UTC") {
  struct Moment {
    std::int64_t seconds;
    std::string_view day;
  };
  constexpr Moment moments[] = {
      {0, "1970-01-01"},
      {86'399, "1970-01-01"},
      {86'400, "1970-01-02"},
      {-1, "1969-12-31"},
      {-86'400, "1969-12-31"},
      {-86'401, "1969-12-30"},
      {2'147'483'647, "2038-01-19"},
      {2'147'483'648, "2038-01-19"},
      {951'782'400, "2000-02-29"},
      {7'289'654'399, "2200-12-31"},
  };
  for (const Moment& moment : moments) {
    CAPTURE(moment.seconds);
    CHECK(to_text(day_of_unix_seconds(moment.seconds)) == moment.day);
  }
}

}  // namespace brm::test
