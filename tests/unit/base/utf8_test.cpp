#include "base/utf8.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace brm::test {
namespace {

using namespace std::string_literals;

constexpr char32_t last_code_point = 0x10FFFF;

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

std::string utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

unsigned byte_at(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

bool is_in(unsigned byte, unsigned first, unsigned last) { return byte >= first && byte <= last; }

/// Bytes of the well-formed sequence at the start of `text`, 0 when there is none: table 3-7 of the
/// Unicode standard, row by row.
std::size_t well_formed(std::string_view text) {
  struct Row {
    unsigned first, last;      // of the lead byte
    unsigned second, highest;  // of the second byte
    std::size_t size;
  };
  constexpr Row rows[] = {
      {0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
      {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
      {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
  };
  for (const Row& row : rows) {
    if (!is_in(byte_at(text, 0), row.first, row.last) || text.size() < row.size) continue;
    if (row.size > 1 && !is_in(byte_at(text, 1), row.second, row.highest)) return 0;
    for (std::size_t i = 2; i < row.size; ++i) {
      if (!is_in(byte_at(text, i), 0x80, 0xBF)) return 0;
    }
    return row.size;
  }
  return 0;
}

bool agrees(std::string_view text) {
  const CodePoint c = decode(text, 0);
  const std::size_t size = well_formed(text);
  return c.valid == (size > 0) && c.size == (size > 0 ? size : 1);
}

bool is_unsafe(char32_t c) { return is_control(c) || is_hidden(c) || is_zero_width(c); }

bool is_valid_and_safe(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!c.valid || is_unsafe(c.value)) return false;
    at += c.size;
  }
  return true;
}

std::vector<char32_t> all_that(bool (*predicate)(char32_t)) {
  std::vector<char32_t> out;
  for (char32_t c = 0; c <= last_code_point; ++c) {
    if (predicate(c)) out.push_back(c);
  }
  return out;
}

}  // namespace

TEST_CASE("utf8: every code point goes round") {
  std::string wrong;
  for (char32_t c = 0; c <= last_code_point; ++c) {
    if (is_surrogate(c)) continue;
    const std::string bytes = "x" + utf8(c) + "y";
    const CodePoint back = decode(bytes, 1);
    const std::size_t size = c < 0x80 ? 1 : (c < 0x800 ? 2 : (c < 0x10000 ? 3 : 4));
    const bool is_right =
        back.valid && back.value == c && back.size == size && bytes.size() == size + 2;
    if (!is_right) wrong = code_point_name(c);
  }
  CHECK(wrong == "");
}

TEST_CASE("utf8: what is not well-formed is one invalid byte") {
  constexpr std::string_view cases[] = {
      "\x80",              // a continuation byte alone
      "\xBF",              //
      "\xC0\x80",          // overlong U+0000
      "\xC0\xAF",          // overlong /
      "\xC1\xBF",          // overlong U+007F
      "\xE0\x80\xAF",      // overlong /, three bytes
      "\xE0\x9F\xBF",      // overlong U+07FF
      "\xF0\x80\x80\xAF",  // overlong /, four bytes
      "\xF0\x8F\xBF\xBF",  // overlong U+FFFF
      "\xED\xA0\x80",      // U+D800
      "\xED\xAD\xBF",      // U+DB7F
      "\xED\xBF\xBF",      // U+DFFF
      "\xF4\x90\x80\x80",  // U+110000
      "\xF5\x80\x80\x80",  // past every plane
      "\xF8\x88\x80\x80\x80",
      "\xFC\x84\x80\x80\x80\x80",
      "\xFE",
      "\xFF",
      "\xC2",          // truncated
      "\xE2\x82",      //
      "\xE2",          //
      "\xF0\x9F\x98",  //
      "\xF0\x9F",      //
      "\xF0",          //
      "\xC2 ",         // cut short by a letter
      "\xE2\x82z",     //
      "\xF0\x9F\x98z",
      "\xC2\xC2\x80",  // cut short by the next lead byte
  };
  for (const std::string_view text : cases) {
    CAPTURE(visible(text));
    const CodePoint c = decode(text, 0);
    CHECK_FALSE(c.valid);
    CHECK(c.size == 1);
  }
}

TEST_CASE("utf8: every sequence decodes as the standard's table says") {
  constexpr unsigned edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
  std::string wrong;
  const auto check = [&](std::string_view text) {
    if (!agrees(text)) wrong = visible(text);
  };
  for (unsigned lead = 0; lead <= 0xFF; ++lead) {
    for (unsigned second = 0; second <= 0xFF; ++second) {
      const std::string two{static_cast<char>(lead), static_cast<char>(second)};
      check(std::string_view(two).substr(0, 1));
      check(two);
      for (const unsigned third : edges) {
        const std::string three = two + static_cast<char>(third);
        check(three);
        for (const unsigned fourth : edges) check(three + static_cast<char>(fourth));
      }
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("utf8: controls are C0, DEL and C1") {
  std::vector<char32_t> expected;
  for (char32_t c = 0; c < 0x20; ++c) expected.push_back(c);
  for (char32_t c = 0x7F; c <= 0x9F; ++c) expected.push_back(c);
  CHECK(all_that(is_control) == expected);
}

TEST_CASE("utf8: hidden are bidirectional controls, separators, marks and noncharacters") {
  std::vector<char32_t> expected{0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B,
                                 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069};
  for (char32_t c = 0xFDD0; c <= 0xFDEF; ++c) expected.push_back(c);
  expected.push_back(0xFEFF);
  for (char32_t plane = 0; plane <= 0x10; ++plane) {
    expected.push_back(plane * 0x10000 + 0xFFFE);
    expected.push_back(plane * 0x10000 + 0xFFFF);
  }
  CHECK(expected.size() == 14 + 32 + 1 + 34);
  CHECK(all_that(is_hidden) == expected);
}

TEST_CASE("utf8: the usual zero-width characters are known") {
  for (const char32_t c : U"\u00AD\u180E\u200B\u200C\u200D\u2060"s) CHECK(is_zero_width(c));
  for (const char32_t c : U" a\u00A0\u0301\u2009\u3000"s) CHECK_FALSE(is_zero_width(c));
}

TEST_CASE("utf8: code points are named as the standard names them") {
  CHECK(code_point_name(0x9) == "U+0009");
  CHECK(code_point_name(0x200B) == "U+200B");
  CHECK(code_point_name(0x1F600) == "U+1F600");
  CHECK(code_point_name(last_code_point) == "U+10FFFF");
}

TEST_CASE("utf8: visible shows what could not be seen") {
  struct Case {
    std::string_view text;
    std::string_view shown;
  };
  constexpr Case cases[] = {
      {"", ""},
      {"plain text", "plain text"},
      {"caf\xC3\xA9 \xE6\xBC\xA2 \xF0\x9F\x98\x80", "caf\xC3\xA9 \xE6\xBC\xA2 \xF0\x9F\x98\x80"},
      {"e\xCC\x81", "e\xCC\x81"},
      {"a\xE2\x80\x8B"
       "b",
       "a<U+200B>b"},
      {"\xE2\x80\xAE"
       "cod",
       "<U+202E>cod"},
      {"\xEF\xBB\xBF", "<U+FEFF>"},
      {"\xEF\xBF\xBF", "<U+FFFF>"},
      {"\x1B[31m", "<U+001B>[31m"},
      {"\x7F", "<U+007F>"},
      {"\xC2\x85", "<U+0085>"},
      {"\r", "<U+000D>"},
      {std::string_view("\0", 1), "<U+0000>"},
      {"a\nb", "a\\nb"},
      {"a\tb", "a b"},
      {"\xFF", "\\xFF"},
      {"\xE2\x82", "\\xE2\\x82"},
      {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
      {"\xC0\xAFz", "\\xC0\\xAFz"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.shown);
    CHECK(visible(c.text) == c.shown);
  }
}

TEST_CASE("utf8: whatever the bytes, visible is safe, and changes nothing a second time") {
  std::mt19937 random(3);
  std::string wrong;
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes;
    while (random() % 12 != 0) {
      if (random() % 3 == 0) {
        bytes += static_cast<char>(random());
      } else {
        append_utf8(bytes,
                    static_cast<char32_t>(random() % (random() % 2 == 0 ? 0x3000 : 0x110000)));
      }
    }
    const std::string shown = visible(bytes);
    if (!is_valid_and_safe(shown) || visible(shown) != shown) wrong = shown;
  }
  CHECK(wrong == "");
}

TEST_CASE("utf8: nothing that visible lets through is invisible") {
  // Default_Ignorable_Code_Point of Unicode 15 without variation selectors, which change the letter
  // before them, and the annotation marks.
  const std::vector<char32_t> invisible{0x034F, 0x115F, 0x1160,  0x17B4,  0x17B5,  0x2061,
                                        0x2062, 0x2063, 0x2064,  0x206A,  0x206B,  0x206C,
                                        0x206D, 0x206E, 0x206F,  0x3164,  0xFFA0,  0xFFF9,
                                        0xFFFA, 0xFFFB, 0xE0001, 0xE0020, 0xE0041, 0xE007F};
  std::string unseen;
  for (const char32_t c : invisible) {
    if (visible("a" + utf8(c) + "b") == "a" + utf8(c) + "b") unseen += code_point_name(c) + " ";
  }
  CHECK(unseen == "");
}

TEST_CASE("utf8: printed ASCII ends at the first other byte, wherever that stands") {
  for (std::size_t at = 0; at < 20; ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text(20, '~');
      text[at] = static_cast<char>(byte);
      const bool is_printed = byte >= 0x20 && byte <= 0x7E;
      CAPTURE(byte);
      CHECK(printed_ascii(text, 0) == (is_printed ? text.size() : at));
      CHECK(printed_ascii(text, at) == (is_printed ? text.size() - at : 0));
    }
  }
}

}  // namespace brm::test
