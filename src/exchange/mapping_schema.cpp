#include "exchange/mapping_schema.h"

#include "exchange/mapping_fields.h"
#include "model/all_kinds.h"
#include "schema/value_schema.h"

namespace brm {
namespace {

constexpr std::string_view value = "a-value";

/// `fields-of-outcome`: an object that makes one.
std::string maker_of(const Kind& kind) { return "fields-of-" + std::string(kind.name); }

/// Of the keys that a mapping itself has.
Json keys_schema(const Kind& kind) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Field& field : kind.fields) {
    Json property{{"description", field.meaning}, {"type", {"string", "number", "boolean"}}};
    if (!field.words.empty()) property = {{"description", field.meaning}, {"enum", field.words}};
    if (!field.implied.empty()) property["default"] = field.implied;
    properties[std::string(field.name)] = std::move(property);
    if (field.need == Need::required) required.push_back(field.name);
  }
  Json out{
      {"description", kind.meaning}, {"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) out["required"] = std::move(required);
  out["additionalProperties"] = false;
  return out;
}

/// An entry of a list that is made from rows.
Json entry_schema(const Field& field) {
  Json out = keys_schema(kinds::import_parts);
  const bool is_part = field.type == Type::part;
  out["properties"]["match"] = {{"type", "object"}, {"additionalProperties", reference_to(value)}};
  out["properties"].erase(is_part ? "value" : "fields");
  if (is_part) out["properties"]["fields"] = reference_to(maker_of(*field.part));
  out["required"] = {is_part ? "fields" : "value"};
  return out;
}

Json made_schema(const Field& field) {
  Json any = Json::array({reference_to(value)});
  if (field.type == Type::part) any.push_back(reference_to(maker_of(*field.part)));
  if (field.many == Many::list) any.push_back(entry_schema(field));
  Json one{{"anyOf", std::move(any)}};
  if (field.many == Many::list) one = {{"type", "array"}, {"items", std::move(one)}};
  one["description"] = field.meaning;
  return one;
}

void add_maker(const Kind& kind, Json& definitions) {
  const std::string name = maker_of(kind);
  if (definitions.contains(name)) return;
  definitions[name] = Json::object();
  Json properties = Json::object();
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const Field& field = kind.field(i);
    const bool is_own =
        kind.index_of(field.name) == i;  // the kind has one in place of a common one
    if (!is_own || (field.name == "kind" && !kind.common.empty())) continue;
    properties[std::string(field.name)] = made_schema(field);
    if (field.type == Type::part) add_maker(*field.part, definitions);
  }
  definitions[name] = {{"description", kind.meaning},
                       {"type", "object"},
                       {"properties", std::move(properties)},
                       {"patternProperties", {{"^x-", reference_to(value)}}},
                       {"additionalProperties", false}};
  if (!kind.common.empty()) definitions[name]["required"] = {"id"};
}

Json records_schema(Json& definitions) {
  Json names = Json::array();
  Json choices = Json::array();
  for (const Kind* kind : record_kinds()) {
    add_maker(*kind, definitions);
    names.push_back(kind->name);
    Json is_kind{{"properties", {{"kind", {{"const", kind->name}}}}}, {"required", {"kind"}}};
    Json has_fields{{"properties", {{"fields", reference_to(maker_of(*kind))}}}};
    choices.push_back({{"if", std::move(is_kind)}, {"then", std::move(has_fields)}});
  }
  Json out = keys_schema(kinds::import_records);
  out["properties"]["kind"] = {{"description", out["properties"]["kind"]["description"]},
                               {"enum", std::move(names)}};
  out["properties"]["fields"] = {{"description", out["properties"]["fields"]["description"]},
                                 {"type", "object"}};
  out["allOf"] = std::move(choices);
  return out;
}

}  // namespace

std::string mapping_schema() {
  Json definitions{{std::string(value),
                    {{"description", "A text, with columns between braces: {name | slug}."},
                     {"type", {"string", "number", "boolean", "null"}}}}};
  Json root = keys_schema(kinds::import_map);
  Json& keys = root["properties"];
  keys["kind"] = {{"description", keys["kind"]["description"]}, {"const", "import"}};
  const Json words{{"type", "object"}, {"additionalProperties", reference_to(value)}};
  keys["words"] = {{"description", keys["words"]["description"]},
                   {"type", "object"},
                   {"additionalProperties", words}};
  keys["tables"] = {{"type", "array"}, {"items", keys_schema(kinds::import_table)}};
  keys["records"] = {{"type", "array"}, {"items", records_schema(definitions)}};
  Json schema{{"$schema", draft}, {"title", "A brm mapping"}};
  schema.update(root);
  schema["definitions"] = std::move(definitions);
  return written(schema);
}

}  // namespace brm
