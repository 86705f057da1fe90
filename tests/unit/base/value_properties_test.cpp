#include "support/value_properties.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace brm::test {
namespace {

/// What dates, numbers, amounts, conditions and markup are made of.
const std::vector<std::string> pieces{
    "2026", "-",    "02",   "29",   "-30",  ".",   "0",   "1",     "99",   "00",   "1900",
    "2200", "9",    "EUR ", "JPY ", "KWD ", "USD", "$",   ",",     "e",    "x",    "+",
    " ",    "and ", "or ",  "not ", "in ",  "(",   ")",   "tier ", "= ",   "!= ",  "~ ",
    "\"",   "'",    "<",    ">",    "&",    "::",  "##[", "\n",    "\x1b", "\xff", "\u202e",
    "é",    "漢",   "|",    "`",    "*",    "@",   "#",   "\\",    "\t",   "<br>", "http://"};

}  // namespace

TEST_CASE("value properties: 200,000 made-up texts") {
  std::mt19937 draws(20260708);
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    for (auto left = draws() % 8; left > 0; --left) text += pieces[draws() % pieces.size()];
    const std::string broken = broken_property(text);
    CAPTURE(text);
    CHECK(broken == "");
    if (!broken.empty()) return;
  }
}

TEST_CASE("value properties: every day of three centuries, and those that are not there") {
  for (int year = 1898; year <= 2202; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        std::string text = std::to_string(year * 10000 + month * 100 + day);
        text.insert(6, "-").insert(4, "-");
        const std::string broken = broken_property(text);
        if (broken.empty()) continue;
        CAPTURE(text);
        CHECK(broken == "");
        return;
      }
    }
  }
}

}  // namespace brm::test
