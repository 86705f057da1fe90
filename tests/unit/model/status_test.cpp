// From which day on work is stopped, and a relationship ended.
#include "model/status.h"

#include "model/outline.h"
#include "unit/assess/judged.h"

namespace brm::test {
namespace {

/// `active`, or `over` and its word, on the day; the same of the outline.
std::string status_of(const std::string& kind, const std::string& fields, const std::string& day) {
  const Assessed read(
      {{"it.yaml", "kind: " + kind + "\nid: it\ntitle: It\ntype: " +
                       (kind == "initiative" ? "project" : "agency\ntier: strategic") + "\n" +
                       fields}},
      date_of(day));
  const Item& item = read.item("it");
  std::pmr::monotonic_buffer_resource arena;
  const bool is_over_now = is_over(item, date_of(day));
  CHECK(is_over(*outline_of(item, arena), date_of(day)) == is_over_now);
  const std::string_view word = kind == "initiative"
                                    ? status_on(Of<kinds::initiative>(item), date_of(day))
                                    : status_on(Of<kinds::relationship>(item), date_of(day));
  return (is_over_now ? "over: " : "") + std::string(word);
}

}  // namespace

TEST_CASE("status: stopped from the day it was stopped on, and always where no day is written") {
  const std::string stopped =
      "status: stopped\nstopped: {date: 2025-10-14, reason: r, lesson: l}\n";
  CHECK(status_of("initiative", stopped, "2025-10-13") == "active");
  CHECK(status_of("initiative", stopped, "2025-10-14") == "over: stopped");
  CHECK(status_of("initiative", "status: stopped\n", "2025-10-13") == "over: stopped");
  CHECK(status_of("initiative", "status: completed\nend: 2030-01-01\n", "2025-10-13") ==
        "over: completed");
  CHECK(status_of("initiative", "status: paused\n", "2025-10-13") == "paused");
}

TEST_CASE("status: ended from the day of its exit, exiting before it") {
  const std::string exit = "exit: {date: 2025-12-31, reason: r, lesson: l}\n";
  CHECK(status_of("relationship", "status: ended\n" + exit, "2025-12-30") == "active");
  CHECK(status_of("relationship", "status: ended\n" + exit, "2025-12-31") == "over: ended");
  CHECK(status_of("relationship", "status: ended\n", "2025-12-30") == "over: ended");
  CHECK(status_of("relationship", "status: exiting\n" + exit, "2025-12-30") == "over: exiting");
  CHECK(status_of("relationship", "status: active\n", "2025-12-30") == "active");
}

}  // namespace brm::test
