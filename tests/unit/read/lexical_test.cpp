#include "read/lexical.h"

#include <doctest/doctest.h>

#include <string>

namespace brm::test {
namespace {

using Offsets = std::vector<std::size_t>;
constexpr std::size_t npos = std::string_view::npos;

}  // namespace

TEST_CASE("lexical: where a quoted text ends") {
  struct Case {
    std::string_view bytes;
    std::size_t end;
  };
  constexpr Case cases[] = {
      {R"("")", 2},        {R"("ab" c)", 4},  {R"("a\"b")", 6},   {R"("a\\")", 5},
      {R"("a\\\"")", 7},   {R"("it's")", 6},  {"\"a\nb\"", 5},    {R"('')", 2},
      {R"('ab' c)", 4},    {R"('it''s')", 7}, {R"('''')", 4},     {R"('a\')", 4},
      {R"('say "x"')", 9}, {R"("ab)", npos},  {R"(")", npos},     {R"("a\)", npos},
      {R"("a\")", npos},   {R"('ab)", npos},  {R"('ab'')", npos}, {R"(')", npos},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(quoted_end(c.bytes, 0) == c.end);
    const std::string later = "a: " + std::string(c.bytes);
    CHECK(quoted_end(later, 3) == (c.end == npos ? npos : c.end + 3));
  }
}

TEST_CASE("lexical: where a scalar ends") {
  struct Case {
    std::string_view bytes;
    std::string_view text;
    std::string_view scalar;  ///< the bytes from the first one on
  };
  constexpr Case cases[] = {
      {"abc\n", "abc", "abc"},
      {"abc # comment\n", "abc", "abc"},
      {"abc  \n", "abc", "abc"},
      {"abc", "abc", "abc"},
      {"a b  c\n", "a b  c", "a b  c"},
      {"ab\n  cd\nx: 1", "ab cd", "ab\n  cd"},
      {"ab  \r\n  cd\r\n", "ab cd", "ab  \r\n  cd"},
      {"ab\n\n  cd\n", "ab\ncd", "ab\n\n  cd"},
      {"\xC3\xA9t\xC3\xA9, x", "\xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9"},
      {"\"a b\" # c", "a b", "\"a b\""},
      {"\"a\\n\" x", "a\n", "\"a\\n\""},
      {"'it''s' x", "it's", "'it''s'"},
      {"\"open", "open", "\"open"},
      {"|\n  ab\n  cd\nx: 1\n", "ab\ncd\n", "|\n  ab\n  cd"},
      {"|\n  ab\n\n  cd\n\n\nx: 1\n", "ab\n\ncd\n", "|\n  ab\n\n  cd"},
      {"|\n  ab\n    cd\n  ef\nx: 1\n", "ab\n  cd\nef\n", "|\n  ab\n    cd\n  ef"},
      {">-\n  ab\n  cd", "ab cd", ">-\n  ab\n  cd"},
      {"|\r\n  ab\r\nx: 1\r\n", "ab\n", "|\r\n  ab"},
      {"|\n  ab\n # comment\nx: 1\n", "ab\n", "|\n  ab"},
      {"|\nx: 1\n", "", "|"},
      {"|", "", "|"},
      {"|  # comment\n  ab\n", "ab\n", "|  # comment\n  ab"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(c.bytes.substr(0, scalar_end(c.bytes, 0, c.text)) == c.scalar);
  }
  CHECK(scalar_end("abc", 3, "") == 3);
  CHECK(scalar_end("abc", 9, "") == 3);
}

TEST_CASE("lexical: an empty block text in a nested map ends before the next key") {
  const std::string_view nested = "x:\n  a: |\n  b: 1\n";
  CHECK(nested.substr(8, scalar_end(nested, 8, "") - 8) == "|");
}

TEST_CASE("lexical: a block text whose first line is deeper ends after its last line") {
  const std::string_view deeper = "|1\n   ab\n cd\nx: 1\n";
  CHECK(deeper.substr(0, scalar_end(deeper, 0, "  ab\ncd\n")) == "|1\n   ab\n cd");
}

TEST_CASE("lexical: blanks on the same line, and white space with comments") {
  CHECK(skip_blanks("  \ta", 0) == 3);
  CHECK(skip_blanks("a", 0) == 0);
  CHECK(skip_blanks("  \n a", 0) == 2);
  CHECK(skip_blanks("  ", 0) == 2);
  CHECK(skip_blanks("", 0) == 0);
  CHECK(skip_space_and_comments("  \n\t a", 0) == 5);
  CHECK(skip_space_and_comments("# x\na", 0) == 4);
  CHECK(skip_space_and_comments(" # x\r\n  # y\na", 0) == 12);
  CHECK(skip_space_and_comments("a#b", 1) == 1);  // no white space before it
  CHECK(skip_space_and_comments("a #b", 1) == 4);
  CHECK(skip_space_and_comments("# x", 0) == 3);
  CHECK(skip_space_and_comments("", 0) == 0);
}

TEST_CASE("lexical: quotes and brackets that are never closed") {
  struct Case {
    std::string_view bytes;
    Offsets open;
  };
  const Case cases[] = {
      {"", {}},
      {"a: 1\n", {}},
      {"a: [1, 2]\n", {}},
      {"a: {b: [1]}\n", {}},
      {"a: [1, 2\nb: 3\n", {3}},
      {"a: {b: [1, 2}\n", {3, 7}},
      {"a: {b: 1\n", {3}},
      {"[[[", {0, 1, 2}},
      {"[[]", {0}},
      {"a: \"b\n", {3}},
      {"a: 'b\n", {3}},
      {"a: [\"b]\n", {3, 4}},
      {"a: 'it''s\n", {3}},
      {"a: it's fine\n", {}},
      {"a: say \"x\n", {}},  // plain text may hold quotes
      {"a: b [c\n", {}},     // and brackets
      {"a: \"[\"\n", {}},    // quoted ones are none
      {"a: '{'\n", {}},
      {"# [ \"\na: 1\n", {}},  // nor are those of comments
      {"a: 1 # [\n", {}},
      {"a: [1, # ]\n 2\n", {3}},
      {"- [a\n- b\n", {2}},
      {"a: [b c, {d: e]\n", {3, 9}},
      {"a: http://x/[y\n", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(left_open(c.bytes, 0, {}) == c.open);
  }
}

TEST_CASE("lexical: brackets that are open already are closed by what follows") {
  CHECK(left_open("[a, b]", 3, {0}) == Offsets{});
  CHECK(left_open("[a, b", 3, {0}) == Offsets{0});
  CHECK(left_open("[a, {b]", 3, {0}) == Offsets{0, 4});
}

}  // namespace brm::test
