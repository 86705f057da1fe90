// Text in Markdown shows itself and does nothing.
#include "render/markup.h"

#include <doctest/doctest.h>

namespace brm::test {

TEST_CASE("markup: what stands in the middle of a line") {
  CHECK(markdown_line("plain words, off_track; 5 < 6 & 7 > 3 (a) b! c#") ==
        "plain words, off_track; 5 < 6 & 7 > 3 (a) b! c#");
  CHECK(markdown_line("a * b ** c") == R"(a \* b \*\* c)");
  CHECK(markdown_line("_emphasis_ and __strong__") == R"(\_emphasis\_ and \_\_strong\_\_)");
  CHECK(markdown_line("a [link](http) ![image](x)") == R"(a \[link](http) !\[image](x))");
  CHECK(markdown_line("risk [1] and array[2]") == "risk [1] and array[2]");
  CHECK(markdown_line("[x]: definition") == R"(\[x]: definition)");
  CHECK(markdown_line("<b>bold</b> <!-- gone --> <?x ?>") ==
        R"(\<b>bold\</b> \<!-- gone --> \<?x ?>)");
  CHECK(markdown_line("AT&T &copy; &#64;team") == "AT&T \\&copy; `&#64;team`");
  CHECK(markdown_line("a | b") == R"(a \| b)");
  CHECK(markdown_line("back\\slash") == R"(back\\slash)");
  CHECK(markdown_line("~5 days") == "~5 days");
  CHECK(markdown_line("~~gone~~") == R"(\~\~gone\~\~)");
  CHECK(markdown_line("$5") == "$5");
  CHECK(markdown_line("$5 or $6") == R"(\$5 or \$6)");
  CHECK(markdown_line("a # b #") == R"(a \# b \#)");
}

TEST_CASE("markup: what would begin something where a line begins") {
  CHECK(markdown_line("# no heading") == R"(\# no heading)");
  CHECK(markdown_line("> no quote") == R"(\> no quote)");
  CHECK(markdown_line("- no list") == R"(\- no list)");
  CHECK(markdown_line("+ no list") == R"(\+ no list)");
  CHECK(markdown_line("* no list") == R"(\* no list)");
  CHECK(markdown_line("12. no list") == R"(12\. no list)");
  CHECK(markdown_line("1) no list") == R"(1\) no list)");
  CHECK(markdown_line("1.") == R"(1\.)");
  CHECK(markdown_line("---") == R"(\---)");
  CHECK(markdown_line("===") == R"(\===)");
  CHECK(markdown_line("    no code") == "no code");
  CHECK(markdown_line("-5 degrees, 1.5 days, 2026-07-08") == "-5 degrees, 1.5 days, 2026-07-08");
  CHECK(markdown_line("").empty());
}

TEST_CASE("markup: backticks in pairs are code, alone they are letters") {
  CHECK(markdown_line("run `brm check` now") == "run `brm check` now");
  CHECK(markdown_line("`<b>*x*`") == "`<b>*x*`");
  CHECK(markdown_line("one ` alone") == R"(one \` alone)");
  CHECK(markdown_line("``two``") == R"(\`\`two\`\`)");
  CHECK(markdown_cell("`a|b`") == R"(`a\|b`)");
  CHECK(markdown_line("a`b`www.x") == "``a`b`www.x``");
}

TEST_CASE("markup: what GitHub would link becomes code") {
  CHECK(markdown_line("ask @team, see #12") == "ask `@team,` see `#12`");
  CHECK(markdown_line("jane@example.com") == "`jane@example.com`");
  CHECK(markdown_line("https://example.com/a_b_") == "`https://example.com/a_b_`");
  CHECK(markdown_line("www.example.com org/repo#4 GH-7 GH-x") ==
        "`www.example.com` `org/repo#4` `GH-7` GH-x");
  CHECK(markdown_line(":tada: at 10:30:15") == "`:tada:` at 10:30:15");
  CHECK(markdown_line("a`b@c") == "``a`b@c``");
  CHECK(markdown_cell("x|y@z") == R"(`x\|y@z`)");
}

TEST_CASE("markup: lines and what cannot be seen") {
  CHECK(markdown_line("two\nlines") == R"(two\\nlines)");
  CHECK(markdown_cell("two\n- lines\n") == "two<br>- lines");
  CHECK(markdown_line("a\xE2\x80\x8B"
                      "b\x1B[31m") == R"(a\<U+200B>b\<U+001B>[31m)");
  CHECK(markdown_line("bad \xFF byte") == R"(bad \\xFF byte)");
  CHECK(drawing_cell("  #| \n |") == R"(`  #\| `<br>` \|`)");
  CHECK(code_block("a\n```\nb") == "````\na\n```\nb\n````");
  CHECK(code_block("") == "```\n```");
}

}  // namespace brm::test
