// Letters and digits of ASCII, at the edges of each range and beyond.
#include "base/ascii.h"

#include <doctest/doctest.h>

#include <string>

namespace brm {
namespace {

/// All bytes of which it is true.
template <class Is>
std::string all(const Is& is) {
  std::string out;
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    if (is(c)) out += c;
  }
  return out;
}

TEST_CASE("ascii: every byte is of its class and of no other") {
  const std::string capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const std::string small = "abcdefghijklmnopqrstuvwxyz";
  CHECK(all(is_digit) == "0123456789");
  CHECK(all(is_capital) == capitals);
  CHECK(all(is_small) == small);
  CHECK(all(is_letter) == capitals + small);
  CHECK(all(is_letter_or_digit) == "0123456789" + capitals + small);
  CHECK(all(is_beyond_ascii).size() == 128);
  CHECK_FALSE(is_beyond_ascii('\x7F'));
}

TEST_CASE("ascii: only letters have another size") {
  CHECK(all([](char c) { return to_small(c) != c; }) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  CHECK(all([](char c) { return to_capital(c) != c; }) == "abcdefghijklmnopqrstuvwxyz");
  CHECK(
      all([](char c) { return is_letter(c) && to_capital(to_small(c)) != to_capital(c); }).empty());
}

}  // namespace
}  // namespace brm
