// Words of a text: what divides them, and what belongs to them.
#include "base/words_in.h"

#include <doctest/doctest.h>

namespace brm {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("words in: digits and signs divide words, and capitals are no matter") {
  CHECK(words_in("Calls fall from 9,400 to 4,000 a month.") ==
        Words{"calls", "fall", "from", "to", "a", "month"});
  CHECK(words_in("on-time/ON TIME") == Words{"on", "time", "on", "time"});
  CHECK(words_in("h2o") == Words{"h", "o"});
}

TEST_CASE("words in: letters beyond ASCII belong to a word, as they are written") {
  CHECK(words_in("Añasco: ÉTÉ") == Words{"añasco", "ÉtÉ"});
}

TEST_CASE("words in: without a letter there is none") {
  CHECK(words_in("").empty());
  CHECK(words_in(" 12 % -- ").empty());
}

}  // namespace
}  // namespace brm
