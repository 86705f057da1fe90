#include "render/html_text.h"

#include <doctest/doctest.h>

namespace brm::test {

TEST_CASE("html: no text is markup") {
  CHECK(html_line("<b> & \"x\" 'y'") == "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;");
  CHECK(html_line("&lt;") == "&amp;lt;");
  CHECK(html_line("漢字 é").find("漢字 é") == 0);
}

TEST_CASE("html: what is not seen is named") {
  CHECK(html_line("a\xE2\x80\xAE"
                  "b") == "a&lt;U+202E&gt;b");
  CHECK(html_line("a\x1B[31m") == "a&lt;U+001B&gt;[31m");
  CHECK(html_line("a\nb") == "a\\nb");
  CHECK(html_line("\xFF") == "\\xFF");
}

TEST_CASE("html: lines") {
  CHECK(html_text("a\nb\n\n") == "a<br>b");
  CHECK(html_text("").empty());
  CHECK(html_text("\n").empty());
  CHECK(html_text("<\n>") == "&lt;<br>&gt;");
}

TEST_CASE("html: code between backticks that come in pairs") {
  CHECK(html_prose("run `brm <x>` now") == "run <code>brm &lt;x&gt;</code> now");
  CHECK(html_prose("`a`") == "<code>a</code>");
  CHECK(html_prose("one ` alone") == "one ` alone");
  CHECK(html_prose("``two``") == "``two``");
  CHECK(html_text("`a`") == "`a`");
  CHECK(html_heading("all: `brm <x>` https://a.example\n") ==
        "all: <code>brm &lt;x&gt;</code> https://a.example\\n");
}

TEST_CASE("html: addresses become links that show where they go") {
  CHECK(html_prose("see https://example.com/a?b=1&c=2.") ==
        "see <a href=\"https://example.com/a?b=1&amp;c=2\" rel=\"noreferrer\">"
        "https://example.com/a?b=1&amp;c=2</a>.");
  CHECK(html_prose("https://a.example https://b.example") ==
        "<a href=\"https://a.example\" rel=\"noreferrer\">https://a.example</a> "
        "<a href=\"https://b.example\" rel=\"noreferrer\">https://b.example</a>");
  CHECK(html_prose("https://a.example/\"onclick='x'") ==
        "<a href=\"https://a.example/\" rel=\"noreferrer\">https://a.example/</a>"
        "&quot;onclick=&#39;x&#39;");
}

TEST_CASE("html: what is no plain address stays text") {
  for (const char* text : {"https://", "http://example.com", "javascript:alert(1)", "https://?",
                           "https://user@example.com", "https://.", "xhttps:/"}) {
    CAPTURE(text);
    CHECK(html_prose(text) == text);
  }
  CHECK(html_prose("https://gооgle.com") == "https://gооgle.com");  // Cyrillic
}

}  // namespace brm::test
