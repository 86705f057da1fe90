#include "commands/within.h"

#include <doctest/doctest.h>

namespace brm::test {
namespace {

std::string within(const std::string& text, const std::string& as_of = "2026-01-31") {
  const auto last = read_within(text, read_date(as_of).date);
  return last.ok() ? to_text(last.value()) : last.failure().message;
}

}  // namespace

TEST_CASE("within: days, weeks, calendar months and years, or a day") {
  CHECK(within("0d") == "2026-01-31");
  CHECK(within("90d") == "2026-05-01");
  CHECK(within("2w") == "2026-02-14");
  CHECK(within("1m") == "2026-02-28");
  CHECK(within("3m") == "2026-04-30");
  CHECK(within("1y", "2028-02-29") == "2029-02-28");
  CHECK(within("2026-01-31") == "2026-01-31");
  CHECK(within("2027-06-30") == "2027-06-30");
}

TEST_CASE("within: anything else is refused") {
  for (const char* text : {"", "d", "90", "-1d", "1.5m", "90 d", "soon", "P3M", "2026-02-30", "1h",
                           "36501d", "99999999999999999999d"}) {
    CHECK_MESSAGE(within(text).ends_with("is no time from now on"), text);
  }
  CHECK(within("2026-01-30") == "--within 2026-01-30 is before 2026-01-31, the day this is as of");
}

}  // namespace brm::test
