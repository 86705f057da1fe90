// Amounts of money: whole minor units of one currency, never floating point.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace brm {

/// ISO 4217: three capitals.
struct Currency {
  std::array<char, 3> code{'U', 'S', 'D'};

  std::string_view text() const { return {code.data(), code.size()}; }
  friend bool operator==(const Currency&, const Currency&) = default;
  friend auto operator<=>(const Currency&, const Currency&) = default;
};

std::optional<Currency> find_currency(std::string_view code);

/// How many digits its minor unit has: 2 for USD, 0 for JPY, 3 for KWD.
int minor_digits(Currency currency);

struct Money {
  std::int64_t minor = 0;  ///< In the currency's minor unit.
  Currency currency;

  friend bool operator==(const Money&, const Money&) = default;
};

enum class MoneyFault {
  none,
  number,
  currency,
  currency_sign,
  currency_after,
  decimals,
  too_large
};

struct MoneyReading {
  Money money;
  MoneyFault fault = MoneyFault::none;
  NumberFault number = NumberFault::none;  ///< Set when `fault` is `number`.
};

/// `125000.50` in `office_currency`, or `EUR 125000.50`.
MoneyReading read_money(std::string_view text, Currency office_currency);

/// `EUR 125000.50`: code, blank, all decimals of the currency, no separators.
std::string to_text(Money money);

/// For people: `EUR 125,000.50`.
std::string grouped(Money money);

}  // namespace brm
