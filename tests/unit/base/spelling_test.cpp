#include "base/spelling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace brm::test {
namespace {

using Known = std::vector<std::string_view>;

/// The definition, read aloud: each letter replaced, taken out, put in, or swapped with the next,
/// and none changed twice.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string_view x = a.substr(1);
  const std::string_view y = b.substr(1);
  if (a[0] == b[0]) return slow_distance(x, y);
  std::size_t best = std::min({slow_distance(x, y), slow_distance(x, b), slow_distance(a, y)}) + 1;
  if (!x.empty() && !y.empty() && a[0] == y[0] && x[0] == b[0]) {
    best = std::min(best, slow_distance(x.substr(1), y.substr(1)) + 1);
  }
  return best;
}

std::string random_word(std::mt19937& random, std::size_t longest) {
  std::string word;
  for (std::size_t size = random() % (longest + 1); size > 0; --size) word += "abc"[random() % 3];
  return word;
}

}  // namespace

TEST_CASE("spelling: one distance for each kind of slip") {
  struct Case {
    std::string_view a;
    std::string_view b;
    std::size_t distance;
  };
  constexpr Case cases[] = {
      {"", "", 0},           {"", "abc", 3},
      {"title", "title", 0}, {"title", "titel", 1},
      {"title", "tile", 1},  {"title", "titlee", 1},
      {"title", "tifle", 1}, {"on_track", "off_track", 2},
      {"ab", "ba", 1},       {"abcd", "badc", 2},
      {"ca", "abc", 3},      {"kitten", "sitting", 3},
      {"Title", "title", 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(edit_distance(c.a, c.b) == c.distance);
    CHECK(edit_distance(c.b, c.a) == c.distance);
  }
}

TEST_CASE("spelling: distances agree with the definition on short words") {
  std::mt19937 random(5);
  for (int i = 0; i < 3'000; ++i) {
    const std::string a = random_word(random, 7);
    const std::string b = random_word(random, 7);
    CAPTURE(a);
    CAPTURE(b);
    CHECK(edit_distance(a, b) == slow_distance(a, b));
  }
}

TEST_CASE("spelling: only the first 64 bytes count") {
  const std::string sixty_four(64, 'a');
  CHECK(edit_distance(sixty_four, sixty_four + "b") == 0);
  CHECK(edit_distance(sixty_four, std::string(63, 'a') + "b") == 1);
  CHECK(edit_distance(std::string(100'000, 'a'), std::string(100'000, 'b')) == 64);
  CHECK(edit_distance(std::string(1000, 'a'), "") == 64);
}

TEST_CASE("spelling: the nearest word is the one meant") {
  const Known verdicts{"missed", "off_track", "worsening", "at_risk", "on_track", "achieved"};
  struct Case {
    std::string_view word;
    std::string_view meant;  ///< Empty: none.
  };
  constexpr Case cases[] = {
      {"on_track", "on_track"},
      {"on-track", "on_track"},
      {"On Track", "on_track"},
      {"ontrack", "on_track"},
      {"of_track", "off_track"},
      {"offtrack", "off_track"},
      {"acheived", "achieved"},
      {"mised", "missed"},
      {"atrisk", "at_risk"},
      {"ACHIEVED", "achieved"},
      {"worse", ""},
      {"green", ""},
      {"", ""},
      {"x", ""},
      {"achieved-at-last", ""},
      {"miszzd", "missed"},
      {"mizzzd", ""},
      {"worseningxxxx", "worsening"},
      {"worseningxxxxx", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CHECK(nearest(c.word, verdicts).value_or("") == c.meant);
  }
}

TEST_CASE("spelling: what denies or undoes a word is no slip of it") {
  const std::vector<std::string_view> known{"active", "supportive", "increase", "decrease", "open"};
  for (const std::string word : {"inactive", "unsupportive", "crease", "reopen", "non-active"}) {
    CAPTURE(word);
    CHECK(nearest(word, known) == std::nullopt);
  }
  CHECK(nearest("inctive", known) == "active");
  CHECK(nearest("increse", known) == "increase");
}

TEST_CASE("spelling: of equally near words the first is taken, and an exact one before it") {
  CHECK(nearest("abcx", Known{"abca", "abcb"}) == "abca");
  CHECK(nearest("abcx", Known{"abcb", "abca"}) == "abcb");
  CHECK(nearest("abcb", Known{"abca", "abcb"}) == "abcb");
  CHECK(nearest("abcd", Known{}) == std::nullopt);
  CHECK(nearest("abcd", Known{""}) == std::nullopt);
  CHECK(nearest("a", Known{"b", "c"}) == std::nullopt);
}

TEST_CASE("spelling: no suggestion is further than a third of the longer word's letters") {
  std::mt19937 random(9);
  for (int i = 0; i < 2'000; ++i) {
    std::vector<std::string> words;
    for (int j = 0; j < 4; ++j) words.push_back("abc" + random_word(random, 5));
    const std::string word = "abc" + random_word(random, 5);
    const Known known(words.begin(), words.end());
    CAPTURE(word);
    const auto is_near = [&](std::string_view other) {
      return 3 * slow_distance(word, other) <= std::max(word.size(), other.size());
    };
    const auto found = nearest(word, known);
    CHECK(found.has_value() == std::any_of(known.begin(), known.end(), is_near));
    if (!found) continue;
    for (const std::string_view other : known) {
      CHECK(slow_distance(word, *found) <= slow_distance(word, other));
    }
  }
}

TEST_CASE("spelling: lists are joined with or") {
  CHECK(join_or(Known{}) == "");
  CHECK(join_or(Known{"a"}) == "a");
  CHECK(join_or(Known{"a", "b"}) == "a or b");
  CHECK(join_or(Known{"a", "b", "c"}) == "a, b or c");
}

TEST_CASE("spelling: things are counted in their number") {
  CHECK(counted(0, "record") == "0 records");
  CHECK(counted(1, "record") == "1 record");
  CHECK(counted(2, "record") == "2 records");
  CHECK(counted(0, "body", "bodies") == "0 bodies");
  CHECK(counted(1, "body", "bodies") == "1 body");
  CHECK(counted(12, "body", "bodies") == "12 bodies");
}

}  // namespace brm::test
