#include "render/xml.h"

#include <doctest/doctest.h>

namespace brm::test {

TEST_CASE("xml: markup and line ends are references") {
  CHECK(xml_text("a<b>&\"c\" 'd' ]]>") == "a&lt;b&gt;&amp;&quot;c&quot; &apos;d&apos; ]]&gt;");
  CHECK(xml_text("##[x] #1") == "&#35;#[x] #1");
  CHECK(xml_text("a\tb\nc\rd") == "a&#9;b&#10;c&#13;d");
  CHECK(xml_text("caf\xC3\xA9 \xF0\x9F\x98\x80") == "caf\xC3\xA9 \xF0\x9F\x98\x80");
}

TEST_CASE("xml: what it cannot hold is shown") {
  CHECK(xml_text(std::string_view("\x1B[1m\0", 5)) == "&lt;U+001B&gt;[1m&lt;U+0000&gt;");
  CHECK(xml_text("\xFF") == "\\xFF");
  CHECK(xml_text("\xEF\xBF\xBE") == "&lt;U+FFFE&gt;");
  CHECK(xml_text("\xED\xA0\x80") == "\\xED\\xA0\\x80");  // a surrogate
}

}  // namespace brm::test
