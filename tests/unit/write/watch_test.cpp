// The line alone: when it is said is a matter of time, and no test is.
#include <doctest/doctest.h>

#include "write/watch.h"

namespace brm::test {

TEST_CASE("watch: how long it has been") {
  using std::chrono::seconds;
  CHECK(watch_line(seconds(1)) == "brm: at work for 1 s");
  CHECK(watch_line(seconds(59)) == "brm: at work for 59 s");
  CHECK(watch_line(seconds(60)) == "brm: at work for 1 min 0 s");
  CHECK(watch_line(seconds(3605)) == "brm: at work for 60 min 5 s");
}

}  // namespace brm::test
