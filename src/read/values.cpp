#include "read/values.h"

#include <fmt/format.h>

#include <charconv>

#include "base/cadence.h"
#include "base/near_words.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "model/ids.h"
#include "read/faults.h"
#include "read/words.h"

namespace brm {
namespace {

using Problem = std::optional<Finding>;

/// Words for a finding about one scalar; `shown` is the value as it may be printed.
struct Scalar {
  const Field& field;
  const Node& node;
  const ScalarPlace& place;
  std::string_view text = node.text;

  std::string shown() const {
    const std::string all = visible(text);
    return all.size() <= 60 ? all : all.substr(0, 57) + "...";
  }
  Problem problem(const RuleWords& fault, std::string message, std::string help) const {
    return Finding{&fault,
                   fault.severity,
                   Span{place.file, node.begin, node.end - node.begin},
                   std::move(message),
                   std::move(help),
                   {},
                   fault.loses};
  }
  /// `'5 days' is not a number`
  Problem is_not(const RuleWords& fault, std::string_view what, std::string help) const {
    return problem(fault, fmt::format("`{}` of `{}` is not {}", shown(), field.name, what),
                   std::move(help));
  }
};

std::string_view advice(NumberFault fault) {
  switch (fault) {
    case NumberFault::none:
      return "";
    case NumberFault::not_a_number:
      return "write digits only, such as 12 or 12.5; units go into their own field";
    case NumberFault::thousands_separator:
      return "write it without thousands separators, with a point before decimals";
    case NumberFault::exponent:
      return "write all digits, without an exponent";
    case NumberFault::hexadecimal:
      return "write it in decimal digits";
    case NumberFault::leading_zero:
      return "remove the leading zero";
    case NumberFault::leading_plus:
      return "remove the plus sign";
    case NumberFault::missing_digit:
      return "write a digit on both sides of the point";
    case NumberFault::blanks:
      return "remove the blank inside the quotes";
    case NumberFault::not_finite:
      return "write a number, or leave the field out";
    case NumberFault::too_long:
      return "at most 18 digits are exact: round it";
  }
  return "";
}

Problem read_number(const Scalar& scalar, Value& value) {
  const DecimalReading reading = read_decimal(scalar.text);
  if (reading.fault != NumberFault::none) {
    return scalar.is_not(faults::bad_number, "a number", std::string(advice(reading.fault)));
  }
  value.number = reading.number.coefficient;
  value.scale = reading.number.scale;
  value.is_minus_zero = reading.number.is_minus_zero;
  return {};
}

Problem read_percent(const Scalar& scalar, Value& value) {
  if (read_decimal(scalar.text).fault == NumberFault::not_a_number && !scalar.text.ends_with('%')) {
    return scalar.is_not(faults::bad_percent, "a percentage", "write a number from 0 to 100");
  }
  if (scalar.text.ends_with('%')) {
    return scalar.is_not(faults::bad_percent, "a percentage", "write the number alone, without %");
  }
  if (Problem problem = read_number(scalar, value)) return problem;
  const Decimal percent = value.as_decimal();
  if (percent < Decimal{0, 0} || percent > Decimal{100, 0}) {
    return scalar.is_not(faults::bad_percent, "a percentage", "write a number from 0 to 100");
  }
  return {};
}

Problem read_whole(const Scalar& scalar, Value& value) {
  const DecimalReading reading = read_decimal(scalar.text);
  const Field& field = scalar.field;
  if (reading.fault != NumberFault::none && reading.fault != NumberFault::too_long) {
    return scalar.is_not(faults::bad_number, "a whole number", std::string(advice(reading.fault)));
  }
  if (reading.number.scale > 0) {
    return scalar.is_not(faults::bad_number, "a whole number", "remove the decimals");
  }
  const bool is_in_range = reading.fault == NumberFault::none &&
                           reading.number.coefficient >= field.least &&
                           reading.number.coefficient <= field.most;
  if (!is_in_range) {
    return scalar.problem(
        faults::bad_number, fmt::format("`{}` of `{}` is out of range", scalar.shown(), field.name),
        fmt::format("write a whole number from {} to {}", field.least, field.most));
  }
  value.number = reading.number.coefficient;
  return {};
}

Problem read_day(const Scalar& scalar, Value& value) {
  const DateReading reading = read_date(scalar.text);
  value.number = reading.date.days;
  switch (reading.fault) {
    case DateFault::none:
      return {};
    case DateFault::no_such_day:
      return scalar.problem(faults::bad_date,
                            fmt::format("`{}` of `{}` is a day that does not exist", scalar.shown(),
                                        scalar.field.name),
                            "dates are YYYY-MM-DD: year, month, day");
    case DateFault::out_of_range:
      return scalar.problem(
          faults::bad_date,
          fmt::format("`{}` of `{}` is out of range", scalar.shown(), scalar.field.name),
          "write a day from 1900-01-01 to 2200-12-31");
    case DateFault::format:
      break;
  }
  const bool has_time = read_date(scalar.text.substr(0, 10)).fault == DateFault::none;
  return scalar.is_not(faults::bad_date, "a date",
                       has_time ? "write the day alone, without a time or zone"
                                : "write it as YYYY-MM-DD, such as 2026-03-09");
}

Problem read_amount(const Scalar& scalar, Value& value) {
  const MoneyReading reading = read_money(scalar.text, scalar.place.office_currency);
  value.number = reading.money.minor;
  value.currency = reading.money.currency;
  const auto refuse = [&](std::string help) {
    return scalar.is_not(faults::bad_money, "an amount of money", std::move(help));
  };
  switch (reading.fault) {
    case MoneyFault::none:
      return {};
    case MoneyFault::currency:
      return refuse("the code before the amount is no currency of ISO 4217");
    case MoneyFault::currency_sign:
      return refuse(
          "leave the sign out: 125000.50 is in the office's currency, others carry their "
          "code, such as EUR 125000.50");
    case MoneyFault::currency_after: {
      const std::string_view code = scalar.text.substr(scalar.text.size() - 3);
      return refuse(fmt::format("put the code first: {} {}", code,
                                visible(scalar.text.substr(0, scalar.text.size() - 4))));
    }
    case MoneyFault::decimals:
      return refuse("it has more decimals than its currency: round it to the smallest coin");
    case MoneyFault::too_large:
      return refuse(
          "it has more than 18 digits, the decimals of its currency counted: too many to be exact");
    case MoneyFault::number:
      break;
  }
  return refuse(std::string(advice(reading.number)));
}

Problem read_choice(const Scalar& scalar, Value& value) {
  value.text = scalar.text.data();
  value.size = static_cast<std::uint32_t>(scalar.text.size());
  const Words words = scalar.field.words;
  if (std::find(words.begin(), words.end(), scalar.text) != words.end()) return {};
  const std::string asks = did_you_mean(near_words(scalar.text, words));
  return scalar.problem(
      faults::unknown_word,
      fmt::format("`{}` is no word for `{}`", scalar.shown(), scalar.field.name),
      fmt::format("{} {}", asks.empty() ? "write one of" : asks + " one of", join_or(words)));
}

Problem read_boolean(const Scalar& scalar, Value& value) {
  value.number = scalar.text == "true" ? 1 : 0;
  if (scalar.text == "true" || scalar.text == "false") return {};
  return scalar.is_not(faults::wrong_type, "true or false", "write true or false");
}

Problem read_line(const Scalar& scalar, Value& value) {
  std::string_view text = scalar.text;
  // A block of text always ends in a line feed, which nobody meant.
  if (scalar.node.style == Style::block && text.ends_with('\n')) text.remove_suffix(1);
  value.text = text.data();
  value.size = static_cast<std::uint32_t>(text.size());
  const auto lacks = [&](char c) { return text.find(c) == std::string_view::npos; };
  if (lacks('\n') && lacks('\t')) return {};
  const std::string_view bytes = scalar.place.source.bytes();
  const std::string_view written =
      bytes.substr(scalar.node.begin, scalar.node.end - scalar.node.begin);
  const bool by_escape = written.starts_with('"') && written.find('\\') != std::string_view::npos;
  return scalar.problem(
      faults::line_break,
      fmt::format("`{}` is one line, and this has several or a tab", scalar.field.name),
      by_escape ? "use single quotes, in which \\n and \\t are only letters after a backslash"
                : "write it on one line; longer text goes into `notes`");
}

Problem read_identifier(const Scalar& scalar, Value& value) {
  value.text = scalar.text.data();
  value.size = static_cast<std::uint32_t>(scalar.text.size());
  const bool is_ref = scalar.field.type == Type::ref;
  if (is_ref ? is_reference(scalar.text) : is_id(scalar.text)) return {};
  std::string mended = suggest_id(scalar.text);
  if (!is_ref) std::replace(mended.begin(), mended.end(), '/', '-');
  const std::string_view text = scalar.text;
  const bool is_reserved = !is_ref && is_id(std::string(text) + "-1");
  if (is_reserved) {
    return scalar.is_not(faults::bad_id, "an id",
                         fmt::format("Windows keeps this name for itself: write `{}-1`", text));
  }
  std::string help = "small letters a-z, digits and -, at most 63, starting with a letter or digit";
  if (!mended.empty() && mended != scalar.text) help = fmt::format("write `{}`: {}", mended, help);
  return is_ref ? scalar.is_not(faults::bad_reference, "the id of a record", std::move(help))
                : scalar.is_not(faults::bad_id, "an id", std::move(help));
}

Problem read_cadence_word(const Scalar& scalar, Value& value) {
  value.text = scalar.text.data();
  value.size = static_cast<std::uint32_t>(scalar.text.size());
  if (read_cadence(scalar.text)) return {};
  const std::string asks = did_you_mean(near_words(scalar.text, cadence_words()));
  return scalar.is_not(faults::bad_cadence, "a cadence",
                       fmt::format("{}write {}, or an ISO 8601 duration such as P45D",
                                   asks.empty() ? "" : asks + " ", join_or(cadence_words())));
}

Problem read_text(const Scalar& scalar, Value& value) {
  value.text = scalar.text.data();
  value.size = static_cast<std::uint32_t>(scalar.text.size());
  if (scalar.field.type == Type::currency && !find_currency(scalar.text)) {
    return scalar.is_not(faults::bad_currency, "a currency code",
                         "write the three capitals of ISO 4217, such as USD");
  }
  if (scalar.field.type == Type::month_day && !is_month_day(scalar.text)) {
    return scalar.is_not(faults::bad_date, "a day of the year", "write MM-DD, such as 07-01");
  }
  return {};
}

Problem read_typed(const Scalar& scalar, Value& value) {
  switch (scalar.field.type) {
    case Type::id:
    case Type::ref:
      return read_identifier(scalar, value);
    case Type::line:
      return read_line(scalar, value);
    case Type::date:
      return read_day(scalar, value);
    case Type::number:
      return read_number(scalar, value);
    case Type::whole:
      return read_whole(scalar, value);
    case Type::percent:
      return read_percent(scalar, value);
    case Type::money:
      return read_amount(scalar, value);
    case Type::cadence:
      return read_cadence_word(scalar, value);
    case Type::choice:
      return read_choice(scalar, value);
    case Type::boolean:
      return read_boolean(scalar, value);
    case Type::prose:
    case Type::currency:
    case Type::month_day:
    case Type::part:
      break;
  }
  return read_text(scalar, value);
}

/// A marker of `brm new`, which also people write.
Problem unfilled(const Scalar& scalar) {
  return scalar.problem(faults::unfilled_field,
                        fmt::format("`{}` is still to be filled in", scalar.field.name),
                        fmt::format("write {}: {}", wanted(scalar.field), scalar.field.meaning));
}

}  // namespace

std::optional<Value> read_scalar(const Field& field, const Node& node, const ScalarPlace& place,
                                 Findings& findings) {
  Value value;
  value.offset = node.begin;
  value.length = node.end - node.begin;
  if (node.text == "TODO" && node.style == Style::plain) {
    findings.list().push_back(*unfilled({field, node, place}));
    return std::nullopt;
  }
  if (Problem problem = read_typed({field, node, place}, value)) {
    findings.list().push_back(std::move(*problem));
    return std::nullopt;
  }
  return value;
}

}  // namespace brm
