#include "source/source_file.h"

#include <doctest/doctest.h>

#include "source/finding.h"

namespace brm::test {
namespace {

SourceFile file(std::string bytes) {
  return SourceFile("relationships/dhhs.yaml", std::move(bytes));
}

}  // namespace

TEST_CASE("source: lines and columns are counted as people count") {
  struct Case {
    std::string_view bytes;
    std::size_t offset;
    std::uint32_t line;
    std::uint32_t column;
    std::string_view text;
    std::size_t start;
  };
  constexpr Case cases[] = {
      {"", 0, 1, 1, "", 0},
      {"", 9, 1, 1, "", 0},
      {"abc", 0, 1, 1, "abc", 0},
      {"abc", 2, 1, 3, "abc", 0},
      {"abc", 3, 1, 4, "abc", 0},
      {"abc", 99, 1, 4, "abc", 0},
      {"abc\n", 3, 1, 4, "abc", 0},  // the line end belongs to its line
      {"abc\n", 4, 2, 1, "", 4},
      {"a\nbc\nd", 2, 2, 1, "bc", 2},
      {"a\nbc\nd", 4, 2, 3, "bc", 2},
      {"a\nbc\nd", 5, 3, 1, "d", 5},
      {"\n\n\n", 0, 1, 1, "", 0},
      {"\n\n\n", 1, 2, 1, "", 1},
      {"\n\n\n", 3, 4, 1, "", 3},
      {"ab\r\ncd\r\n", 1, 1, 2, "ab", 0},
      {"ab\r\ncd\r\n", 2, 1, 3, "ab", 0},  // the carriage return
      {"ab\r\ncd\r\n", 3, 1, 4, "ab", 0},  // the line feed
      {"ab\r\ncd\r\n", 4, 2, 1, "cd", 4},
      {"ab\rcd", 4, 1, 5, "ab\rcd", 0},  // a lone carriage return ends no line
      {"\xC3\xA9x", 2, 1, 2, "\xC3\xA9x", 0},
      {"\xE6\xBC\xA2\xF0\x9F\x98\x80x", 7, 1, 3, "\xE6\xBC\xA2\xF0\x9F\x98\x80x", 0},
      {"e\xCC\x81x", 3, 1, 3, "e\xCC\x81x", 0},  // code points, not what is drawn
      {"a\n\xC3\xA9\xC3\xA9: x", 6, 2, 3, "\xC3\xA9\xC3\xA9: x", 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CAPTURE(c.offset);
    const SourceFile source = file(std::string(c.bytes));
    const LineColumn at = source.line_column(c.offset);
    CHECK(at.line == c.line);
    CHECK(at.column == c.column);
    CHECK(source.line_at(c.offset) == c.text);
    CHECK(source.line_start(c.offset) == c.start);
  }
}

TEST_CASE("source: every offset agrees with counting from the start") {
  const std::string bytes = "kind: x\r\n\n  caf\xC3\xA9: \xE6\xBC\xA2\n\t#\n\nend";
  const SourceFile source = file(bytes);
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  for (std::size_t at = 0; at <= bytes.size(); ++at) {
    const bool is_inside_a_letter =
        at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U;
    if (is_inside_a_letter) continue;
    CAPTURE(at);
    CHECK(source.line_column(at).line == line);
    CHECK(source.line_column(at).column == column);
    ++column;
    if (at < bytes.size() && bytes[at] == '\n') {
      ++line;
      column = 1;
    }
  }
}

TEST_CASE("source: a byte order mark at the start counts nowhere") {
  const SourceFile with = file("\xEF\xBB\xBFkind: x\nid: y\n");
  CHECK(with.had_byte_order_mark());
  CHECK(with.bytes() == "kind: x\nid: y\n");
  CHECK(with.line_column(0).column == 1);
  CHECK(with.line_column(8).line == 2);
  CHECK(with.line_at(0) == "kind: x");
  const SourceFile inside = file("a\xEF\xBB\xBF");
  CHECK_FALSE(inside.had_byte_order_mark());
  CHECK(inside.bytes().size() == 4);
  const SourceFile twice = file("\xEF\xBB\xBF\xEF\xBB\xBF");
  CHECK(twice.bytes() == "\xEF\xBB\xBF");
  const SourceFile part = file("\xEF\xBB");
  CHECK_FALSE(part.had_byte_order_mark());
}

TEST_CASE("source: the stem is the file's name without folders and ending") {
  struct Case {
    std::string_view path;
    std::string_view stem;
  };
  constexpr Case cases[] = {
      {"relationships/dhhs.yaml", "dhhs"}, {"brm.yaml", "brm"}, {"a/b/c.yml", "c"}, {"a.b/c", "c"},
      {"a/b.old.yaml", "b.old"},           {"A/B.YAML", "B"},   {"a", "a"},         {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    CHECK(SourceFile(std::string(c.path), "").stem() == c.stem);
  }
}

TEST_CASE("source: a place counted once and one looked up are the same") {
  const std::string bytes = "a: \xC3\xA9\xE2\x82\xACx\n\n\nb:\r\n  \xF0\x9F\x8C\xB2 c\n" +
                            std::string(2'000, 'd') + "\n\xC3\xA9z";
  const SourceFile looked_up = file(bytes);
  looked_up.line_column(0);
  for (std::size_t at = 0; at <= bytes.size() + 2; ++at) {
    CAPTURE(at);
    const SourceFile counted = file(bytes);
    const LineColumn once = counted.line_column(at);
    const LineColumn again = looked_up.line_column(at);
    CHECK(once.line == again.line);
    CHECK(once.column == again.column);
  }
}

TEST_CASE("source: it stays what it is when it is moved") {
  SourceFile first = file("a\nb\n");
  CHECK(first.line_column(2).line == 2);
  const char* bytes = first.bytes().data();
  const SourceFile second = std::move(first);
  CHECK(second.bytes().data() == bytes);
  CHECK(second.line_column(2).line == 2);
  CHECK(second.line_at(2).data() == bytes + 2);
}

TEST_CASE("finding: added with its rule's name and severity") {
  constexpr RuleWords words{.name = "some-rule",
                            .severity = Severity::warning,
                            .summary = "A sentence.",
                            .why = "",
                            .mend = "",
                            .faulty = "",
                            .sound = ""};
  Findings findings;
  findings.add(words, {1, 2, 3}, "a message");
  findings.add(words, {4, 5, 6}, "another", "some help").second = SecondPlace{{7, 8, 9}, "here"};
  REQUIRE(findings.list().size() == 2);
  CHECK(findings.list()[0].rule == &words);
  CHECK(findings.list()[0].severity == Severity::warning);
  CHECK(findings.list()[0].place == Span{1, 2, 3});
  CHECK(findings.list()[0].help == "");
  CHECK_FALSE(findings.list()[0].second.has_value());
  CHECK(findings.list()[1].second->span == Span{7, 8, 9});
}

TEST_CASE("finding: severities have names and an order") {
  CHECK(to_text(Severity::note) == "note");
  CHECK(to_text(Severity::warning) == "warning");
  CHECK(to_text(Severity::error) == "error");
  CHECK(Severity::note < Severity::warning);
  CHECK(Severity::warning < Severity::error);
}

TEST_CASE("source file: columns on a long line as if each were counted from its beginning") {
  std::string bytes = "short\n";
  const std::size_t begin = bytes.size();
  for (int i = 0; bytes.size() < 5000; ++i) bytes += i % 3 == 0 ? "é" : (i % 7 == 0 ? "…" : "x");
  bytes += "\nafter";
  const SourceFile file("a.yaml", bytes);
  std::uint32_t column = 1;
  for (std::size_t at = begin; at < bytes.size() - 6; ++at) {
    if (at > begin && (static_cast<unsigned char>(bytes[at]) & 0xC0U) != 0x80U) ++column;
    if ((static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) continue;
    CHECK(file.line_column(at).column == column);
  }
  CHECK(file.line_column(bytes.size()).line == 3);
  CHECK(file.line_column(bytes.size()).column == 6);
  CHECK(file.line_at(begin + 4000).size() == bytes.size() - begin - 6);
  CHECK(file.line_at(bytes.size()) == "after");
}

}  // namespace brm::test
