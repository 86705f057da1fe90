#include "commands/within.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "assess/next_dates.h"
#include "base/utf8.h"

namespace brm {
namespace {

constexpr int most = 36500;

/// `sign`: 1 for ahead, -1 for ago. Empty where `text` is no whole number of days, weeks, months or
/// years.
std::optional<Date> read_span(const std::string& text, Date as_of, int sign) {
  if (text.size() < 2) return std::nullopt;
  int number = 0;
  const char* unit = text.data() + text.size() - 1;
  const auto parsed = std::from_chars(text.data(), unit, number);
  if (parsed.ec != std::errc{} || parsed.ptr != unit || number < 0 || number > most) {
    return std::nullopt;
  }
  switch (*unit) {
    case 'd':
      return as_of + sign * number;
    case 'w':
      return as_of + sign * number * 7;
    case 'm':
      return months_after(as_of, sign * number);
    case 'y':
      return months_after(as_of, sign * number * 12);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Date> read_ago(const std::string& text, Date as_of) {
  return read_span(text, as_of, -1);
}

Result<Date> read_within(const std::string& text, Date as_of) {
  if (const auto last = read_span(text, as_of, 1)) return *last;
  const DateReading date = read_date(text);
  if (date.fault != DateFault::none) {
    return Failure{fmt::format("--within `{}` is no time from now on", visible(text)),
                   "write 90d, 2w, 3m or 1y, or the last day as YYYY-MM-DD"};
  }
  if (date.date < as_of) {
    return Failure{
        fmt::format("--within {} is before {}, the day this is as of", text, to_text(as_of)),
        "what is overdue is shown anyway"};
  }
  return date.date;
}

}  // namespace brm
