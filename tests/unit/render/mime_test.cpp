#include "render/mime.h"

#include <doctest/doctest.h>

#include "support/run.h"

namespace brm::test {
namespace {

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  for (const std::string& line : lines_of(text)) {
    longest = std::max(longest, line.size() - (line.ends_with('\r') ? 1 : 0));
  }
  return longest;
}

}  // namespace

TEST_CASE("mime: headers in ASCII stay as they are, folded at blanks") {
  CHECK(mime_header("Subject", "Outcomes") == "Subject: Outcomes\r\n");
  const std::string words = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk llll mmmm nnnn";
  CHECK(mime_header("Subject", words) ==
        "Subject: aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk llll mmmm\r\n nnnn\r\n");
}

TEST_CASE("mime: any other text becomes words of RFC 2047") {
  CHECK(mime_header("Subject", "é") == "Subject: =?utf-8?B?w6k=?=\r\n");
  CHECK(mime_header("Subject", "=?x") == "Subject: =?utf-8?B?PT94?=\r\n");
  CHECK(mime_header("Subject", std::string(66, 'x')) ==
        "Subject: " + std::string(66, 'x') + "\r\n");
  const std::string long_word = mime_header("Subject", std::string(200, 'x'));
  CHECK(long_word.starts_with("Subject: =?utf-8?B?"));
  CHECK(longest_line(long_word) <= 76);
  CHECK(longest_line(mime_header("Subject", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字")) <=
        76);
  CHECK(mime_header("Subject", "") == "Subject: \r\n");
}

TEST_CASE("mime: no text begins a header of its own") {
  for (const char* text : {"a\r\nBcc: x@y.z", "a\nBcc: x@y.z", "a\r\n\r\nbody", "a\u2028Bcc: x"}) {
    CAPTURE(text);
    const std::string header = mime_header("Subject", text);
    CHECK(header.find("\nBcc") == std::string::npos);
    CHECK(header.find("\r\n\r\n") == std::string::npos);
    CHECK(header.find("\xE2") == std::string::npos);
  }
  CHECK(mime_header("Subject", "a\nBcc: x") == "Subject: a\\nBcc: x\r\n");
}

TEST_CASE("mime: dates") {
  CHECK(mime_date(read_date("2026-07-08").date) == "Wed, 08 Jul 2026 00:00:00 +0000");
  CHECK(mime_date(read_date("2024-02-29").date) == "Thu, 29 Feb 2024 00:00:00 +0000");
  CHECK(mime_date(read_date("1900-01-01").date) == "Mon, 01 Jan 1900 00:00:00 +0000");
}

TEST_CASE("mime: quoted-printable, and nothing that programs on the way would change") {
  CHECK(quoted_printable("a=b\n") == "a=3Db\r\n");
  CHECK(quoted_printable("é\n") == "=C3=A9\r\n");
  CHECK(quoted_printable("ends in a blank \nnot\n") == "ends in a blank=20\r\nnot\r\n");
  CHECK(quoted_printable(".\n.x\nFrom here\nfrom\n") == "=2E\r\n=2Ex\r\n=46rom here\r\nfrom\r\n");
  CHECK(quoted_printable("without an end") == "without an end\r\n");
  CHECK(quoted_printable("\n\n") == "\r\n\r\n");
  CHECK(quoted_printable("").empty());
}

TEST_CASE("mime: lines of quoted-printable are as long as they may be and no longer") {
  CHECK(quoted_printable(std::string(76, 'x') + "\n") == std::string(76, 'x') + "\r\n");
  CHECK(quoted_printable(std::string(77, 'x') + "\n") == std::string(75, 'x') + "=\r\nxx\r\n");
  for (std::size_t length = 60; length < 90; ++length) {
    const std::string line = std::string(length, 'x') + "é=é " + std::string(length, ' ');
    CHECK(longest_line(quoted_printable(line)) <= 76);
  }
}

}  // namespace brm::test
