// What each type of value is called in a message.
#include "model/fields.h"

namespace brm {

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
