#include "render/excerpt.h"

#include <doctest/doctest.h>

#include <random>

#include "base/text.h"
#include "base/utf8.h"
#include "support/run.h"

namespace brm::test {
namespace {

SourceFile file(std::string bytes) { return SourceFile("a.yaml", std::move(bytes)); }

std::string drawn(const std::string& bytes, std::uint32_t offset, std::uint32_t length,
                  std::size_t width = 80, std::string_view label = "") {
  return draw_excerpt(file(bytes), {0, offset, length}, label, {width, Colour::off});
}

/// The columns the carets stand under, as text of the line above them.
struct Underlined {
  std::string line;
  std::string carets;  ///< with the blanks before them
};

Underlined underlined(const std::string& excerpt) {
  const auto lines = lines_of(excerpt);
  REQUIRE(lines.size() == 2);
  REQUIRE(lines[0].size() >= 8);
  REQUIRE(lines[1].size() >= 8);
  CHECK(lines[1].substr(0, 8) == "      | ");
  return {lines[0].substr(8), lines[1].substr(8)};
}

constexpr std::string_view dots = "\xE2\x80\xA6";

struct Case {
  std::string_view bytes;
  std::uint32_t offset;
  std::uint32_t length;
  std::string_view excerpt;
};

constexpr Case cases[] = {
    {"date: 2024-02-30\n", 6, 10,
     "    1 | date: 2024-02-30\n"
     "      |       ^^^^^^^^^^\n"},
    {"a: 1\nb: 2\n", 5, 1,
     "    2 | b: 2\n"
     "      | ^\n"},
    {"a: 1\nb: 2\n", 5, 0,  // no length: one caret
     "    2 | b: 2\n"
     "      | ^\n"},
    {"a: 1\nb: 2\n", 4, 1,  // at the end of the line
     "    1 | a: 1\n"
     "      |     ^\n"},
    {"a: 1", 4, 0,  // at the end of the file
     "    1 | a: 1\n"
     "      |     ^\n"},
    {"a: 1", 99, 5,  // past it
     "    1 | a: 1\n"
     "      |     ^\n"},
    {"a: |\n  b\n  c\n", 3, 9,  // over several lines: the first
     "    1 | a: |\n"
     "      |    ^\n"},
    {"a: 1\r\nb: 22\r\n", 9, 2,
     "    2 | b: 22\n"
     "      |    ^^\n"},
    {"a: 1\r\n", 4, 2,  // the line end itself
     "    1 | a: 1\n"
     "      |     ^\n"},
    {"a:\t1\n", 3, 1,  // a tab is one blank
     "    1 | a: 1\n"
     "      |    ^\n"},
    {"a:\t1\n", 2, 1,
     "    1 | a: 1\n"
     "      |   ^\n"},
    {"\xE6\xBC\xA2\xE5\xAD\x97: x\n", 8, 1,  // wide letters before
     "    1 | \xE6\xBC\xA2\xE5\xAD\x97: x\n"
     "      |       ^\n"},
    {"a: \xE6\xBC\xA2\n", 3, 3,  // a wide letter meant
     "    1 | a: \xE6\xBC\xA2\n"
     "      |    ^^\n"},
    {"e\xCC\x81: x\n", 5, 1,  // a letter and its mark
     "    1 | e\xCC\x81: x\n"
     "      |    ^\n"},
    {"a\xE2\x80\x8B: x\n", 1, 3,  // what cannot be seen
     "    1 | a<U+200B>: x\n"
     "      |  ^^^^^^^^\n"},
    {"a: \xFFx\n", 4, 1,
     "    1 | a: \\xFFx\n"
     "      |        ^\n"},
    {"\xEF\xBB\xBF"
     "a: 1\n",
     0, 1,
     "    1 | a: 1\n"
     "      | ^\n"},
};

}  // namespace

TEST_CASE("excerpt: the line with a caret under the place") {
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(drawn(std::string(c.bytes), c.offset, c.length) == c.excerpt);
  }
}

TEST_CASE("excerpt: nothing of an empty file") {
  CHECK(drawn("", 0, 0) == "");
  CHECK(drawn("\xEF\xBB\xBF", 0, 3) == "");
  CHECK(drawn("", 0, 1, 80, "label") == "");
}

TEST_CASE("excerpt: a place without length on a letter of several bytes shows the letter whole") {
  CHECK(drawn("a: 1\n\xC3\xA9: 2\n", 5, 0) ==
        "    2 | \xC3\xA9: 2\n"
        "      | ^\n");
  CHECK(drawn("a: \xE6\xBC\xA2\n", 3, 0) ==
        "    1 | a: \xE6\xBC\xA2\n"
        "      |    ^^\n");
}

TEST_CASE("excerpt: nothing for a finding about a whole file") {
  CHECK(drawn("a: 1\n", 0, 0) == "");
  CHECK(drawn("a: 1\n", 0, 1) != "");
}

TEST_CASE("excerpt: a label stands after the carets") {
  CHECK(drawn("a: 1\nb: 2\n", 5, 1, 80, "first written here") ==
        "    2 | b: 2\n"
        "      | ^ first written here\n");
}

TEST_CASE("excerpt: line numbers keep their column, up to five digits") {
  std::string bytes;
  for (int line = 1; line < 12'345; ++line) bytes += "x\n";
  CHECK(drawn(bytes + "end", static_cast<std::uint32_t>(bytes.size()), 3) ==
        "12345 | end\n"
        "      | ^^^\n");
}

TEST_CASE("excerpt: colour changes nothing but colour") {
  std::string coloured = draw_excerpt(file("a: 1\n"), {0, 3, 1}, "label", {80, Colour::on});
  CHECK(coloured.find("\x1B[31m^\x1B[0m label") != std::string::npos);
  for (std::size_t at = 0; (at = coloured.find('\x1B')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) + 1 - at);
  }
  CHECK(coloured == drawn("a: 1\n", 3, 1, 80, "label"));
}

TEST_CASE("excerpt: a long line is cut around the place") {
  const std::string line = std::string(100, 'a') + "HERE" + std::string(100, 'z');
  const Underlined middle = underlined(drawn(line, 100, 4, 60));
  CHECK(middle.line.starts_with(dots));
  CHECK(middle.line.ends_with(dots));
  CHECK(display_width(middle.line) == 52);
  const Underlined start = underlined(drawn(line, 0, 3, 60));
  CHECK(start.line.starts_with("aaa"));
  CHECK(start.line.ends_with(dots));
  CHECK(start.carets == "^^^");
  const Underlined end = underlined(drawn(line, 204, 0, 60));
  CHECK(end.line.ends_with("zzz"));
  CHECK(end.carets.size() == display_width(end.line) + 1);
  const Underlined all = underlined(drawn(line, 0, 204, 60));
  CHECK(all.carets == std::string(52, '^'));
  CHECK(all.line.ends_with(dots));
}

TEST_CASE("excerpt: any place of any line fits the width, and carets stand under its bytes") {
  constexpr std::string_view letters[] = {"a", " ", "\xC3\xA9", "\xE6\xBC\xA2", "e\xCC\x81", "\t"};
  std::mt19937 random(51);
  for (int i = 0; i < 3'000; ++i) {
    std::string before;
    std::string marked;
    std::string after;
    for (std::string* part : {&before, &marked, &after}) {
      for (std::size_t size = random() % 60; size > 0; --size) *part += letters[random() % 6];
    }
    marked = "<" + marked + ">";
    const std::size_t width = 40 + random() % 60;
    CAPTURE(width);
    CAPTURE(before + marked + after);
    const Underlined seen =
        underlined(drawn(before + marked + after, static_cast<std::uint32_t>(before.size()),
                         static_cast<std::uint32_t>(marked.size()), width));
    CHECK(display_width(seen.line) <= width - 8);
    CHECK(seen.carets.size() <= width - 8);
    const std::size_t indent = seen.carets.find('^');
    CHECK(seen.carets.find_first_not_of('^', indent) == std::string::npos);
    // The first caret stands under the `<` of the marked part.
    const std::size_t at = seen.line.find('<');
    REQUIRE(at != std::string::npos);
    CHECK(display_width(std::string_view(seen.line).substr(0, at)) == indent);
    if (display_width(visible(before + marked + after)) > width - 8) continue;
    std::string whole = visible(before + marked + after);
    whole.erase(whole.find_last_not_of(' ') + 1);  // no line of a page ends in a blank
    CHECK(seen.line == whole);
    CHECK(seen.carets.size() == indent + display_width(visible(marked)));
  }
}

TEST_CASE("excerpt: a label does not make the line of carets wider than the page") {
  const std::string bytes = std::string(50, 'a') + ": 1\n";
  for (const std::string& line : lines_of(drawn(bytes, 50, 1, 60, "first written here"))) {
    CHECK(display_width(line) <= 60);
  }
}

TEST_CASE("excerpt: no line of it ends in a blank") {
  for (const std::string& line : lines_of(drawn("a: 1\n\nb: 2\n", 5, 0))) {
    CHECK_FALSE(line.ends_with(' '));
  }
}

}  // namespace brm::test
