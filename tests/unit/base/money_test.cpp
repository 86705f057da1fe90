#include "base/money.h"

#include <doctest/doctest.h>

namespace brm::test {
namespace {

Currency currency(std::string_view code) {
  const auto found = find_currency(code);
  REQUIRE_MESSAGE(found.has_value(), code);
  return *found;
}

}  // namespace

TEST_CASE("money: amounts are read into minor units of their currency") {
  struct Case {
    std::string_view text;
    std::string_view office;
    std::int64_t minor;
    std::string_view shown;
  };
  constexpr Case cases[] = {
      {"0", "USD", 0, "USD 0.00"},
      {"5", "USD", 500, "USD 5.00"},
      {"125000.50", "USD", 12'500'050, "USD 125000.50"},
      {"125000.5", "USD", 12'500'050, "USD 125000.50"},
      {"-0.05", "USD", -5, "USD -0.05"},
      {"-125000.50", "EUR", -12'500'050, "EUR -125000.50"},
      {"EUR 125000.50", "USD", 12'500'050, "EUR 125000.50"},
      {"EUR -1", "USD", -100, "EUR -1.00"},
      {"USD 1", "EUR", 100, "USD 1.00"},
      {"JPY 1250", "USD", 1250, "JPY 1250"},
      {"1250", "JPY", 1250, "JPY 1250"},
      {"-1", "KRW", -1, "KRW -1"},
      {"KWD 1.234", "USD", 1234, "KWD 1.234"},
      {"KWD 1.2", "USD", 1200, "KWD 1.200"},
      {"0.001", "BHD", 1, "BHD 0.001"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const MoneyReading reading = read_money(c.text, currency(c.office));
    CHECK(reading.fault == MoneyFault::none);
    CHECK(reading.money.minor == c.minor);
    CHECK(to_text(reading.money) == c.shown);
    CHECK(read_money(c.shown, currency("CHF")).money == reading.money);
  }
}

TEST_CASE("money: what is no amount says why") {
  using enum MoneyFault;
  struct Case {
    std::string_view text;
    MoneyFault fault;
    NumberFault of_number = NumberFault::none;
  };
  constexpr Case cases[] = {
      {"", number, NumberFault::not_a_number},
      {"abc", number, NumberFault::not_a_number},
      {"EUR", number, NumberFault::not_a_number},
      {"EUR5", number, NumberFault::not_a_number},
      {"5EUR", number, NumberFault::not_a_number},
      {"eur 5", number, NumberFault::not_a_number},
      {"EUR  5", number, NumberFault::blanks},
      {"EUR 5 ", number, NumberFault::blanks},
      {"125,000", number, NumberFault::thousands_separator},
      {"EUR 125'000", number, NumberFault::thousands_separator},
      {"1e6", number, NumberFault::exponent},
      {"0x10", number, NumberFault::hexadecimal},
      {"007", number, NumberFault::leading_zero},
      {"+5", number, NumberFault::leading_plus},
      {".50", number, NumberFault::missing_digit},
      {"EUR 5.", number, NumberFault::missing_digit},
      {".inf", number, NumberFault::not_finite},
      {"XXX 5", MoneyFault::currency},
      {"EUX 5", MoneyFault::currency},
      {"Eur 5", MoneyFault::currency},
      {"$5", currency_sign},
      {"-$5", currency_sign},
      {"$ 5", currency_sign},
      {"\xE2\x82\xAC"
       "5",
       currency_sign},  // a euro sign
      {"\xC2\xA3"
       "5",
       currency_sign},  // a pound sign
      {"EUR $5", currency_sign},
      {"5 EUR", currency_after},
      {"125000.50 USD", currency_after},
      {"EUR 5 EUR", currency_after},
      {"5.001", decimals},
      {"5.000", decimals},
      {"EUR 0.001", decimals},
      {"JPY 5.0", decimals},
      {"KWD 1.2345", decimals},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const MoneyReading reading = read_money(c.text, Currency{});
    CHECK(reading.fault == c.fault);
    CHECK(reading.number == c.of_number);
  }
}

TEST_CASE("money: amounts of 18 digits with their decimals, none of more") {
  struct Case {
    std::string_view text;
    std::int64_t minor;  ///< 0: too large
  };
  constexpr Case cases[] = {
      {"92233720368547758", 0},
      {"-92233720368547758", 0},
      {"9999999999999999", 999'999'999'999'999'900},
      {"-9999999999999999", -999'999'999'999'999'900},
      {"10000000000000000", 0},
      {"-10000000000000000", 0},
      {"999999999999999999", 0},
      {"9999999999999999.99", 999'999'999'999'999'999},
      {"-9999999999999999.99", -999'999'999'999'999'999},
      {"JPY 999999999999999999", 999'999'999'999'999'999},
      {"JPY 1000000000000000000", 0},
      {"KWD 999999999999999", 999'999'999'999'999'000},
      {"KWD 1000000000000000", 0},
      {"1000000000000000000", 0},
      {"EUR -123456789012345678901234567890", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const MoneyReading reading = read_money(c.text, Currency{});
    CHECK(reading.fault == (c.minor == 0 ? MoneyFault::too_large : MoneyFault::none));
    if (c.minor == 0) continue;
    CHECK(reading.money.minor == c.minor);
    CHECK(read_money(to_text(reading.money), Currency{}).money == reading.money);
  }
}

TEST_CASE("money: a small amount with many decimals is not called too large") {
  for (const std::string_view text : {"0.0000000000000000001", "1.0000000000000000000",
                                      "EUR 12.34567890123456789", "JPY 0.1234567890123456789"}) {
    CAPTURE(text);
    CHECK(read_money(text, Currency{}).fault == MoneyFault::decimals);
  }
}

TEST_CASE("money: currencies are those of ISO 4217, with their minor digits") {
  for (const std::string_view code : {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                      "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"}) {
    CAPTURE(code);
    CHECK(minor_digits(currency(code)) == 0);
  }
  for (const std::string_view code : {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}) {
    CAPTURE(code);
    CHECK(minor_digits(currency(code)) == 3);
  }
  for (const std::string_view code :
       {"USD", "EUR", "GBP", "CHF", "MXN", "CAD", "INR", "AED", "ZWG"}) {
    CAPTURE(code);
    CHECK(minor_digits(currency(code)) == 2);
  }
}

TEST_CASE("money: no text but the code names a currency") {
  for (const std::string_view code : {"", "U", "US", "USDX", "usd", "Usd", "2US", "SD2", "D2A",
                                      "EU2", "XXX", "AAA", "   ", "US "}) {
    CAPTURE(code);
    CHECK_FALSE(find_currency(code).has_value());
  }
  std::size_t found = 0;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      for (char c = 'A'; c <= 'Z'; ++c) {
        const std::string code{a, b, c};
        if (const auto known = find_currency(code)) {
          ++found;
          CHECK(known->text() == code);
        }
      }
    }
  }
  CHECK(found > 150);
  CHECK(found < 185);
}

TEST_CASE("money: thousands set apart for people") {
  const Currency usd;
  CHECK(grouped({0, usd}) == "USD 0.00");
  CHECK(grouped({99999, usd}) == "USD 999.99");
  CHECK(grouped({100000, usd}) == "USD 1,000.00");
  CHECK(grouped({-12345678, usd}) == "USD -123,456.78");
  CHECK(grouped({-100000000, usd}) == "USD -1,000,000.00");
  CHECK(grouped({1234567, *find_currency("JPY")}) == "JPY 1,234,567");
  CHECK(grouped({1234567, *find_currency("KWD")}) == "KWD 1,234.567");
}

}  // namespace brm::test
