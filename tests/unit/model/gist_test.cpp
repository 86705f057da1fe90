// When two titles come to the same: order, numbers, capitals and small words are no matter.
#include "model/gist.h"

#include <doctest/doctest.h>

namespace brm {
namespace {

TEST_CASE("gist: order, numbers, capitals, repetition and small words are no matter") {
  const auto gist = gist_of("Calls about a lost password fall from 900 to 200 a month");
  REQUIRE(gist.has_value());
  CHECK(gist == gist_of("In a MONTH, calls about the lost password: fall from 4,000 to 1,500"));
  CHECK(gist == gist_of("calls calls about lost password-fall from month"));
  CHECK(gist != gist_of("Letters about a lost password fall from 900 to 200 a month"));
  CHECK(gist != gist_of("Calls about a lost password fall from 900 to 200 a week"));
}

TEST_CASE("gist: three words of four letters are enough, two are not") {
  CHECK(gist_of("fewer long calls").has_value());
  CHECK_FALSE(gist_of("few long calls").has_value());
  CHECK_FALSE(gist_of("calls, calls and more calls").has_value());
  CHECK_FALSE(gist_of("").has_value());
  CHECK_FALSE(gist_of("2026: 30 % of 500").has_value());
}

TEST_CASE("gist: letters beyond ASCII are letters") {
  CHECK(gist_of("añoranza señales mañana").has_value());
  CHECK(gist_of("añoranza señales mañana") != gist_of("aoranza seales maana"));
}

}  // namespace
}  // namespace brm
