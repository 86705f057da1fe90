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

TEST_CASE("watch: how far it is, while that is known") {
  Progress progress;
  CHECK(progress.words().empty());
  progress.begin("files read", 3);
  CHECK(progress.words().empty());
  progress.add_one();
  CHECK(progress.words() == "1 of 3 files read");
  CHECK(watch_line(std::chrono::seconds(61), progress.words()) ==
        "brm: at work for 1 min 1 s, 1 of 3 files read");
  progress.reach(3);
  CHECK(progress.words().empty());
  progress.add_one();
  CHECK(progress.words().empty());
  progress.begin("files written", 2);
  progress.add_one();
  CHECK(progress.words() == "1 of 2 files written");
}

}  // namespace brm::test
