#include "base/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>

namespace brm::test {
namespace {

constexpr std::string_view kanji = "\xE6\xBC\xA2\xE5\xAD\x97";  // two wide letters
constexpr std::string_view e_acute = "e\xCC\x81";               // a letter and its mark
constexpr std::string_view smile = "\xF0\x9F\x98\x80";          // one wide sign
constexpr std::string_view mark = "\xCC\x81";                   // a mark without a letter
constexpr std::string_view dots = "\xE2\x80\xA6";               // the ellipsis

std::string text_of(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out += part;
  return out;
}

/// Words of narrow and wide letters, some with marks, between one blank or more.
std::string random_text(std::mt19937& random) {
  constexpr std::string_view letters[] = {"a",  "b", "-", "\xC3\xA9", e_acute, "\xE6\xBC\xA2",
                                          smile};
  std::string text;
  for (std::size_t words = random() % 8; words > 0; --words) {
    for (std::size_t size = 1 + random() % 12; size > 0; --size) text += letters[random() % 7];
    text += std::string(1 + (random() % 4 == 0 ? random() % 3 : 0), ' ');
  }
  return random() % 2 == 0 ? " " + text : text;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// The lines put together again: a word that fits on a line is whole on one of them, so only words
/// that are too wide may have lost their blanks.
std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string joined(const std::vector<std::string>& lines, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) out.append(i > 0 ? between : "").append(lines[i]);
  return out;
}

}  // namespace

TEST_CASE("text: width in columns") {
  struct Case {
    std::string text;
    std::size_t width;
  };
  const Case cases[] = {
      {"", 0},
      {"abc", 3},
      {"\xC3\xA9", 1},
      {std::string(e_acute), 1},
      {std::string(kanji), 4},
      {std::string(smile), 2},
      {std::string(dots), 1},
      {std::string(mark), 0},
      {"\xEF\xBD\xB1", 1},      // a half-width letter
      {"\xEF\xBC\xA1", 2},      // a full-width letter
      {"\xE2\x80\x8B", 0},      // the zero-width space
      {"\xEA\xB0\x80", 2},      // a Hangul syllable
      {"\xD8\xA7\xD9\x8E", 1},  // an Arabic letter with its vowel
      {"\xFF", 1},              // no UTF-8: one column a byte
      {"\xE2\x82", 2},
      {text_of({"a", kanji, e_acute}), 6},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(display_width(c.text) == c.width);
  }
}

TEST_CASE("text: cut to a width") {
  struct Case {
    std::string text;
    std::size_t width;
    std::string cut;
  };
  const Case cases[] = {
      {"abc", 3, "abc"},
      {"abc", 9, "abc"},
      {"abcd", 3, text_of({"ab", dots})},
      {"abcd", 1, std::string(dots)},
      {"abcd", 0, ""},
      {"", 0, ""},
      {std::string(kanji), 4, std::string(kanji)},
      {std::string(kanji), 3, text_of({kanji.substr(0, 3), dots})},
      {std::string(kanji), 2, std::string(dots)},
      {text_of({"abc", e_acute}), 4, text_of({"abc", e_acute})},
      {text_of({"ab", e_acute, "fg"}), 4, text_of({"ab", e_acute, dots})},
      {text_of({smile, smile, "x"}), 4, text_of({smile, dots})},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.width);
    CHECK(cut_to(c.text, c.width) == c.cut);
  }
}

TEST_CASE("text: a cut is never too wide and begins as the text does") {
  std::mt19937 random(21);
  for (int i = 0; i < 2'000; ++i) {
    const std::string text = random_text(random);
    const std::size_t width = random() % 40;
    CAPTURE(text);
    CAPTURE(width);
    std::string cut = cut_to(text, width);
    CHECK(display_width(cut) <= width);
    if (display_width(text) <= width) {
      CHECK(cut == text);
    } else if (width > 0) {
      REQUIRE(cut.ends_with(dots));
      cut.erase(cut.size() - dots.size());
      CHECK(text.starts_with(cut));
      CHECK(display_width(cut) + 2 >= width);  // room lost only to a wide letter
    }
  }
}

TEST_CASE("text: filled up to a width") {
  CHECK(padded("ab", 4) == "ab  ");
  CHECK(padded_left("ab", 4) == "  ab");
  CHECK(padded("abcd", 4) == "abcd");
  CHECK(padded("abcde", 4) == "abcde");
  CHECK(padded_left("abcde", 4) == "abcde");
  CHECK(padded("", 2) == "  ");
  CHECK(padded(kanji, 5) == text_of({kanji, " "}));
  CHECK(padded_left(e_acute, 3) == text_of({"  ", e_acute}));
}

TEST_CASE("text: wrapped at blanks") {
  using Lines = std::vector<std::string>;
  struct Case {
    std::string text;
    std::size_t width;
    Lines lines;
  };
  const Case cases[] = {
      {"", 10, {""}},
      {"   ", 10, {""}},
      {"one", 10, {"one"}},
      {"one two", 7, {"one two"}},
      {"one two", 6, {"one", "two"}},
      {"one  two ", 10, {"one two"}},
      {" one", 4, {"one"}},
      {"abcdef", 3, {"abc", "def"}},
      {"abcdefg", 3, {"abc", "def", "g"}},
      {"a bcdefg h", 3, {"a", "bcd", "efg", "h"}},
      {"abcdefg hi", 4, {"abcd", "efg", "hi"}},
      {"abcdef g", 4, {"abcd", "ef g"}},
      {std::string(kanji), 3, {std::string(kanji.substr(0, 3)), std::string(kanji.substr(3))}},
      {"ab", 1, {"a", "b"}},
      {"ab", 0, {"a", "b"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.width);
    CHECK(wrapped(c.text, c.width) == c.lines);
  }
}

TEST_CASE("text: wrapped lines fit and lose nothing") {
  std::mt19937 random(22);
  for (int i = 0; i < 3'000; ++i) {
    const std::string text = random_text(random);
    const std::size_t width = 2 + random() % 30;
    CAPTURE(text);
    CAPTURE(width);
    const auto lines = wrapped(text, width);
    REQUIRE(!lines.empty());
    for (const std::string& line : lines) {
      CHECK(display_width(line) <= width);
      CHECK_FALSE(line.ends_with(' '));
      CHECK_FALSE(line.starts_with(' '));
    }
    CHECK(without_blanks(joined(lines, "")) == without_blanks(text));
    const auto words = words_of(text);
    const bool all_fit = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return display_width(word) <= width;
    });
    if (all_fit) CHECK(joined(lines, " ") == joined(words, " "));
  }
}

TEST_CASE("text: wrapped lines are filled as far as words allow") {
  std::mt19937 random(23);
  for (int i = 0; i < 1'000; ++i) {
    const std::string text = random_text(random);
    const auto lines = wrapped(text, 30);
    CAPTURE(text);
    for (std::size_t line = 1; line < lines.size(); ++line) {
      const std::string first_word = lines[line].substr(0, lines[line].find(' '));
      CHECK(display_width(lines[line - 1]) + 1 + display_width(first_word) > 30);
    }
  }
}

TEST_CASE("text: a word without any width is not lost") {
  const std::string lone(mark);
  CHECK(without_blanks(joined(wrapped("abc " + lone, 3), "")) == "abc" + lone);
  CHECK(joined(wrapped("abc " + lone, 9), "|") == "abc " + lone);
  CHECK(joined(wrapped(lone + " " + lone, 9), "|") == lone + " " + lone);
}

}  // namespace brm::test
