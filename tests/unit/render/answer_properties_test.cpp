#include "support/answer_properties.h"

#include <doctest/doctest.h>

#include "support/check_corpus.h"
#include "support/markup_properties.h"

namespace brm::test {

TEST_CASE("answer properties: records of any bytes, in every format") {
  check_corpus("answers", 2000, broken_answer);
}

TEST_CASE("answer properties: conditions have their opposites, or a fault that is told") {
  check_corpus("where", 5000, broken_where);
}

TEST_CASE("answer properties: baselines") { check_corpus("baseline", 5000, broken_baseline); }

TEST_CASE("answer properties: markup, tables and messages that are none are told") {
  CHECK(broken_markup("<p>a<br>b</p><p class=\"x\">c</p>") == "");
  CHECK(broken_markup("<p>a") == "an element is not closed");
  CHECK(broken_markup("<p>a</b></p>") == "an element ends that was not begun");
  CHECK(broken_markup("a < b") == "a < that begins nothing");
  CHECK(broken_markup("<script>x</script>") == "a script");
  CHECK(broken_markup("<p onclick=\"x\">a</p>") == "an attribute runs a script");
  CHECK(broken_markup("<p title=\"x>a</p>") == "what has begun does not end");
  CHECK(broken_xml("<p>\xEF\xBB\xBF</p>") == "");
  CHECK(broken_xml("<p>\x1b</p>") == "a character that XML cannot hold");
  CHECK(broken_xml("<p>\xEF\xBF\xBF</p>") == "a character that XML cannot hold");
  CHECK(broken_xml("<p>") == "an element is not closed");
  CHECK(broken_csv("a,b\r\n-1,\"x\"\"y,\"\r\n") == "");
  CHECK(broken_csv("a,b\r\n1\r\n") == "a line has more or fewer fields");
  CHECK(broken_csv("a\r\n=1+1\r\n") == "a field is a formula");
  CHECK(broken_csv("a\r\n-x\r\n") == "a field is a formula");
  CHECK(broken_csv("a\r\nx\"\r\n") == "a field without the quotes it needs");
  CHECK(broken_csv("a\r\n\"x\r\n") == "the last line does not end");
  CHECK(broken_email("Subject: a\r\nX-Y: b\r\n c\r\n\r\ntext\r\n") == "");
  CHECK(broken_email("Subject: a\r\nb\r\n\r\ntext\r\n") == "a line of the header has no name");
  CHECK(broken_email("Subject: \xC3\xA9\r\n\r\ntext\r\n") == "a header that is not ASCII");
  CHECK(broken_email("Subject: a\r\n\r\ntext\n") == "a line that ends otherwise");
}

}  // namespace brm::test
