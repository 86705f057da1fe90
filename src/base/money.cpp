#include "base/money.h"

#include <algorithm>
#include <limits>

#include "base/ascii.h"

namespace brm {
namespace {

/// ISO 4217 codes in use (list of active codes, 2024), each followed by its minor digits.
constexpr std::string_view currencies =
    "AED2AFN2ALL2AMD2ANG2AOA2ARS2AUD2AWG2AZN2BAM2BBD2BDT2BGN2BHD3BIF0BMD2BND2BOB2BRL2BSD2BTN2BWP2"
    "BYN2BZD2CAD2CDF2CHF2CLP0CNY2COP2CRC2CUP2CVE2CZK2DJF0DKK2DOP2DZD2EGP2ERN2ETB2EUR2FJD2FKP2GBP2"
    "GEL2GHS2GIP2GMD2GNF0GTQ2GYD2HKD2HNL2HTG2HUF2IDR2ILS2INR2IQD3IRR2ISK0JMD2JOD3JPY0KES2KGS2KHR2"
    "KMF0KPW2KRW0KWD3KYD2KZT2LAK2LBP2LKR2LRD2LSL2LYD3MAD2MDL2MGA2MKD2MMK2MNT2MOP2MRU2MUR2MVR2MWK2"
    "MXN2MYR2MZN2NAD2NGN2NIO2NOK2NPR2NZD2OMR3PAB2PEN2PGK2PHP2PKR2PLN2PYG0QAR2RON2RSD2RUB2RWF0SAR2"
    "SBD2SCR2SDG2SEK2SGD2SHP2SLE2SOS2SRD2SSP2STN2SVC2SYP2SZL2THB2TJS2TMT2TND3TOP2TRY2TTD2TWD2TZS2"
    "UAH2UGX0USD2UYU2UZS2VES2VND0VUV0WST2XAF0XCD2XOF0XPF0YER2ZAR2ZMW2ZWG2";

/// With more before the point, decimals of some currency make more digits than are read.
constexpr std::size_t most_whole_digits = 15;

/// What is printed is read again: with its decimals, an amount has no more digits than a number.
constexpr std::int64_t first_too_large = 1'000'000'000'000'000'000;

std::size_t position(std::string_view code) {
  if (code.size() != 3) return std::string_view::npos;
  for (std::size_t at = 0; at < currencies.size(); at += 4) {
    if (currencies.substr(at, 3) == code) return at;
  }
  return std::string_view::npos;
}

/// The number in minor units; false when it is too large.
bool to_minor(Decimal number, int digits, std::int64_t& minor) {
  minor = number.coefficient;
  for (int i = number.scale; i < digits; ++i) {
    if (__builtin_mul_overflow(minor, std::int64_t{10}, &minor)) return false;
  }
  return minor < first_too_large && minor > -first_too_large;
}

}  // namespace

std::optional<Currency> find_currency(std::string_view code) {
  if (position(code) == std::string_view::npos) return std::nullopt;
  return Currency{{code[0], code[1], code[2]}};
}

int minor_digits(Currency currency) {
  const std::size_t at = position(currency.text());
  return at == std::string_view::npos ? 2 : currencies[at + 3] - '0';
}

MoneyReading read_money(std::string_view text, Currency office_currency) {
  Currency currency = office_currency;
  if (text.size() > 4 && is_capital(text[0]) && text[3] == ' ') {
    const auto found = find_currency(text.substr(0, 3));
    if (!found) return {{}, MoneyFault::currency};
    currency = *found;
    text.remove_prefix(4);
  }
  if (text.size() > 4 && text[text.size() - 4] == ' ' &&
      find_currency(text.substr(text.size() - 3))) {
    return {{}, MoneyFault::currency_after};
  }
  const bool starts_with_sign = text.starts_with('$') || text.starts_with("-$") ||
                                text.starts_with("\xE2\x82\xAC") || text.starts_with("\xC2\xA3");
  if (starts_with_sign) return {{}, MoneyFault::currency_sign};
  const DecimalReading number = read_decimal(text);
  if (number.fault == NumberFault::too_long) {
    const bool is_small = text.find('.') <= most_whole_digits;  // too many decimals, not too much
    return {{}, is_small ? MoneyFault::decimals : MoneyFault::too_large};
  }
  if (number.fault != NumberFault::none) return {{}, MoneyFault::number, number.fault};
  const int digits = minor_digits(currency);
  if (number.number.scale > digits) return {{}, MoneyFault::decimals};
  Money money{0, currency};
  if (!to_minor(number.number, digits, money.minor)) return {{}, MoneyFault::too_large};
  return {money, MoneyFault::none};
}

std::string to_text(Money money) {
  const auto scale = static_cast<std::uint8_t>(minor_digits(money.currency));
  return std::string(money.currency.text()) + " " + to_text(Decimal{money.minor, scale});
}

std::string grouped(Money money) {
  std::string text = to_text(money);
  const std::size_t first_digit = text.find_first_of("0123456789");
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > first_digit + 3) text.insert(at -= 3, 1, ',');
  return text;
}

}  // namespace brm
