#include "schema/value_schema.h"

#include <string>

#include "base/cadence.h"
#include "base/decimal.h"

namespace brm {
namespace {

// YAML makes a number of digits without quotes, so a text may be one too; a day stays text.
const std::string id = "(?!(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:/|$))[a-z0-9][a-z0-9-]{0,62}";
constexpr std::string_view whole_number = "-?(?:0|[1-9][0-9]*)";

std::string whole(std::string_view pattern) { return "^(?:" + std::string(pattern) + ")$"; }
std::string decimal() { return std::string(whole_number) + "(?:\\.[0-9]+)?"; }

/// In the words of brm's own messages; editors show it where the pattern does not match.
Json with_message(Json schema, Type type) {
  schema["patternErrorMessage"] = "This is not " + std::string(to_text(type)) + ".";
  return schema;
}

Json text(Type type, const std::string& pattern) {
  return with_message({{"type", "string"}, {"pattern", whole(pattern)}}, type);
}

Json number(std::string_view type, const std::string& pattern, Type of) {
  return with_message({{"type", {type, "string"}}, {"pattern", whole(pattern)}}, of);
}

Json name(Type type, const std::string& pattern) {
  Json out = text(type, pattern);
  out["type"] = {"string", "integer"};
  out["minimum"] = 0;
  return out;
}

Json line() {
  Json out = text(Type::line, "[^\\n\\t]*\\n?");
  out["type"] = {"string", "number"};
  return out;
}

Json day() {
  constexpr std::string_view years = "(?:19|20|21)[0-9]{2}|2200";
  Json out = text(Type::date, "(?:" + std::string(years) + ")-[01][0-9]-[0-3][0-9]");
  out["format"] = "date";
  return out;
}

Json whole_schema(const Field& field) {
  Json out = number("integer", std::string(whole_number), Type::whole);
  out["minimum"] = field.least;
  out["maximum"] = field.most;
  return out;
}

Json percentage() {
  Json out = number("number", "100(?:\\.0+)?|[1-9]?[0-9](?:\\.[0-9]+)?", Type::percent);
  out["minimum"] = 0;
  out["maximum"] = 100;
  return out;
}

Json interval() {
  Json duration = text(Type::cadence, "P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?");
  return {{"anyOf", {{{"enum", cadence_words()}}, std::move(duration)}}};
}

/// A word of digits is a number where it is written without quotes.
Json choice_schema(const Field& field) {
  Json words = Json::array();
  for (const std::string_view word : field.words) {
    const DecimalReading reading = read_decimal(word);
    if (reading.fault == NumberFault::none) words.push_back(reading.number.coefficient);
    words.push_back(word);
  }
  return {{"enum", std::move(words)}};
}

Json part_schema(const Field& field) {
  Json whole_part = reference_to(field.part->name);
  if (field.part->shorthand.empty()) return whole_part;
  const Field& bare = field.part->field(field.part->index_of(field.part->shorthand));
  return {{"anyOf", {std::move(whole_part), value_schema(bare)}}};
}

/// A type's own definition. Its name has a `-`, which that of no kind has.
struct Definition {
  Type type;
  std::string_view name;
  Json (*make)();
};

constexpr Definition definitions[] = {
    {Type::id, "an-id", [] { return name(Type::id, id); }},
    {Type::ref, "a-reference", [] { return name(Type::ref, id + "(?:/" + id + ")?"); }},
    {Type::line, "a-line", line},
    {Type::prose, "some-text",
     [] {
       return Json{{"type", {"string", "number"}}};
     }},
    {Type::date, "a-date", day},
    {Type::number, "a-number", [] { return number("number", decimal(), Type::number); }},
    {Type::percent, "a-percentage", percentage},
    {Type::money, "an-amount",
     [] { return number("number", "(?:[A-Z]{3} )?" + decimal(), Type::money); }},
    {Type::cadence, "a-cadence", interval},
    {Type::boolean, "a-truth",
     [] {
       return Json{{"type", "boolean"}};
     }},
    {Type::currency, "a-currency", [] { return text(Type::currency, "[A-Z]{3}"); }},
    {Type::month_day, "a-day-of-the-year",
     [] { return text(Type::month_day, "[01][0-9]-[0-3][0-9]"); }},
};

/// Null alone, said so that no editor offers to write it.
Json nothing() {
  return {{"description", "Nothing behind the colon, as if the line were not there."},
          {"not", {{"type", {"string", "number", "boolean", "array", "object"}}}}};
}

/// The whole is read by people too.
std::string laid_out(const Json& value, std::size_t column, std::size_t indent) {
  constexpr std::size_t width = 100;
  std::string line = value.dump();
  if (!value.is_structured() || column + line.size() <= width) return line;
  const std::string margin(indent + 2, ' ');
  std::string out;
  for (const auto& item : value.items()) {
    const std::string key = value.is_object() ? Json(item.key()).dump() + ": " : "";
    out += (out.empty() ? "\n" : ",\n") + margin + key +
           laid_out(item.value(), margin.size() + key.size(), indent + 2);
  }
  const std::string_view brackets = value.is_object() ? "{}" : "[]";
  return brackets.front() + out + "\n" + std::string(indent, ' ') + brackets.back();
}

}  // namespace

std::string written(const Json& schema) { return laid_out(schema, 0, 0) + "\n"; }

Json reference_to(std::string_view definition) {
  return {{"$ref", "#/definitions/" + std::string(definition)}};
}

Json value_schema(const Field& field) {
  if (field.type == Type::whole) return whole_schema(field);
  if (field.type == Type::choice) return choice_schema(field);
  if (field.type == Type::part) return part_schema(field);
  for (const Definition& definition : definitions) {
    if (definition.type == field.type) return reference_to(definition.name);
  }
  return Json::object();
}

Json type_definitions() {
  Json out{{"nothing", nothing()}};
  for (const Definition& definition : definitions) {
    out[std::string(definition.name)] = definition.make();
  }
  return out;
}

Json implied_value(const Field& field) {
  const bool is_number = field.type == Type::number || field.type == Type::whole;
  return is_number ? Json::parse(field.implied) : Json(field.implied);
}

}  // namespace brm
