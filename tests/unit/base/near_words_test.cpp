// Which words were probably meant: one without doubt, or all that are as near.
#include "base/near_words.h"

#include <doctest/doctest.h>

namespace brm::test {
namespace {

using Words = std::vector<std::string_view>;

}  // namespace

TEST_CASE("near words: one alone is meant where the next is twice as far") {
  CHECK(near_words("jan-dox", Words{"jan-doe", "jan-dor", "sam-roe"}) ==
        Words{"jan-doe", "jan-dor"});
  CHECK(near_words("jan-dox", Words{"jan-doe", "jan-roe", "sam-roe"}) == Words{"jan-doe"});
  // Two letters away and three: it may be either. Two and four: it is the first.
  CHECK(near_words("abcdefghij", Words{"abcdexyzij", "abcdefxyij"}) ==
        Words{"abcdefxyij", "abcdexyzij"});
  CHECK(near_words("abcdefghijxy", Words{"abcdefghijkl", "abcdefghqrst"}) == Words{"abcdefghijkl"});
}

TEST_CASE("near words: but for its case and dashes it is the word itself") {
  CHECK(near_words("Jan_Doe", Words{"jan-dor", "jan-doe"}) == Words{"jan-doe"});
  CHECK(near_words("x", Words{"jan-doe"}).empty());
  CHECK(near_words("jan-dox", Words{}).empty());
  CHECK(near_words("jan-dox", Words{"jan-doe", "jan-doe"}) == Words{"jan-doe"});
}

TEST_CASE("near words: the question names all of them, and is understood again") {
  CHECK(did_you_mean(Words{}).empty());
  for (const Words& words : {Words{"a"}, Words{"a", "b"}, Words{"a", "b", "c"}}) {
    CHECK(words_asked_for(did_you_mean(words)) == words);
    CHECK(words_asked_for(did_you_mean(words) + " if not, write `d`") == words);
  }
  CHECK(did_you_mean(Words{"a", "b"}) == "did you mean `a` or `b`?");
  CHECK(did_you_mean(Words{"a", "b", "c", "d", "e", "f", "g"}) ==
        "did you mean `a`, `b`, `c`, `d`, `e` or one of 2 more?");
  CHECK(words_asked_for("write `a`").empty());
  CHECK(words_asked_for("").empty());
}

}  // namespace brm::test
