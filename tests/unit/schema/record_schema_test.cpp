// The schema names every kind and field, and refers to nothing that it does not define. What it
// means to other programs, tests/schema/check_schemas.py asks them.
#include "schema/record_schema.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "model/all_kinds.h"

namespace brm::test {
namespace {

using Json = nlohmann::json;

void collect_references(const Json& schema, std::vector<std::string>& out) {
  if (!schema.is_structured()) return;
  if (schema.is_object() && schema.contains("$ref")) out.push_back(schema["$ref"]);
  for (const Json& inner : schema) collect_references(inner, out);
}

void check_references(const Json& schema) {
  std::vector<std::string> references;
  collect_references(schema, references);
  for (const std::string& reference : references) {
    CHECK_MESSAGE(schema.contains(Json::json_pointer(reference.substr(1))), reference);
  }
}

void check_fields(const Json& schema, const Kind& kind) {
  CHECK(schema.at("additionalProperties") == false);
  CHECK(schema.at("description") == kind.meaning);
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const Field& field = kind.field(i);
    if (kind.index_of(field.name) != i) continue;
    CAPTURE(field.name);
    const Json& property = schema.at("properties").at(std::string(field.name));
    CHECK(property.at("description") == field.meaning);
    CHECK(property.contains("default") == !field.implied.empty());
    const Json required = schema.value("required", Json::array());
    const bool is_required =
        std::find(required.begin(), required.end(), field.name) != required.end();
    CHECK(is_required == (field.need == Need::required));
  }
}

}  // namespace

TEST_CASE("schema: every kind with all its fields") {
  const Json whole = Json::parse(record_schema());
  check_references(whole);
  CHECK(whole.at("definitions").size() > all_kinds().size());
  for (const Kind* kind : all_kinds()) {
    CAPTURE(kind->name);
    check_fields(whole.at("definitions").at(std::string(kind->name)), *kind);
    const Json alone = Json::parse(record_schema(*kind));
    check_references(alone);
    check_fields(alone, *kind);
  }
}

TEST_CASE("schema: lines are short, and brackets close where they opened") {
  const std::string text = record_schema();
  CHECK(text.starts_with("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"));
  CHECK(text.ends_with("\n}\n"));
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    longest = std::max(longest, text.find('\n', at) - at);
  }
  CHECK(longest < 300);
}

}  // namespace brm::test
