// What each type of value is called in a message, and how it is written.
#include "model/type_words.h"

#include <array>

namespace brm {
namespace {

constexpr std::array table{
    TypeWords{Type::id, "id",
              "Small letters a to z, digits and `-`, up to 63, a letter or digit first. A record's "
              "id is the name of its file.",
              "dhhs|elig-portal|2026-plan", "DHHS|elig_portal|elig.portal|con"},
    TypeWords{Type::ref, "reference",
              "The id of a record, or the ids of a record and of a part of it with `/` between.",
              "dhhs|elig-portal/decision-days", "elig portal|a/b/c"},
    TypeWords{Type::line, "line", "Text on one line.", "Department of Human Services",
              "\"one\\ntwo\""},
    TypeWords{Type::prose, "text", "Text of any length; `|` or `>` begins several lines of it.",
              "Reviewed with the county.|\"one\\ntwo\"", ""},
    TypeWords{Type::date, "date", "A day that exists, from 1900-01-01 to 2200-12-31: YYYY-MM-DD.",
              "2026-06-30|2028-02-29", "2026-02-29|2026-6-30|30/06/2026|2026-06-30T12:00"},
    TypeWords{Type::number, "number",
              "Decimal digits, up to 18 of them; what was written is what is printed.",
              "12|12.50|-3", "1,000|1e3|0x10|.nan|5 days"},
    TypeWords{Type::whole, "whole number", "A number without decimals, in the field's range.", "3",
              "2.5|three"},
    TypeWords{Type::percent, "percentage", "A number from 0 to 100, without the sign.",
              "0|12.5|100", "150|12 %"},
    TypeWords{Type::money, "amount",
              "An exact amount in the office's currency, or after the code of another one.",
              "125000.50|EUR 125000.50", "$5|125,000|1.005|5 EUR"},
    TypeWords{Type::cadence, "cadence",
              "`weekly`, `biweekly`, `monthly`, `quarterly`, `semiannual`, `annual`, or a duration "
              "of ISO 8601.",
              "monthly|P45D", "every four weeks|P1DT2H"},
    TypeWords{Type::choice, "choice", "One word of the closed list that stands beside the field.",
              "", ""},
    TypeWords{Type::boolean, "true or false", "Nothing else is either.", "true|false", "yes|on|1"},
    TypeWords{Type::currency, "currency", "The three capitals of ISO 4217.", "USD|EUR",
              "usd|dollars"},
    TypeWords{Type::month_day, "day of the year", "A day of some year: MM-DD.", "07-01|02-29",
              "7-1|02-30"},
    TypeWords{Type::part, "part", "A map of fields of its own, indented or in braces.", "", ""},
};

}  // namespace

std::span<const TypeWords> type_words() { return table; }

std::string_view to_text(Type type) {
  switch (type) {
    case Type::id:
      return "an id";
    case Type::ref:
      return "the id of a record";
    case Type::line:
      return "one line of text";
    case Type::prose:
      return "text";
    case Type::date:
      return "a date (YYYY-MM-DD)";
    case Type::number:
      return "a number";
    case Type::whole:
      return "a whole number";
    case Type::percent:
      return "a percentage";
    case Type::money:
      return "an amount of money";
    case Type::cadence:
      return "a cadence";
    case Type::choice:
      return "one word of a list";
    case Type::boolean:
      return "true or false";
    case Type::currency:
      return "a currency code";
    case Type::month_day:
      return "a day of the year (MM-DD)";
    case Type::part:
      return "a map of fields";
  }
  return "a value";
}

}  // namespace brm
