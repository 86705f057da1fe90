#include "base/months.h"

#include <chrono>

namespace brm {

Date months_later(Date date, int count) {
  using std::chrono::year_month_day;
  using std::chrono::year_month_day_last;
  const year_month_day from{std::chrono::sys_days{std::chrono::days{date.days}}};
  const auto month =
      std::chrono::year_month{from.year(), from.month()} + std::chrono::months{count};
  const year_month_day same{month.year(), month.month(), from.day()};
  const year_month_day_last last{month.year(), std::chrono::month_day_last{month.month()}};
  const year_month_day day = same.ok() ? same : year_month_day{last};
  const auto days = std::chrono::sys_days{day}.time_since_epoch().count();
  return {static_cast<std::int32_t>(days)};
}

}  // namespace brm
