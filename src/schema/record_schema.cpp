#include "schema/record_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/all_kinds.h"
#include "schema/value_schema.h"

namespace brm {
namespace {

/// A list or a single value; what is optional may also be left empty behind its colon.
Json field_schema(const Field& field) {
  Json value = value_schema(field);
  if (field.many == Many::list) {
    value = {{"type", "array"}, {"items", std::move(value)}};
    if (field.exactly != 0) value["minItems"] = value["maxItems"] = field.exactly;
    if (field.exactly == 0 && field.need == Need::required) value["minItems"] = 1;
  }
  Json out{{"description", field.meaning}};
  if (!field.implied.empty()) out["default"] = implied_value(field);
  if (field.need != Need::required) {
    out["anyOf"] = {std::move(value), reference_to("nothing")};
    return out;
  }
  // Beside a reference nothing else counts, so it stands a step deeper.
  const bool is_reference = value.contains("$ref");
  if (is_reference) value = {{"allOf", {std::move(value)}}};
  out.update(value);
  if (field.type == Type::line || field.type == Type::prose) out["minLength"] = 1;
  return out;
}

std::vector<std::string_view> split(std::string_view set, std::string_view signs) {
  std::vector<std::string_view> names;
  while (!set.empty()) {
    const std::size_t end = std::min(set.find_first_of(signs), set.size());
    names.push_back(set.substr(0, end));
    set.remove_prefix(std::min(end + 1, set.size()));
  }
  return names;
}

/// What must hold beside a field that was written: none of another set, and with `+` all of its
/// own.
Json beside(const Kind& kind, std::string_view set, std::string_view name) {
  Json out = Json::object();
  for (const std::string_view other : kind.one_of) {
    if (other == set) continue;
    for (const std::string_view excluded : split(other, " +")) {
      out["properties"][std::string(excluded)] = {
          {"type", "null"},
          {"errorMessage", fmt::format("`{}` and `{}` cannot both be given.", name, excluded)}};
    }
  }
  if (set.find('+') != std::string_view::npos) out["required"] = split(set, "+");
  return out;
}

void add_alternatives(const Kind& kind, Json& schema) {
  Json any = Json::array();
  Json all = Json::array();
  const Json is_something{{"not", {{"type", "null"}}}};
  for (const std::string_view set : kind.one_of) {
    for (const std::string_view name : split(set, " +")) {
      const Json is_written{{"required", {name}},
                            {"properties", {{std::string(name), is_something}}}};
      all.push_back({{"if", is_written}, {"then", beside(kind, set, name)}});
      any.push_back({{"required", {name}}});
    }
  }
  schema["allOf"] = std::move(all);
  if (kind.one_of_need == Need::required) schema["anyOf"] = std::move(any);
}

Json kind_schema(const Kind& kind) {
  const bool is_record = !kind.common.empty();
  Json schema{{"title", kind.name}, {"description", kind.meaning}, {"type", "object"}};
  Json required = Json::array();
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const Field& field = kind.field(i);
    if (kind.index_of(field.name) != i) continue;  // the kind has one of its own
    Json property = field_schema(field);
    if (is_record && field.name == "kind") {
      property = {{"description", field.meaning}, {"const", kind.name}};
    }
    schema["properties"][std::string(field.name)] = std::move(property);
    if (field.need == Need::required) required.push_back(field.name);
  }
  schema["patternProperties"] = {{"^x-", {{"description", "Your own: kept, and ignored."}}}};
  schema["additionalProperties"] = false;
  if (!required.empty()) schema["required"] = std::move(required);
  if (!kind.one_of.empty()) add_alternatives(kind, schema);
  return schema;
}

void add_parts_of(const Kind& kind, Json& definitions) {
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const Field& field = kind.field(i);
    if (field.type != Type::part) continue;
    const std::string name(field.part->name);
    if (definitions.contains(name)) continue;
    definitions[name] = kind_schema(*field.part);
    add_parts_of(*field.part, definitions);
  }
}

}  // namespace

std::string record_schema() {
  Json kinds = Json::array();
  Json choices = Json::array();
  Json definitions = type_definitions();
  for (const Kind* kind : record_kinds()) {
    kinds.push_back(kind->name);
    Json is_kind{{"properties", {{"kind", {{"const", kind->name}}}}}, {"required", {"kind"}}};
    choices.push_back({{"if", std::move(is_kind)}, {"then", reference_to(kind->name)}});
    definitions[std::string(kind->name)] = kind_schema(*kind);
    add_parts_of(*kind, definitions);
  }
  const Field& field = record_kinds().front()->common.front();
  const Json properties{{"kind", {{"description", field.meaning}, {"enum", std::move(kinds)}}}};
  return written({{"$schema", draft},
                  {"title", "A brm record"},
                  {"description", "One record a file, of the kind that it says."},
                  {"type", "object"},
                  {"properties", properties},
                  {"required", {"kind"}},
                  {"allOf", std::move(choices)},
                  {"definitions", std::move(definitions)}});
}

std::string record_schema(const Kind& kind) {
  Json schema{{"$schema", draft}};
  schema.update(kind_schema(kind));
  schema["definitions"] = type_definitions();
  add_parts_of(kind, schema["definitions"]);
  return written(schema);
}

}  // namespace brm
